"""The few shapes of Markdown that the pages are made of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

__all__ = ["anchor", "cell", "code", "codes", "fenced", "link", "made_by", "page", "table"]


def cell(text: str) -> str:
    r"""Text that stays within one cell of a table and is shown as it is.

    >>> print(cell("a | b"))
    a \| b
    """
    return " ".join(text.split()).replace("|", "\\|").replace("<", "&lt;").replace("*", "\\*")


def code(text: str) -> str:
    """Text as code, also within a table."""
    return "`" + text.replace("|", "\\|") + "`"


def codes(texts: Iterable[str]) -> str:
    """Several pieces of code in a row."""
    return " ".join(code(text) for text in texts)


def anchor(heading: str) -> str:
    """The fragment that GitHub, and most others, give to a heading.

    >>> anchor("Stakeholder: `kind`")
    'stakeholder-kind'
    """
    kept = "".join(c for c in heading.casefold() if c.isalnum() or c in " -_")
    return kept.replace(" ", "-")


def link(text: str, heading: str) -> str:
    """A link to a heading of the same page."""
    return f"[{text}](#{anchor(heading)})"


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; an empty text where there is no row. Cells are Markdown already: `cell` or `code` made them."""
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join(["| " + " | ".join(header) + " |", "|" + " --- |" * len(header), *lines]) if lines else ""


def fenced(text: str, language: str = "") -> str:
    """A block of code; the fence is longer than any within.

    >>> print(fenced("sysmap check .", "sh"))
    ```sh
    sysmap check .
    ```
    """
    fence = "```"
    while fence in text:
        fence += "`"
    return f"{fence}{language}\n{text.strip(chr(10))}\n{fence}"


def made_by(source: str) -> str:
    """The remark at the head of a generated page."""
    return f"<!-- Made by scripts/docs from {source}. Change it there, not here. -->"


def page(*blocks: str) -> str:
    """Blocks as one page, an empty line between them; empty blocks are left out."""
    return "\n\n".join(block.strip("\n") for block in blocks if block) + "\n"
