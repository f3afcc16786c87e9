"""What readers add for themselves: notes and views kept under a name. The data are theirs; only the words come from here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sysmap.page.views.port import view
from sysmap.rendering.facts import Facts
from sysmap.schema import Words

__all__ = ["own"]

WORDS: Mapping[str, Words] = {
    "own": Words("Your notes and views", "Catatan dan tampilan Anda"),
    "own_kept": Words("They stay in this browser on this device, and go nowhere.", "Semuanya tersimpan di peramban ini pada perangkat ini, dan tidak dikirim ke mana pun."),
    "own_lost": Words("This browser keeps nothing for files: save them before you close the page.",
                      "Peramban ini tidak menyimpan apa pun untuk berkas: simpan dulu sebelum halaman ditutup."),
    "own_note": Words("Your note", "Catatan Anda"),
    "own_page_note": Words("Note on the whole map", "Catatan tentang seluruh peta"),
    "own_notes": Words("Notes", "Catatan"),
    "own_no_notes": Words("None yet: choose something on the map and write under “Your note”.", "Belum ada: pilih sesuatu di peta lalu tulis di bawah “Catatan Anda”."),
    "own_views": Words("Views", "Tampilan"),
    "own_name": Words("Name of this view", "Nama tampilan ini"),
    "own_keep": Words("Keep this view", "Simpan tampilan ini"),
    "own_forget": Words("Delete “{name}”", "Hapus “{name}”"),
    "own_save": Words("Save all as a file (JSON)", "Simpan semua sebagai berkas (JSON)"),
    "own_read": Words("Add those of a file", "Tambahkan dari berkas"),
    "own_added": Words("{notes} notes and {views} views were added.", "{notes} catatan dan {views} tampilan ditambahkan."),
    "own_strange": Words("That is no file of notes and views of sysmap.", "Berkas itu bukan catatan dan tampilan sysmap."),
    "own_elsewhere": Words("not on this map", "tidak ada di peta ini"),
}


@view("own", WORDS, order=80)
def own(facts: Facts) -> dict[str, Any] | None:  # noqa: ARG001  every view is handed the facts
    """Nothing: what readers add is theirs."""
    return None
