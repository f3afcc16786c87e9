"""Who counts: the power-interest grid, the salience classes, and what they ask of those who engage.

Mendelow 1991; Mitchell, Agle & Wood 1997. Ratings of persons are personal, and so is all that follows from them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from sysmap.analysis import Analysis, kept
from sysmap.schema import Words

__all__ = ["PLANS", "Quadrant", "Salience", "Standing", "plans", "standings"]

Quadrant = Literal["manage closely", "keep satisfied", "keep informed", "monitor"]
Salience = Literal["definitive", "dominant", "dangerous", "dependent", "dormant", "discretionary", "demanding", "not salient"]

QUADRANTS: dict[tuple[bool, bool], Quadrant] = {
    (True, True): "manage closely", (True, False): "keep satisfied", (False, True): "keep informed", (False, False): "monitor"}
"""By whether power and interest are high."""
CLASSES: dict[tuple[bool, bool, bool], Salience] = {
    (True, True, True): "definitive", (True, True, False): "dominant", (True, False, True): "dangerous", (False, True, True): "dependent",
    (True, False, False): "dormant", (False, True, False): "discretionary", (False, False, True): "demanding",
    (False, False, False): "not salient"}
"""By whether power, legitimacy and urgency are high."""

PLANS: dict[Salience | Quadrant, Words] = {
    "definitive": Words(en="Bring {names} into every decision now, and agree on a regular meeting: power, right and urgency are all theirs.",
                        id="Libatkan {names} dalam setiap keputusan sekarang juga, dan sepakati pertemuan rutin: kuasa, keabsahan, dan kemendesakan ada pada mereka."),
    "dominant": Words(en="Give {names} a seat in planning: they expect attention, and can give or withhold what others need.",
                      id="Beri {names} tempat dalam perencanaan: mereka menanti perhatian, dan dapat memberi atau menahan yang dibutuhkan pihak lain."),
    "dangerous": Words(en="Talk with {names} early and keep the door open: power and urgency without recognised right can turn to force.",
                       id="Ajak {names} bicara sejak awal dan jaga pintu tetap terbuka: kuasa dan desakan tanpa pengakuan dapat berubah menjadi tekanan."),
    "dependent": Words(en="Find {names} a strong ally: their claim is right and urgent, but they cannot carry it alone.",
                       id="Carikan {names} sekutu yang kuat: tuntutan mereka sah dan mendesak, tetapi tidak dapat mereka wujudkan sendiri."),
    "dormant": Words(en="Keep {names} informed of what may concern them: their power sleeps until a claim wakes it.",
                     id="Beri {names} kabar tentang hal yang menyangkut mereka: kuasa mereka tertidur sampai ada tuntutan yang membangunkannya."),
    "discretionary": Words(en="Invite {names} to contribute: nobody forces it, and their good name helps.",
                           id="Undang {names} untuk menyumbang: tidak ada yang memaksa, dan nama baik mereka membantu."),
    "demanding": Words(en="Listen to {names} and say what can be done and what not: their call is urgent, though it binds nobody.",
                       id="Dengarkan {names} dan sampaikan apa yang bisa dan tidak bisa: desakan mereka nyata, meski tidak mengikat siapa pun."),
    "not salient": Words(en="Keep an eye on {names}: none of the three is high today, which may change.",
                         id="Pantau {names}: ketiganya belum tinggi hari ini, dan itu dapat berubah."),
    "manage closely": Words(en="Work with {names} day by day: they can and they want to.",
                            id="Bekerjalah erat dengan {names}: mereka mampu dan mau."),
    "keep satisfied": Words(en="Keep {names} content with short and rare messages, and show what is in it for them: they can, but hardly care.",
                            id="Jaga {names} tetap puas dengan pesan singkat seperlunya, dan tunjukkan manfaatnya bagi mereka: mereka mampu, tetapi kurang berminat."),
    "keep informed": Words(en="Keep {names} informed and give them a voice: they care, but can do little alone.",
                           id="Beri {names} kabar dan ruang bersuara: mereka peduli, tetapi tidak dapat berbuat banyak sendirian."),
    "monitor": Words(en="Look in on {names} now and then.", id="Tengok {names} sewaktu-waktu."),
}
"""What to do with each class and quadrant; `{names}` are its members."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a stakeholder stands; None where a rating that it takes is missing. `partners`: None where nobody asked."""

    stakeholder: str
    quadrant: Quadrant | None
    salience: Salience | None
    partners: int | None


@kept
def standings(analysis: Analysis) -> tuple[Standing, ...]:
    """The standing of every stakeholder, in the order of their uids; high is a rating of `Settings.salient` and up."""
    def of(uid: str) -> Standing:
        power, interest, legitimacy, urgency = (_high(analysis, uid, name) for name in ("power", "interest", "legitimacy", "urgency"))
        return Standing(
            uid,
            None if power is None or interest is None else QUADRANTS[power, interest],
            None if power is None or legitimacy is None or urgency is None else CLASSES[power, legitimacy, urgency],
            analysis.collaboration.degree[uid] if analysis.ties_assessed else None)
    return tuple(map(of, analysis.nodes("Stakeholder")))


def plans(analysis: Analysis) -> Iterator[tuple[Salience | Quadrant, tuple[str, ...]]]:
    """Each class that somebody is in, with its members; the quadrant of those who have no class.

    Classes first, the most salient first, as in `PLANS`.
    """
    found = standings(analysis)
    for name in PLANS:
        members = tuple(one.stakeholder for one in found if name == (one.salience or one.quadrant))
        if members:
            yield name, members


def _high(analysis: Analysis, uid: str, name: str) -> bool | None:
    rating = analysis.props(uid).get(name)
    return rating >= analysis.settings.salient if isinstance(rating, int | float) else None
