"""What findings need of the data; where it is absent they say "not assessed", never "100 % gap"."""

from __future__ import annotations

from sysmap.analysis import Analysis
from sysmap.findings.port import Need
from sysmap.schema import Words

__all__ = ["INNOVATIONS", "PARTNERSHIPS", "PROBLEMS", "WORK"]


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

INNOVATIONS = Need(
    lambda analysis: "innovations.csv" in analysis.files or bool(analysis.nodes("Innovation")),
    Words(en="There are no data on innovations: no innovations.csv.", id="Tidak ada data inovasi: innovations.csv tidak ada."),
    Words(en="List the innovations and what they address in innovations.csv (id, name, stage, addresses), and build the map again.",
          id="Daftarkan inovasi dan masalah yang dijawabnya di innovations.csv (id, name, stage, addresses), lalu buat lagi petanya."))
