"""Other programs' files become tables: counts, signs, kinds, and what is told; the same answer by the kept mapping."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import pytest

import sysmap.exchange  # noqa: F401  importing the room registers its formats
from sysmap.errors import DataError
from sysmap.exchange.importing import Imported, import_file, write_import
from sysmap.exchange.lz_string import unpack_utf16
from sysmap.exchange.mapping import MAPPING, known_meaning, read_mapping
from sysmap.exchange.meaning import find_meaning
from sysmap.tables.folder import read_folder
from sysmap.vocabulary import VOCABULARY


@contextmanager
def fault(words: str) -> Iterator[None]:
    """The block raises one fault that says these words."""
    with pytest.raises(DataError) as refused:
        yield
    assert [words in str(one) for one in refused.value.faults] == [True]


def element(id: str, label: str | None, type: str | None = None, **attributes: object) -> dict[str, object]:
    return {"_id": id, "attributes": {"label": label, "element type": type, **attributes}}


def connection(id: str, source: str, target: str, **about: object) -> dict[str, object]:
    attributes = {name: about.pop(name) for name in list(about) if name not in {"direction", "delayed"}}
    attributes = {name.replace("_", " "): value for name, value in attributes.items()}
    return {"_id": id, "from": source, "to": target, "direction": "directed", **about, "attributes": attributes}


PROJECT = {
    "name": "Air bersih",
    "defaultMap": "map-1",
    "elements": [
        element("e1", "Dinas  Air", "Pemerintah", anggaran=12),
        element("e2", "Kampus", "Perguruan Tinggi"),
        element("e3", "Kekeringan", "Masalah", severity=4),
        element("e4", "Curah hujan", "Faktor"),
        element("e5", "Dinas Air", "Pemerintah"),
        element("e6", "Dibuang", "Masalah"),
        element("e7", "Entah", "Zzz"),
    ],
    "connections": [
        connection("k1", "e1", "e2", direction="mutual", connection_type="Kemitraan"),
        connection("k2", "e1", "e3", connection_type="Menangani"),
        connection("k3", "e4", "e3", label="-", delayed=True),
        connection("k4", "e4", "e3", connection_type="same"),
        connection("k5", "e3", "e99"),
    ],
    "maps": [
        {
            "_id": "map-1",
            "elements": [{"element": f"e{n}", "position": {"x": n, "y": 2 * n}} for n in (1, 2, 3, 4, 5, 7)],
        }
    ],
    "perspectives": [{"_id": "pers-1"}],
}


@pytest.fixture
def imported(tmp_path: Path) -> Imported:
    file = tmp_path / "x.txt"
    file.write_text(json.dumps(PROJECT), encoding="utf-8")
    return import_file(file, VOCABULARY)


def test_a_kumu_project_becomes_kinds_and_ties(imported: Imported) -> None:
    assert imported.format.name == "kumu_project"
    # e7's type is not known, and most connections have no sign: it is taken for a stakeholder, which is a guess
    assert imported.made.kinds == {"Stakeholder": 4, "Problem": 1, "Factor": 1}
    assert imported.made.types == {"PARTNERS_WITH": 1, "WORKS_ON": 1, "INFLUENCES": 2}
    assert [type for type, meaning in imported.types.items() if meaning.reason is not None] == ["Zzz"]
    influences = [tie.props for tie in imported.made.ties.values() if tie.type == "INFLUENCES"]
    assert sorted((props["polarity"], props.get("delay")) for props in influences) == [("+", None), ("-", "long")]
    assert imported.made.places["problem:e3"] == (3.0, 6.0)


def test_what_is_left_out_is_told(imported: Imported) -> None:
    said = " ".join(map(str, imported.made.told))
    for words in (
        "1 element is on no map",
        "not carried: 1 view",
        "1 connection ends at an element",
        "1 name is borne",
    ):
        assert words in said


def test_the_tables_read_back_as_what_was_made(imported: Imported, tmp_path: Path) -> None:
    folder = tmp_path / "tables"
    write_import(imported, folder, VOCABULARY, "id")
    read = read_folder(folder, VOCABULARY)
    assert not read.errors, [str(fault) for fault in read.errors]
    assert {(row.uid, row.props["name"]) for row in read.nodes} == {
        (row.uid, row.props["name"]) for row in imported.made.nodes
    }
    assert sorted((tie.type, tie.source, tie.target) for tie in read.ties) == sorted(
        (tie.type, tie.source, tie.target) for tie in imported.made.ties.values()
    )
    assert {row.uid: row.props["severity"] for row in read.nodes if "severity" in row.props} == {"problem:e3": 4}


def test_the_mapping_is_kept_and_honoured(imported: Imported, tmp_path: Path) -> None:
    folder, file = tmp_path / "tables", tmp_path / "x.txt"
    write_import(imported, folder, VOCABULARY, "id")
    text = (folder / MAPPING).read_text(encoding="utf-8")
    same = import_file(file, VOCABULARY, mapped=read_mapping(text, VOCABULARY))
    assert (same.made.nodes, same.made.ties) == (imported.made.nodes, imported.made.ties)
    changed = text.replace('[types."Zzz"]  # 1\nkind = "Stakeholder"', '[types."Zzz"]  # 1\nkind = "Goal"')
    assert changed != text
    other = import_file(file, VOCABULARY, mapped=read_mapping(changed, VOCABULARY))
    assert other.made.kinds["Goal"] == 1
    with fault("Gaol"):
        read_mapping(changed.replace("Goal", "Gaol"), VOCABULARY)


def test_tables_that_people_changed_are_not_written_over(imported: Imported, tmp_path: Path) -> None:
    folder = tmp_path / "tables"
    write_import(imported, folder, VOCABULARY, "id")
    write_import(imported, folder, VOCABULARY, "id")
    table = folder / "problems.csv"
    table.write_bytes(table.read_bytes() + b"mine,Mine\r\n")
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    with fault("problems.csv"):
        write_import(imported, folder, VOCABULARY, "id")
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_a_word_is_read_as_people_mean_it() -> None:
    assert find_meaning("Pemerintah", VOCABULARY, causal=True).values == {"sector": "government"}
    assert find_meaning("stakeholders", VOCABULARY, causal=True).label == "Stakeholder"
    assert find_meaning("Desired Outcome", VOCABULARY, causal=False).label == "Goal"
    assert find_meaning("Desired Outcome", VOCABULARY, causal=False).reason is not None
    assert find_meaning("", VOCABULARY, causal=True).label == "Factor"
    assert known_meaning("Org = stakeholder", VOCABULARY) == (
        "Org",
        find_meaning("Stakeholder", VOCABULARY, causal=True),
    )


LOOPY = [
    [[1, 10, 20, 0.5, "50%25%20air", 3], [4, 5, 6, 0, "?", 1]],
    [[1, 4, 10, -1, 0], [4, 1, 20, 1, 0], [1, 9, 0, 1, 0]],
    [[1, 2, "catatan"]],
    4,
]


@pytest.mark.parametrize("form", ["file", "link"])
def test_loopy_texts_are_decoded_as_often_as_they_were_encoded(form: str, tmp_path: Path) -> None:
    text = json.dumps(LOOPY)
    if form == "link":
        text = f"https://ncase.me/loopy/v1.1/?embed=1&data={quote(text, safe='[],')}"
    file = tmp_path / "any"
    file.write_text(text, encoding="utf-8")
    made = import_file(file, VOCABULARY)
    assert [one.name for one in made.foreign.elements] == ["50% air", ""]
    assert [one.sign for one in made.foreign.connections] == ["-", "+", "+"]
    assert made.made.types == {"INFLUENCES": 2}


PRSM = {
    "nodes": [
        {"id": "1", "label": "Curah\nhujan", "grp": "group0", "x": 1, "y": 2, "att1": "2020"},
        {"id": "2", "label": "Panen", "grp": "group1", "title": "a<br>b"},
        {"id": "3", "label": "Panen", "grp": "kumuGroup"},
    ],
    "edges": [
        {"id": "a", "from": "1", "to": "2", "grp": "edge0", "arrows": "to"},
        {"id": "b", "from": "2", "to": "1", "grp": "edge1", "color": "#d7191c"},
        {"id": "c", "from": "2", "to": "3", "grp": "edge1"},
    ],
    "styles": {
        "nodes": {"group0": {"groupLabel": "Faktor"}, "group1": {"groupLabel": "Sample"}},
        "edges": {
            "edge0": {"groupLabel": "+ve"},
            "edge1": {"groupLabel": "Sample", "arrows": {"to": {"enabled": True}}},
        },
    },
    "attributeTitles": {"att1": "Tahun"},
    "room": "SECRET-ROOM",
}


def test_prsm_signs_come_from_styles_and_colours(tmp_path: Path) -> None:
    file = tmp_path / "peta"
    file.write_bytes(b"\xef\xbb\xbf" + json.dumps(PRSM).encode())
    made = import_file(file, VOCABULARY)
    first, second, _ = made.foreign.elements
    assert (first.name, first.type, first.columns, first.place) == ("Curah hujan", "Faktor", {"Tahun": "2020"}, (1, 2))
    assert (second.type, second.columns) == ("", {"description": "a b"})
    assert [(one.sign, one.guess) for one in made.foreign.connections] == [("+", ""), ("-", "color"), ("", "")]
    assert "1 sign is guessed from the colour" in " ".join(map(str, made.made.told))
    write_import(made, tmp_path / "out", VOCABULARY, "id")
    assert not any(b"SECRET" in path.read_bytes() for path in (tmp_path / "out").iterdir())


def test_packed_texts_are_those_of_lz_string() -> None:
    # made by the library lz-string 1.5.0: compressToUTF16
    units = unpack_utf16("\u10e1\u0d9b\u2421\u01dc\u0c00\u1441\u3c3b\u4021\u76a0\u0020")
    assert units.encode("utf-16", "surrogatepass").decode("utf-16") == "abababababab {}\n😀"
    with pytest.raises(ValueError, match="packed"):
        unpack_utf16("~~~~")


@pytest.mark.parametrize("text", ["", "{", "nothing", "id,name\n1,A\n", "[[[", '{"nodes": 1}'])
def test_what_is_no_map_is_refused_in_a_sentence(text: str, tmp_path: Path) -> None:
    file = tmp_path / "any"
    file.write_text(text)
    with pytest.raises(DataError) as refused:
        import_file(file, VOCABULARY)
    assert len(refused.value.faults) == 1


def test_a_deep_file_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "deep.json"
    file.write_text('{"elements": [{"_id": "a", "attributes": ' + "[" * 100_000 + "]" * 100_000 + "}]}")
    with fault("200 deep"):
        import_file(file, VOCABULARY, format="kumu_project")
