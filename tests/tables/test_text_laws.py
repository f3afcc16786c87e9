"""The laws of texts: any signs in any field are kept or told with their place, and files hold them as texts."""

from __future__ import annotations

import csv
import io
import random
import xml.etree.ElementTree as ET
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from urllib.parse import unquote

import pytest

from sysmap.analysis import Analysis
from sysmap.build import write_files
from sysmap.rendering.port import Look
from sysmap.tables.cells import unguard_text
from sysmap.tables.rows import Dataset, TieRow
from sysmap.tables.text import clean_text, fold_text, split_parts, unguard_cell
from sysmap.vocabulary import VOCABULARY
from written_tables import Rows, Tables, Writing, every_seed, read_as

PIECES = (
    *("\x01", "\x07", "\x08", "\x0b", "\x0c", "\x1b", "\x1c", "\x7f", "\x85", "\t", "\n", "\r", "\r\n", "\u2028"),
    *("\u200e", "\u200f", "\u202e", "\u2066", "\u200b", "\u00ad", "\ufeff", "\ufffe", "\u0301", "e\u0301", "\u00a0"),
    *("\U0001f3fd", "\U0001f468\u200d\U0001f469\u200d\U0001f467", "\u06af", "\u05d0", "\ua98f", "\U00010400", "\u00df"),
    *("=1+1", "+62", "-2+3", "@SUM(A1)", "=cmd|' /C calc'!A0", "'", "''=x", '"', '""', "\\", "`", "|", ";", ",", "#"),
    *("</script><img src=x onerror=alert(1)>", "<!--", "]]>", "&amp;", "&#x3c;", "<b>", "{{ x }}", "{x}", "%s", "$(x)"),
    *("Dinas", "a", "Z", "0", "12", "3.5", " ", "  ", "NA", "-", "tidak ada", "x" * 3000),
)


def random_text(draw: random.Random, mark: str) -> str:
    """Any signs that a cell may hold, and among them a mark by which no other text is the same."""
    pieces = draw.choices(PIECES, k=draw.randint(1, 5))
    return "".join((*pieces[:2], mark, *pieces[2:]))


def nasty_tables(draw: random.Random) -> tuple[Tables, dict[tuple[str, int], tuple[int, str]]]:
    """Every table of nodes and ties with a row for each of its columns, which holds a random text in that column.

    Also the column and the text of each row, by file and index. All other cells of a row are plain.
    """
    tables: dict[str, Rows] = {}
    texts: dict[tuple[str, int], tuple[int, str]] = {}
    for kind in VOCABULARY.nodes:
        fields = [field.name for field in VOCABULARY.node_columns(kind.label)]
        columns = dict.fromkeys(["id", "name", *fields, *(ref.column for ref in kind.refs), "catatan rapat", "zona"])
        plain = [
            [f"{kind.name}-{at}", f"Nama {kind.name} {at}", *[""] * (len(columns) - 2)] for at in range(len(columns))
        ]
        tables[kind.file] = [list(columns), *plain]
    for kind in [*VOCABULARY.ties, None]:
        file = kind.file if kind else "links.csv"
        if file:
            named = [field.name for field in VOCABULARY.tie_columns(kind.type if kind else "WORKS_ON")]
            columns = dict.fromkeys(
                ["source", "target", *([] if kind else ["relation"]), *named, "catatan rapat", "zona"]
            )
            source, target = kind.ends[0] if kind else ("Stakeholder", "Problem")
            names = [VOCABULARY.node(label).name for label in (source, target)]
            verb = [] if kind else ["works_on"]
            tables[file] = [list(columns)]
            for at in range(len(columns)):
                ends = [f"{names[0]}-{at + 2}", f"{names[1]}-{at + 3}"]
                tables[file].append([*ends, *verb, *[""] * (len(columns) - 2 - len(verb))])
    for file, rows in tables.items():
        for column in range(len(rows[0])):
            texts[file, column + 1] = column, random_text(draw, f"k{len(texts)}z")
            rows[column + 1][column] = texts[file, column + 1][1]
    return tables, texts


def lines_of(path: Path, delimiter: str) -> list[int]:
    """The line on which each row of a file begins, as Python's own csv module reads it."""
    reader = csv.reader(io.StringIO(path.read_bytes().decode(), newline=""), delimiter=delimiter)
    return [1, *(reader.line_num + 1 for _ in reader)]


def kept_texts(dataset: Dataset, file: str, row: Sequence[str]) -> set[str]:
    """Every text that is kept of a row: of the node of its id or name, or of the tie between its ends."""
    label = next((kind.label for kind in VOCABULARY.nodes if kind.file == file), "")
    found: list[Mapping[str, object]] = [
        node.props
        for node in dataset.nodes
        if node.label == label and (node.props["id"] == unguard_cell(row[0].strip()) or node.props["name"] == row[1])
    ]
    found += [tie.props for tie in dataset.ties if not label and ends_of(tie) == {*row[:2]}]
    values = [value for props in found for value in props.values()]
    return {str(text) for value in values for text in (value if isinstance(value, list) else [value])}


def ends_of(tie: TieRow) -> set[str]:
    return {unquote(uid.partition(":")[2]) for uid in (tie.source, tie.target)}


@every_seed
def test_a_random_text_in_any_field_is_kept_or_told_with_its_place(seed: int, tmp_path: Path) -> None:
    tables, texts = nasty_tables(random.Random(seed))
    writing = Writing(delimiter=random.Random(seed).choice(",;\t|"), quoting=csv.QUOTE_ALL)
    dataset = read_as(tmp_path / "nasty", tables, writing)
    places = {(fault.file, fault.line, fault.column) for fault in dataset.faults}
    for (file, at), (column, text) in texts.items():
        line = lines_of(tmp_path / "nasty" / file, writing.delimiter)[at]
        kept = kept_texts(dataset, file, tables[file][at])
        whole = {clean_text(text), unguard_text(text), text.strip(), unguard_cell(text.strip())}
        # A part of a list that nobody can see is none.
        parts = {part for part in split_parts(clean_text(text)) if fold_text(part)}
        # Ids that say nothing are told of the whole file, with their number.
        told = {(file, line, column + 1), (file, line, 0), *([(file, 0, 0)] if column == 0 else [])} & places
        assert told or whole & kept or parts <= kept, (file, tables[file][0][column], text)


@pytest.mark.parametrize("seed", [0, 1, *(pytest.param(seed, marks=pytest.mark.whole) for seed in range(2, 20))])
def test_files_hold_random_texts_as_texts(seed: int, tmp_path: Path, analysis_of: Callable[..., Analysis]) -> None:
    tables, _ = nasty_tables(random.Random(seed))
    dataset = read_as(tmp_path / "nasty", tables, Writing(quoting=csv.QUOTE_ALL))
    for path in write_files(analysis_of(dataset.nodes, dataset.ties), tmp_path / "out", Look()):
        data = path.read_bytes()
        if path.suffix in (".html", ".svg", ".graphml", ".gexf"):
            assert b"<img src=x" not in data, path.name
            assert b"</script><img" not in data, path.name
        if path.suffix in (".svg", ".graphml", ".gexf"):
            ET.fromstring(data)
