"""Numbers, shares and lists of names as people write them in either language."""

from __future__ import annotations

from collections.abc import Sequence

from sysmap.analysis import Analysis
from sysmap.schema import Language, Words

__all__ = ["by_count", "decimal", "enumerated", "joined", "listed", "number", "percent"]

MOST_NAMES = 5
"""How many names a sentence holds; the others are counted."""
NONE = Words(en="none", id="tidak ada")


def number(value: int) -> Words:
    """A count with its thousands marked.

    >>> number(64210)
    Words(en='64,210', id='64.210')
    """
    return Words(en=f"{value:,}", id=f"{value:,}".replace(",", "."))


def decimal(value: float, digits: int = 2) -> Words:
    """A number with so many decimals.

    >>> decimal(-1 / 3)
    Words(en='-0.33', id='-0,33')
    """
    text = f"{value:,.{digits}f}"
    return Words(en=text, id=text.translate(str.maketrans(",.", ".,")))


def percent(share: float) -> Words:
    """A share as whole per cent; what is not none is never called 0%, and what is not all never 100%.

    >>> percent(0.5).en, percent(0.001).en, percent(0.999).id
    ('50%', 'less than 1%', 'lebih dari 99%')
    """
    text = f"{share:.0%}"
    if share > 0 and text == "0%":
        return Words(en="less than 1%", id="kurang dari 1%")
    if share < 1 and text == "100%":
        return Words(en="more than 99%", id="lebih dari 99%")
    return Words(en=text, id=text)


def joined(*sentences: Words) -> Words:
    """Sentences one after the other."""
    return Words(en=" ".join(one.en for one in sentences), id=" ".join(one.id for one in sentences))


def listed(analysis: Analysis, uids: Sequence[str], most: int = MOST_NAMES) -> Words:
    """The names of these nodes as a list in words: the first `most` of them, and how many more there are."""
    names = [analysis.name(uid) for uid in uids[:most]]
    more = len(uids) - len(names)
    if more:
        return Words(en=f"{', '.join(names)} and {more} more", id=f"{', '.join(names)}, dan {more} lainnya")
    return enumerated([Words(en=name, id=name) for name in names])


def enumerated(items: Sequence[Words]) -> Words:
    """All of these in one breath; "none" where there is none.

    >>> enumerated([Words(en="a goal", id="tujuan"), Words(en="options", id="pilihan")])
    Words(en='a goal and options', id='tujuan dan pilihan')
    """
    def told(language: Language, word: str) -> str:
        *head, last = [item[language] for item in items or (NONE,)]
        return word.join(filter(None, (", ".join(head), last)))
    # Indonesian sets a comma before the last of three or more.
    return Words(en=told("en", " and "), id=told("id", ", dan " if len(items) > 2 else " dan "))  # noqa: PLR2004


def by_count(count: int, one: str, many: str, id: str) -> Words:
    """The English sentence for one or for many; Indonesian has one for both.

    >>> by_count(1, "{n} problem has no owner", "{n} problems have no owner", "{n} masalah tanpa penanggung jawab").en
    '{n} problem has no owner'
    """
    return Words(en=one if count == 1 else many, id=id)
