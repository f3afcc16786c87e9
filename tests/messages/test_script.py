"""scripts/catalogues: what it collects, what it refuses, what it keeps and what it finds wrong."""

from __future__ import annotations

import sys
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
CODE = '''
"""Message("in a docstring") is none."""
A = Message("one " "line", who=Message("inner {n}", n=plural("{n} gap", "{n} gaps", 3)))
B = in_context("Stakeholder.sector", "community")
C = Cause("F012", "{column} is {value}", "give {low}"
          " or more")
D = Cause("F013", "no remedy")
AGAIN = Message("run again")
F = Cause("F014", plural("{n} fault", "{n} faults"), AGAIN)
E = SysmapError(C, column="x")
'''


@pytest.fixture
def script(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script as a module, over a source of one file and without queries."""
    loader = SourceFileLoader("catalogues_script", str(ROOT / "scripts/catalogues"))
    module = module_from_spec(spec_from_loader("catalogues_script", loader))
    monkeypatch.setitem(sys.modules, "catalogues_script", module)
    monkeypatch.setattr(sys, "path", list(sys.path))
    loader.exec_module(module)
    for name, folder in {"SOURCE": "src", "QUERIES": "queries", "FOLDER": "locale"}.items():
        (tmp_path / folder).mkdir()
        monkeypatch.setattr(module, name, tmp_path / folder)
    monkeypatch.setattr(module, "ROOT", tmp_path)
    (tmp_path / "src/gaps.py").write_text(CODE)
    return module


def test_texts_are_collected_with_context_and_forms(script):
    assert [(one.texts, one.context) for one in script.texts()] == [
        (("one line",), None),
        (("inner {n}",), None),
        (("{n} gap", "{n} gaps"), None),
        (("community",), "Stakeholder.sector"),
        (("{column} is {value}",), None),
        (("give {low} or more",), None),
        (("no remedy",), None),
        (("run again",), None),
        (("{n} fault", "{n} faults"), None),
    ]


@pytest.mark.parametrize(
    "call",
    [
        "Message(f'{x} gaps')",
        "Message(text)",
        "plural('one', many, 2)",
        "in_context('a', b)",
        "Message()",
        "Message(*parts)",
        "Cause('F001', 'a', remedy)",
    ],
)
def test_a_computed_text_is_refused(script, call):
    (script.SOURCE / "gaps.py").write_text(f"\n{call}")
    with pytest.raises(script.NotConstant, match=r"gaps\.py:2"):
        list(script.texts())


def test_two_plurals_of_one_singular_are_refused(script):
    (script.SOURCE / "gaps.py").write_text("plural('{n} gap', '{n} gaps', 2)\nplural('{n} gap', 'all gaps', 2)")
    with pytest.raises(script.NotConstant, match="other plural forms"):
        script.template()


def test_headers_of_queries_are_collected(script):
    (script.QUERIES / "partners.cypher").write_text(
        "// title: Partners\n// about: Who works with whom.\n// param who: text -- its id | kodenya\n// param top: integer = 50 -- how many\n// returns: a\nMATCH (n)\n"
    )
    found = [(one.texts[0], one.context) for one in script.texts() if one.context == "query"]
    assert found == [
        ("Partners", "query"),
        ("Who works with whom.", "query"),
        ("its id", "query"),
        ("how many", "query"),
    ]


def test_an_update_keeps_translations_and_names_what_it_drops(script, capsys):
    script.update(["id"])
    path = script.FOLDER / "id/LC_MESSAGES/sysmap.po"
    text = path.read_text()
    assert "Date" not in text
    assert "gaps.py:" not in text
    path.write_text(
        text.replace('msgid "no remedy"\nmsgstr ""', 'msgid "no remedy"\nmsgstr "tanpa obat"').replace(
            '"one line"\nmsgstr ""', '"one line"\nmsgstr "satu baris"'
        )
    )
    (script.SOURCE / "gaps.py").write_text(CODE.replace("one ", "single ").replace("in a doc", "in the doc"))
    capsys.readouterr()
    script.update([])
    said = capsys.readouterr().out
    assert "9 texts, 8 to translate" in said
    assert "dropped: one line" in said
    assert 'msgstr "tanpa obat"' in path.read_text()
    assert "satu baris" not in path.read_text(), "a text that has changed is not translated by guess"
    before = path.read_bytes()
    script.update([])
    assert path.read_bytes() == before


def whole(script, **changes):
    """The catalogue with every text translated by itself, and these msgstr instead."""
    script.update(["id"])
    path = script.FOLDER / "id/LC_MESSAGES/sysmap.po"
    lines = path.read_text().splitlines(keepends=True)
    source = ""
    for at, line in enumerate(lines):
        if line.startswith("msgid"):
            source = line.split(" ", 1)[1].strip().strip('"')
        elif line.startswith("msgstr") and source:
            lines[at] = line.replace('""', f'"{changes.get(source, source)}"')
    path.write_text("".join(lines))
    return path


def test_a_whole_catalogue_has_no_fault(script):
    path = whole(script)
    assert script.check() == 0
    script.compile_all()
    assert path.with_suffix(".mo").exists()
    assert script.check() == 0


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"one line": ""}, "not translated: 'one line'"),
        ({"give {low} or more": "beri lebih"}, "loses {low}"),
        ({"community": "{siapa}"}, "invents {siapa}"),
        ({"{n} gaps": "kesenjangan"}, "loses {n}"),
    ],
)
def test_what_is_wrong_is_named(script, capsys, changes, fault):
    path = whole(script, **changes)
    capsys.readouterr()
    assert script.check() == 1
    said = capsys.readouterr().out
    assert fault in said
    # The line is the one of the entry's first word: its context, or its source.
    name, line, _ = said.split(":", 2)
    assert name == "locale/id/LC_MESSAGES/sysmap.po"
    entry = "".join(path.read_text().splitlines(keepends=True)[int(line) - 1 :]).partition("\n\n")[0]
    assert entry.startswith("msg")
    assert next(iter(changes)) in entry


def test_a_stale_or_strange_entry_is_a_fault(script, capsys):
    path = whole(script)
    text = path.read_text()
    path.write_text(text + '\nmsgid "nobody asks"\nmsgstr "tidak ada"\n')
    capsys.readouterr()
    assert script.check() == 1
    assert f"sysmap.po:{text.count(chr(10)) + 2}: is not what the sources ask for" in capsys.readouterr().out
    path.write_text(text)
    assert script.check() == 0
    path.with_suffix(".mo").write_bytes(b"old")
    assert script.check() == 1
    assert "sysmap.mo is not made from it" in capsys.readouterr().out
