"""What a picture or a report says of itself: how much it shows, of which day, and what was left out."""

from __future__ import annotations

from collections import Counter

from sysmap.analysis import Analysis
from sysmap.rendering.facts import Facts
from sysmap.schema import Words

__all__ = ["EMPTY", "LEFT_OUT", "PERSONAL_IN", "TOO_FEW", "about", "day"]

ABOUT = Words("{counts}, as of {day}", "{counts}, per {day}")
LEFT_OUT = Words("Left out of this page because they are personal: {fields}. --include-personal puts them in.",
                 "Tidak dimuat di halaman ini karena bersifat pribadi: {fields}. --include-personal memuatnya.")
TOO_FEW = Words("{n} assessments with fewer than 5 respondents were left out.",
                "{n} penilaian dengan responden kurang dari 5 tidak dimuat.")
PERSONAL_IN = Words("This page holds personal data: pass it on with care.", "Halaman ini memuat data pribadi: sebarkan dengan hati-hati.")
EMPTY = Words("This map has no nodes yet.", "Peta ini belum berisi apa pun.")


def about(facts: Facts) -> Words:
    """How many nodes of each kind there are, and the day that is shown."""
    counts = Counter(facts.analysis.props(uid)["label"] for uid in facts.uids)
    parts = [(counts[kind.label], kind) for kind in facts.analysis.vocabulary.nodes if counts[kind.label]]
    if not parts:
        return EMPTY
    told = {"en": ", ".join(f"{n:,} " + _plain((kind.title if n == 1 else kind.plural).en) for n, kind in parts),
            "id": ", ".join(f"{n:,} ".replace(",", ".") + _plain(kind.title.id) for n, kind in parts)}
    return ABOUT.filled(counts=Words(**told), day=day(facts.analysis))


def _plain(title: str) -> str:
    """A title within a sentence: small first letter, unless it is an abbreviation."""
    return title if title[:2].isupper() else title[0].lower() + title[1:]


MONTHS = ("Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember")
MONTHS_EN = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")


def day(analysis: Analysis) -> Words:
    """The day of the analysis in words."""
    at = analysis.as_of
    return Words(f"{at.day} {MONTHS_EN[at.month - 1]} {at.year}", f"{at.day} {MONTHS[at.month - 1]} {at.year}")
