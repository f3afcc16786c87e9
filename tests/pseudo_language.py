"""A language in which each text of a catalogue stands in brackets: what stands outside comes from no catalogue.

`{n} gaps of {who}` reads ⟦⟨12⟩ gaps of ⟨Dinas A⟩⟧: a message in ⟦ ⟧, and in it each parameter in ⟨ ⟩, which may hold
messages again.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from babel.messages import Catalog
from babel.messages.pofile import read_po, write_po

from sysmap.messages import catalogues

LANGUAGE = "qps"
CATALOGUES = Path(__file__).resolve().parents[1] / "src/sysmap/locale"
"""The sources of the shipped catalogues: an installed sysmap has them compiled only."""
PARAMETER = re.compile(r"\{\w+\}")
NO_WORD = re.compile(r"\{\w+\}|\w+…")
WORD = re.compile(r"[^\W\d_]{2,}")
"""Letters in a row: one letter alone is a sign (p, k, R), as are numbers."""


def bracket(source: str) -> str:
    """A source in brackets, its parameters in brackets of their own.

    >>> bracket("{n} gaps")
    '⟦⟨{n}⟩ gaps⟧'
    """
    return "⟦" + PARAMETER.sub(r"⟨\g<0>⟩", source) + "⟧"


def write_catalogue(shipped: Path, folder: Path) -> None:
    """From a catalogue that is whole, the same one, and one of the pseudo-language beside it."""
    target = folder / shipped.parents[1].name / "LC_MESSAGES/sysmap.po"
    pseudo = folder / LANGUAGE / "LC_MESSAGES/sysmap.po"
    for path in (target, pseudo):
        path.parent.mkdir(parents=True)
    target.write_bytes(shipped.read_bytes())
    made = Catalog(locale="en", charset="utf-8", fuzzy=False)
    for entry in read_po(io.BytesIO(shipped.read_bytes()), locale="id"):
        if entry.id:
            text = tuple(map(bracket, entry.id)) if isinstance(entry.id, tuple) else bracket(entry.id)
            made.add(entry.id, text, context=entry.context)
    out = io.BytesIO()
    write_po(out, made)
    pseudo.write_bytes(out.getvalue())


@pytest.fixture(scope="module")
def pseudo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The pseudo-language beside the others while a module is tested; compiled too, since click reads nothing else."""
    folder = tmp_path_factory.mktemp("locale")
    write_catalogue(CATALOGUES / "id/LC_MESSAGES/sysmap.po", folder)
    for po in folder.glob("*/LC_MESSAGES/sysmap.po"):
        po.with_suffix(".mo").write_bytes(catalogues.compiled(po))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(catalogues, "FOLDER", folder)
        catalogues.forget()
        yield
    catalogues.forget()


def find_outside(text: str) -> Iterator[str]:
    """The pieces of a text that no message wrote: outside all brackets, and in those of a parameter.

    >>> list(find_outside("see ⟦⟨12⟩ gaps of ⟨Dinas ⟦and⟧ B⟩⟧!"))
    ['see ', '12', 'Dinas ', ' B', '!']
    """
    depth: list[str] = []
    piece = ""
    for sign in text:
        if sign in "⟦⟨⟧⟩":
            if piece and (not depth or depth[-1] == "⟨"):
                yield piece
            piece = ""
            if sign in "⟦⟨":
                depth.append(sign)
            elif depth:
                depth.pop()
        else:
            piece += sign
    if piece and (not depth or depth[-1] == "⟨"):
        yield piece


def words_of(text: str) -> set[str]:
    """The words of a text, in small letters; open parameters are none, nor is what is left of a word that was cut.

    >>> sorted(words_of("Dinas A, 12%: {names} Kesehat…"))
    ['dinas']
    """
    return {word.casefold() for word in WORD.findall(NO_WORD.sub("", text))}


def words_of_tables(folder: Path) -> set[str]:
    """Every word that stands in the tables of a folder, in its sysmap.toml, or in the names of its files.

    What a text may hold that is no message.
    """
    found: set[str] = set()
    for path in sorted(folder.iterdir()):
        text = path.read_text(encoding="utf-8-sig")
        found |= words_of(path.name)
        if path.suffix == ".csv":
            for delimiter in ",;":
                found |= {
                    word
                    for row in csv.reader(io.StringIO(text), delimiter=delimiter)
                    for cell in row
                    for word in words_of(cell)
                }
        else:
            found |= words_of(text)
    return found


def strangers(texts: Iterable[str], known: set[str]) -> dict[str, str]:
    """Word -> the first text in which it stands outside the brackets, for each word that is not known."""
    found: dict[str, str] = {}
    for text in texts:
        for piece in find_outside(text):
            for word in words_of(piece) - known:
                found.setdefault(word, text)
    return found
