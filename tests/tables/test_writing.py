"""Rows -> CSV -> rows is the identity, for rows of every kind."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sysmap.errors import OutputError
from sysmap.schema import Field, node_uid, tie_uid
from sysmap.tables.cells import spellings
from sysmap.tables.finding import known_files
from sysmap.tables.folder import examine_folder
from sysmap.tables.nothing import markers
from sysmap.tables.read_settings import ReadSettings
from sysmap.tables.rows import Dataset, NodeRow, TieRow
from sysmap.tables.text import fold_text, guard_cell
from sysmap.tables.writing import csv_text, dataset_files, write_folder
from sysmap.vocabulary import VOCABULARY

NASTY = "'=+-@\t\"|;,\n\r \u00a0éꦏ<&0159.aZ"
# Outer blanks are no part of a text: the reader drops them.
TEXTS = (
    st.text(
        st.one_of(st.sampled_from(NASTY), st.characters(codec="utf-8", exclude_characters="\0")),
        min_size=1,
        max_size=12,
    )
    .map(lambda text: text.strip(" \u00a0\r\n"))
    .filter(lambda text: text.strip() and "\0" not in text)
)
IDS = st.text(
    st.one_of(st.sampled_from("'=+-@|;:/#>%,S1"), st.characters(codec="utf-8", categories=("L", "N"))),
    min_size=1,
    max_size=6,
)
SIGN = re.compile(r"[-+/\u00b1\u2212\u2013]+")
"""A sign alone, which is never taken for a choice."""
WHO = ("id", "name", "aliases")
"""What says who a node is; two nodes that share one of these may be one."""
ITEMS = st.text(st.sampled_from("abc d=-'é"), min_size=1, max_size=5).map(str.strip).filter(bool)
DATES = st.one_of(st.dates().map(str), st.integers(1000, 9999).map(str), st.just("2020-05"))


def values(field: Field) -> st.SearchStrategy[Any]:
    if field.choices and field.closed:
        return st.sampled_from([choice.value for choice in field.choices])
    if field.choices:
        known = spellings(field)
        return st.one_of(
            st.sampled_from([choice.value for choice in field.choices]),
            TEXTS.filter(lambda text: _key(text) not in known and not SIGN.fullmatch(text)),
        )
    if field.many:
        return st.lists(ITEMS, min_size=1, max_size=3).filter(lambda items: not items[0].startswith("'"))
    if field.type in ("integer", "number"):
        return numbers(field)
    return DATES if field.type == "date" else TEXTS


def numbers(field: Field) -> st.SearchStrategy[Any]:
    if field.type == "integer":
        return st.integers(int(field.low or 0), int(field.high or 10**12))
    low = -1e9 if field.low is None else field.low
    # Adding 0.0 makes -0.0, which no table tells from 0, a plain 0.0.
    return st.floats(
        low if field.above is None else field.above,
        field.high or 1e9,
        allow_nan=False,
        exclude_min=field.above is not None,
    ).map(lambda number: number + 0.0)


def _key(text: str) -> str:
    return " ".join(fold_text(text).replace("_", " ").replace("-", " ").split()) or fold_text(text)


def _names_somebody(text: str) -> bool:
    return not markers(ReadSettings()).names_nothing(guard_cell(text))


@st.composite
def props(draw: st.DrawFn, fields: tuple[Field, ...], extras: dict[str, st.SearchStrategy[Any]]) -> dict[str, Any]:
    found = {field.name: draw(values(field)) for field in fields if draw(st.integers(0, 3)) == 0}
    found |= {name: draw(strategy) for name, strategy in extras.items() if draw(st.booleans())}
    if "since" in found and "until" in found:
        del found["until"]
    return found


@st.composite
def datasets(draw: st.DrawFn) -> tuple[list[NodeRow], list[TieRow]]:
    extras: dict[str, st.SearchStrategy[Any]] = {
        "catatan rapat": TEXTS,
        "Luas": st.one_of(TEXTS, st.lists(TEXTS, min_size=2, max_size=3, unique=True).map(sorted)),
        "biaya2": st.floats(-1e6, 1e6, allow_nan=False).map(lambda number: number + 0.0),
    }
    nodes: dict[str, NodeRow] = {}
    for kind in VOCABULARY.nodes:
        fields = tuple(field for field in VOCABULARY.node_columns(kind.label) if field.name not in WHO)
        for id in draw(st.lists(IDS.filter(_names_somebody), max_size=3, unique_by=fold_text)):
            own = {"id": id, "name": draw(TEXTS.filter(_names_somebody)), **draw(props(fields, extras))}
            nodes[node_uid(kind.name, id)] = NodeRow(kind.label, node_uid(kind.name, id), own)
    by_label = {
        kind.label: [uid for uid, node in nodes.items() if node.label == kind.label] for kind in VOCABULARY.nodes
    }
    ties: dict[str, TieRow] = {}
    for kind in draw(st.lists(st.sampled_from(VOCABULARY.ties), max_size=6)):
        source_label, target_label = draw(st.sampled_from(kind.ends))
        if not by_label[source_label] or not by_label[target_label]:
            continue
        source, target = draw(st.sampled_from(by_label[source_label])), draw(st.sampled_from(by_label[target_label]))
        if source == target:
            continue
        if not kind.directed:
            source, target = sorted((source, target))
        own = draw(
            props(
                VOCABULARY.tie_columns(kind.type),
                {
                    "catatan rapat": TEXTS,
                    "wilayah": st.one_of(TEXTS, st.lists(TEXTS, min_size=2, max_size=3, unique=True).map(sorted)),
                },
            )
        )
        identity = "|".join(str(own[name]) for name in kind.identity if name in own)
        uid = tie_uid(kind.type, source, target, identity, draw(st.one_of(st.just(""), TEXTS)))
        ties[uid] = TieRow(kind.type, uid, source, target, own)
    return sorted(nodes.values(), key=lambda node: node.uid), sorted(ties.values(), key=lambda tie: tie.uid)


def written_and_read(nodes: list[NodeRow], ties: list[TieRow], delimiter: str) -> Dataset:
    with tempfile.TemporaryDirectory() as folder:
        write_folder(Path(folder), nodes, ties, VOCABULARY, delimiter=delimiter, files=known_files(VOCABULARY))
        return examine_folder(Path(folder), VOCABULARY)


@pytest.mark.no_cover
@settings(max_examples=150, deadline=None)
@given(datasets(), st.sampled_from(",;\t|"))
def test_rows_come_back_the_same(rows: tuple[list[NodeRow], list[TieRow]], delimiter: str) -> None:
    dataset = written_and_read(*rows, delimiter)
    assert [str(fault) for fault in dataset.errors] == []
    assert list(dataset.nodes) == rows[0]
    assert list(dataset.ties) == rows[1]


def test_a_history_comes_back() -> None:
    node = NodeRow(
        "Innovation", "innovation:I1", {"id": "I1", "name": "a", "stage_history": ["2021 idea", "2023-12-31 pilot"]}
    )
    assert written_and_read([node], [], ",").nodes == (node,)


def test_a_column_that_could_be_taken_for_another_keeps_its_meaning() -> None:
    own = {"mulai": "x", "type": "media", "title": "Dr", "Instansi": "b", "Sektor (lama)": "c", "Pihak 1": "d"}
    node = NodeRow("Stakeholder", "stakeholder:S1", {"id": "S1", "name": "a", **own})
    assert written_and_read([node], [], ",").nodes == (node,)


def test_files_asked_for_are_written_empty_and_others_not() -> None:
    assert dataset_files([], [], VOCABULARY, files=["links.csv", "problems.csv"]) == {
        "problems.csv": "id,name\r\n",
        "links.csv": "source,source_kind,relation,target,target_kind\r\n",
    }


def test_hostile_texts_are_guarded_in_any_table() -> None:
    text = csv_text(
        ["name", "n"], [["=1+1", -1], ["@x", None], ["-5", 0.25], ["-x", True], ["a;b", ["=x", "y"]]], delimiter=";"
    )
    assert text == "name;n\r\n'=1+1;-1\r\n'@x;\r\n-5;0,25\r\n'-x;true\r\n\"a;b\";'=x|y\r\n"


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(OutputError):
        write_folder(tmp_path / "file", [], [], VOCABULARY, files=["links.csv"])
