"""Numbers, shares and lists of names as people write them in either language."""

from __future__ import annotations

from collections.abc import Sequence
from math import floor, log10
from statistics import median

from sysmap.analysis import Analysis
from sysmap.measures.port import Estimate
from sysmap.schema import Language, Words

__all__ = ["by_count", "decimal", "enumerated", "estimated", "joined", "listed", "number", "percent", "small"]

MOST_NAMES = 5
"""How many names a sentence holds; the others are counted."""
NONE = Words(en="none", id="tidak ada")
ESTIMATED = Words(en="Estimated from {sources} of {of} stakeholders, drawn by lot (seed {seed}); standard error {error}.",
                  id="Perkiraan dari {sources} di antara {of} pihak, diambil dengan undian (benih {seed}); galat baku {error}.")


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


def small(value: float) -> Words:
    """A number of 0 and up with two digits that say something, never with an exponent.

    >>> small(0.000123), small(0.0)
    (Words(en='0.00012', id='0,00012'), Words(en='0', id='0'))
    """
    return decimal(value, max(0, 1 - floor(log10(value)))) if value else number(0)


def estimated(found: Estimate | None) -> Words | None:
    """What must be said of estimated values: from how many, drawn with which seed, and how far off they may be; None of exact ones.

    >>> estimated(Estimate(200, 5000, 42, {"": 0.03})).en
    'Estimated from 200 of 5,000 stakeholders, drawn by lot (seed 42); standard error 0.030.'
    """
    if found is None:
        return None
    errors = sorted(error for error in found.errors.values() if isinstance(error, float | int))
    told = {"sources": number(found.sources), "of": number(found.of), "seed": found.seed}
    if not errors:
        return ESTIMATED.filled(**told, error=Words(en="unknown", id="tidak diketahui"))
    most = small(errors[-1])
    if len(errors) == 1:
        return ESTIMATED.filled(**told, error=most)
    middle = small(median(error for error in errors if error) if any(errors) else 0.0)
    return ESTIMATED.filled(**told, error=Words(en="{middle} (median), at most {most}", id="{middle} (median), paling besar {most}").filled(middle=middle, most=most))


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
