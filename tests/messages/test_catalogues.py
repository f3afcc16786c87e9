"""Catalogues: found by their folder, read from .mo or .po, and never a reason to stop."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from sysmap.messages import Message, catalogues, languages, plural, take_warnings

ROOT = Path(__file__).resolve().parents[2]
GAP = Message("gap")


def test_a_language_is_a_folder(translate, folder):
    assert languages() == ("en",)
    translate("jv", {"gap": "longkangan"})
    translate("id", {"gap": "kesenjangan"})
    (folder / "fr").mkdir()
    assert languages() == ("en", "id", "jv")
    assert GAP.render("jv") == "longkangan"
    assert take_warnings() == ()


@pytest.mark.usefixtures("folder")
def test_a_language_without_a_catalogue_is_english_and_that_is_said_once():
    assert [GAP.render("xx"), GAP.render("xx"), plural("{n} gap", "{n} gaps", 2).render("xx")] == [
        "gap",
        "gap",
        "2 gaps",
    ]
    (said,) = take_warnings()
    assert "'xx'" in said
    assert take_warnings() == ()


@pytest.mark.parametrize(
    "content",
    [b"", b"no catalogue", bytes.fromhex("de120495") + b"\0" * 4, bytes.fromhex("de120495") + b"\xff" * 60],
    ids=["empty", "text", "cut", "wild"],
)
def test_a_broken_catalogue_is_english_and_that_is_said_once(content, translate):
    translate("id", {"gap": "kesenjangan"}).with_suffix(".mo").write_bytes(content)
    catalogues.forget()
    assert [GAP.render("id"), GAP.render("id")] == ["gap", "gap"]
    (said,) = take_warnings()
    assert "cannot be read" in said


@pytest.mark.parametrize(
    "content",
    [
        'msgid "gap\n',
        'msgid "gap"\nmsgstr "\xff"\n',
        'msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=__import__;\\n"\nmsgid "a"\nmsgstr "b"\n',
    ],
)
def test_so_is_a_source_that_cannot_be_compiled(content, translate):
    translate("id", {}).write_bytes(content.encode("latin-1"))
    assert GAP.render("id") == "gap"
    assert len(take_warnings()) <= 1


def test_a_damaged_compiled_catalogue_never_raises(translate):
    """Each of its bytes turned round in turn."""
    path = translate("id", {"gap": "kesenjangan"}, {("{n} tie", "{n} ties"): ("{n} hubungan",)})
    whole = catalogues.compiled(path)
    for at in range(len(whole)):
        path.with_suffix(".mo").write_bytes(whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :])
        catalogues.forget()
        assert GAP.render("id")
        assert plural("{n} tie", "{n} ties", 2).render("id")


def test_the_compiled_file_is_read_unless_its_source_is_newer(translate):
    path = translate("id", {"gap": "kesenjangan"})
    made = path.with_suffix(".mo")
    made.write_bytes(catalogues.compiled(path))
    translate("id", {"gap": "celah"})
    os.utime(made, ns=(path.stat().st_mtime_ns + 1,) * 2)
    catalogues.forget()
    assert GAP.render("id") == "kesenjangan"
    os.utime(made, ns=(path.stat().st_mtime_ns - 1,) * 2)
    catalogues.forget()
    assert GAP.render("id") == "celah"


def test_a_catalogue_compiles_to_the_same_bytes_on_every_day(translate, monkeypatch):
    path = translate("id", {"gap": "kesenjangan"})
    once = catalogues.compiled(path)
    monkeypatch.setattr(
        "babel.messages.catalog.datetime.datetime",
        type("Later", (datetime,), {"now": classmethod(lambda cls, tz=None: cls(2040, 1, 1, tzinfo=tz))}),
    )
    assert catalogues.compiled(path) == once


def test_uncertain_translations_are_not_shown(translate):
    path = translate("id", {"gap": "kesenjangan"})
    path.write_text(path.read_text().replace('msgid "gap"', '#, fuzzy\nmsgid "gap"'))
    assert GAP.render("id") == "gap"


def test_every_shipped_catalogue_is_whole():
    found = subprocess.run(
        [sys.executable, ROOT / "scripts/catalogues", "check"], capture_output=True, text=True, check=False
    )
    assert (found.returncode, found.stdout) == (0, ""), found.stdout + found.stderr
