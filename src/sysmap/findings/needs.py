"""What findings need of the data; where it is absent they say "not assessed", never "100 % gap"."""

from __future__ import annotations

from sysmap.analysis import Analysis
from sysmap.findings.port import Need
from sysmap.measures.grouping import groups
from sysmap.models.brokerage_openness import groupings
from sysmap.models.stakeholders_influence import actors
from sysmap.models.stakeholders_salience import standings
from sysmap.models.stakeholders_stance import stances
from sysmap.schema import Words

__all__ = ["CAUSES", "COORDINATION", "GROUPS", "INFLUENCE", "INNOVATIONS", "OWNERS", "PARTNERSHIPS", "PROBLEMS", "RATINGS", "SALIENCE", "STANCES", "WORK"]


def _works(analysis: Analysis) -> bool:
    """Whether it is said anywhere who works on what: by a tie, or by a file that is there for ties."""
    types = ("OWNS", *analysis.settings.works, *analysis.settings.carries)
    return "links.csv" in analysis.files or any(map(analysis.whole_has, types))


PARTNERSHIPS = Need(
    lambda analysis: analysis.ties_assessed,
    Words(en="There are no data on partnerships: no partnerships.csv and not one partnership.",
          id="Tidak ada data kemitraan: partnerships.csv tidak ada dan belum ada satu pun kemitraan."),
    Words(en="Write down who works with whom in partnerships.csv (source, target), and build the map again.",
          id="Catat siapa bermitra dengan siapa di partnerships.csv (source, target), lalu buat lagi petanya."))

PROBLEMS = Need(
    lambda analysis: "problems.csv" in analysis.files or bool(analysis.nodes("Problem")),
    Words(en="There are no data on problems: no problems.csv.", id="Tidak ada data masalah: problems.csv tidak ada."),
    Words(en="List the public problems in problems.csv (id, name, severity), and build the map again.",
          id="Daftarkan masalah publik di problems.csv (id, name, severity), lalu buat lagi petanya."))

WORK = Need(
    _works,
    Words(en="The data do not say who works on which problem.", id="Data tidak menyebut siapa menangani masalah apa."),
    Words(en="Fill the columns owners and worked_on_by of problems.csv, and build the map again.",
          id="Isi kolom owners dan worked_on_by di problems.csv, lalu buat lagi petanya."))

COORDINATION = (PARTNERSHIPS, PROBLEMS, WORK)
"""What it takes to say who should work together and does not."""

OWNERS = Need(
    lambda analysis: analysis.whole_has("OWNS"),
    Words(en="The data name no owner of any problem: nobody answers for one, or nobody wrote it down.",
          id="Data tidak menyebut satu pun penanggung jawab masalah: memang tidak ada, atau belum dicatat."),
    Words(en="Write who answers for each problem in the column owners of problems.csv, and build the map again.",
          id="Tulis siapa penanggung jawab tiap masalah di kolom owners pada problems.csv, lalu buat lagi petanya."))

INNOVATIONS = Need(
    lambda analysis: "innovations.csv" in analysis.files or bool(analysis.nodes("Innovation")),
    Words(en="There are no data on innovations: no innovations.csv.", id="Tidak ada data inovasi: innovations.csv tidak ada."),
    Words(en="List the innovations and what they address in innovations.csv (id, name, stage, addresses), and build the map again.",
          id="Daftarkan inovasi dan masalah yang dijawabnya di innovations.csv (id, name, stage, addresses), lalu buat lagi petanya."))

GROUPS = Need(
    lambda analysis: any(group is not None for field in groupings(analysis) for group in groups(analysis, field).values()),
    Words(en="The data do not say which sector each stakeholder belongs to, nor whether it stands inside or outside.",
          id="Data tidak menyebut sektor setiap pihak, atau apakah ia internal atau eksternal."),
    Words(en="Fill the columns sector and boundary of stakeholders.csv, or set grouping in sysmap.toml, and build the map again.",
          id="Isi kolom sector dan boundary di stakeholders.csv, atau atur grouping di sysmap.toml, lalu buat lagi petanya."))

RATINGS = Need(
    lambda analysis: any(one.quadrant or one.salience for one in standings(analysis)),
    Words(en="No stakeholder has ratings of power and interest, or of power, legitimacy and urgency.",
          id="Tidak ada pihak yang diberi nilai kuasa dan minat, atau kuasa, legitimasi, dan kemendesakan."),
    Words(en="Rate stakeholders from 1 to 5 in the columns power, interest, legitimacy and urgency of stakeholders.csv, and build the map again.",
          id="Beri nilai 1 sampai 5 pada kolom power, interest, legitimacy, dan urgency di stakeholders.csv, lalu buat lagi petanya."))

SALIENCE = Need(
    lambda analysis: any(one.salience for one in standings(analysis)),
    Words(en="No stakeholder has ratings of power, legitimacy and urgency together.",
          id="Tidak ada pihak yang diberi nilai kuasa, legitimasi, dan kemendesakan sekaligus."),
    RATINGS.next_step)

STANCES = Need(
    lambda analysis: bool(stances(analysis)),
    Words(en="The data do not say who supports or opposes which innovation or goal.",
          id="Data tidak menyebut siapa mendukung atau menolak inovasi atau tujuan apa."),
    Words(en="Write ties SUPPORTS and OPPOSES in links.csv, and build the map again.",
          id="Tulis hubungan SUPPORTS dan OPPOSES di links.csv, lalu buat lagi petanya."))

INFLUENCE = Need(
    lambda analysis: bool(actors(analysis)),
    Words(en="The data do not say which stakeholder influences which.", id="Data tidak menyebut pihak mana memengaruhi pihak mana."),
    Words(en="Write ties RELATES_TO of the kind influence in links.csv, with a weight from 1 to 4, and build the map again.",
          id="Tulis hubungan RELATES_TO berjenis influence di links.csv, dengan bobot 1 sampai 4, lalu buat lagi petanya."))

CAUSES = Need(
    lambda analysis: analysis.causal.number_of_edges() > 0,
    Words(en="The data do not say what influences what among problems, factors, innovations and goals.",
          id="Data tidak menyebut apa memengaruhi apa di antara masalah, faktor, inovasi, dan tujuan."),
    Words(en="Write ties INFLUENCES in links.csv, each with a polarity (+, - or ?), and build the map again.",
          id="Tulis hubungan INFLUENCES di links.csv, masing-masing dengan polarity (+, -, atau ?), lalu buat lagi petanya."))
