"""The laws of cells, over random tables: how a table is written down changes nothing of what it says.

Thirty seeds by default; `scripts/test --all` tries three hundred.
"""

from __future__ import annotations

import csv
import io
import random
import xml.etree.ElementTree as ET
import zipfile
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import unquote
from xml.sax.saxutils import escape

import pytest
import xlsxwriter

from sysmap.analysis import Analysis
from sysmap.build import write_files
from sysmap.rendering.port import Look
from sysmap.tables.cells import unguard_text
from sysmap.tables.folder import examine_folder
from sysmap.tables.mending import mend_folder
from sysmap.tables.notes import Notes
from sysmap.tables.rows import Dataset, TieRow
from sysmap.tables.sheets import Sheet
from sysmap.tables.text import clean_text, fold_text, split_parts, unguard_cell
from sysmap.vocabulary import VOCABULARY

SEEDS = [*range(30), *(pytest.param(seed, marks=pytest.mark.whole) for seed in range(30, 300))]
every_seed = pytest.mark.parametrize("seed", SEEDS)

WORDS = ("Dinas", "Badan", "Kelompok", "Yayasan", "Karang", "Balai", "Kantor", "Forum", "Société", "Größe")
PLACES = ("Air", "Tani", "Laut", "Hutan", "Guru", "Sehat", "Jalan", "Pasar", "Wisata", "Pangan")
PROBLEMS = ("Stunting", "Kekeringan", "Banjir", "Sampah plastik", "Putus sekolah", "Jalan rusak")
REMARKS = ("", "baik", 'kata "siap"', "a, b", "satu; dua", "x|y", "baris\nbaru", "O'Neil", "tab\there", "ongkos 1/2")
HEADERS = {
    "stakeholders.csv": ("nama", "sektor", "kuasa", "sejak", "anggaran", "menangani", "catatan rapat"),
    "partnerships.csv": ("dari", "ke", "bobot", "sejak", "keterangan"),
    "problems.csv": ("nama", "keparahan", "tanggal lapor"),
}

Rows = list[list[str]]
Tables = Mapping[str, Rows]


@dataclass(frozen=True)
class Writing:
    """How tables are written as files. `quoting` is one of csv's own."""

    delimiter: str = ","
    encoding: str = "utf-8"
    end: str = "\n"
    quoting: int = csv.QUOTE_MINIMAL

    def write(self, folder: Path, tables: Tables) -> None:
        folder.mkdir(parents=True)
        for file, rows in tables.items():
            out = io.StringIO(newline="")
            csv.writer(out, delimiter=self.delimiter, lineterminator=self.end, quoting=self.quoting).writerows(rows)  # type: ignore[arg-type]  # any constant of csv
            (folder / file).write_bytes(out.getvalue().encode(self.encoding))


PLAIN = Writing()


def write_number(draw: random.Random, mark: str) -> str:
    """A number, or a text for none, in the one way that is written with this decimal mark."""
    whole, part = draw.randint(1, 4), draw.choice((5, 25, 75))
    return draw.choice((str(whole), f"{whole}{mark}{part}", "", "NA", "tinggi"))


def write_day(draw: random.Random, order: str) -> str:
    day = date(2015, 1, 1) + timedelta(days=draw.randrange(3000))
    figures = f"{day.day:02}/{day.month:02}" if order == "d/m/y" else f"{day.month}/{day.day}"
    return draw.choice((f"{figures}/{day.year}", day.isoformat(), str(day.year), "", "-", f"{figures}/{day.year}"))


def random_tables(seed: int) -> Tables:
    """Three tables with their headers. All dates are in one order, and all numbers have one decimal mark."""
    draw = random.Random(seed)
    mark, order = draw.choice(",."), draw.choice(("d/m/y", "m/d/y"))
    names = draw.sample([f"{word} {place}" for word in WORDS for place in PLACES], draw.randint(3, 15))
    problems = draw.sample(PROBLEMS, draw.randint(2, len(PROBLEMS)))
    stakeholders = [
        [
            name,
            draw.choice(("pemerintah", "akademisi", "NA", "pers", "")),
            write_number(draw, mark),
            write_day(draw, order),
            draw.choice((f"1{'.' if mark == ',' else ','}250", f"12{mark}5", "40", "")),
            "; ".join(draw.sample(problems, draw.randint(0, 2))),
            draw.choice(REMARKS),
        ]
        for name in names
    ]
    partnerships = [
        [*draw.sample(names, 2), draw.choice(("1", f"2{mark}5", "")), write_day(draw, order), draw.choice(REMARKS)]
        for _ in range(draw.randint(1, 20))
    ]
    reports = [[name, draw.choice(("1", f"3{mark}5", "tinggi", "")), write_day(draw, order)] for name in problems]
    tables = {"stakeholders.csv": stakeholders, "partnerships.csv": partnerships, "problems.csv": reports}
    return {file: [list(HEADERS[file]), *rows] for file, rows in tables.items()}


def causes(dataset: Dataset) -> Counter[tuple[str, str, str]]:
    """How often each cause is told of each file; which encoding it is in is no matter here."""
    return Counter((fault.level, fault.id, fault.file) for fault in dataset.faults if fault.id != "F033")


def said_by(dataset: Dataset) -> tuple[object, ...]:
    """What a folder says, wherever in it things stand."""
    return dataset.nodes, dataset.ties, dataset.config.read, causes(dataset)


def examine(folder: Path) -> Dataset:
    return examine_folder(folder, VOCABULARY, map_name="m")


def read_as(folder: Path, tables: Tables, writing: Writing = PLAIN, toml: str = "") -> Dataset:
    """The dataset of tables that were written in this way, into a folder that is new."""
    writing.write(folder, tables)
    if toml:
        (folder / "sysmap.toml").write_text(toml, "utf-8")
    return examine(folder)


@every_seed
def test_how_a_file_is_written_changes_nothing(seed: int, tmp_path: Path) -> None:
    tables, draw = random_tables(seed), random.Random(seed)
    expected = said_by(read_as(tmp_path / "plain", tables))
    ways = [
        *(Writing(delimiter=delimiter) for delimiter in ";\t|"),
        *(Writing(encoding=encoding) for encoding in ("utf-8-sig", "cp1252", "utf-16")),
        Writing(end="\r\n"),
        Writing(end="\r", quoting=csv.QUOTE_ALL),
        Writing(*(draw.choice(choices) for choices in (",;\t|", ("utf-16", "utf-8-sig"), ("\n", "\r\n"), (0, 1)))),
    ]
    for at, way in enumerate(ways):
        assert said_by(read_as(tmp_path / str(at), tables, way)) == expected, way


@every_seed
def test_the_order_of_columns_and_rows_changes_nothing(seed: int, tmp_path: Path) -> None:
    tables, draw = random_tables(seed), random.Random(seed)
    expected = said_by(read_as(tmp_path / "plain", tables))
    by_column, by_row = {}, {}
    for file, (header, *rows) in tables.items():
        order = draw.sample(range(len(header)), len(header))
        by_column[file] = [[row[at] for at in order] for row in (header, *rows)]
        by_row[file] = [header, *draw.sample(rows, len(rows))]
    assert said_by(read_as(tmp_path / "columns", by_column)) == expected
    assert said_by(read_as(tmp_path / "rows", by_row)) == expected


def office_at(place: int, odd: Sequence[str], plain: Sequence[Sequence[str]], header: Sequence[str]) -> Tables:
    """A table of stakeholders with one odd row among plain ones."""
    return {"stakeholders.csv": [list(header), *map(list, plain[:place]), list(odd), *map(list, plain[place:])]}


DATED, COUNTED = ("nama", "sejak", "kota"), ("nama", "anggaran", "luas")


def plain_days(draw: random.Random, count: int) -> Rows:
    """Rows with dates that may have the day or the month first."""
    days = draw.choices(range(1, 13), k=count)
    return [[f"Kantor {at}", f"{day:02}/{draw.randint(1, 12):02}/2024", "Wonosari"] for at, day in enumerate(days)]


def plain_amounts(draw: random.Random, count: int) -> Rows:
    """Rows with numbers that may have thousands or decimals."""
    return [[f"Kantor {at}", f"{draw.randint(1, 99)}.500", str(draw.randint(1, 9))] for at in range(count)]


@every_seed
def test_a_proof_counts_wherever_it_stands_and_as_much_as_a_setting(seed: int, tmp_path: Path) -> None:
    draw = random.Random(seed)
    order, mark = draw.choice((("d/m/y", "28/10/2025"), ("m/d/y", "10/28/2025"))), draw.choice(",.")
    amount = draw.choice(
        ("1.250.000", "12,5", "0,125", "1.234,50") if mark == "," else ("1,250,000", "0.125", "0.5", "123.75", "2.5000")
    )
    proving = draw.choice((["Bukti", amount, "1"], ["Bukti", "1", amount]))
    trials = (
        (DATED, plain_days(draw, 6), ["Bukti", order[1], "Wonosari"], f'dates = "{order[0]}"'),
        (COUNTED, plain_amounts(draw, 6), proving, f'decimal = "{mark}"'),
    )
    for name, (header, plain, proof, setting) in zip("dn", trials, strict=True):
        told = read_as(tmp_path / f"{name}told", office_at(0, proof, plain, header), toml=f"[read]\n{setting}\n")
        for place in draw.sample(range(len(plain) + 1), 3):
            proved = read_as(tmp_path / f"{name}{place}", office_at(place, proof, plain, header))
            assert (proved.nodes, causes(proved)) == (told.nodes, causes(told)), place
            assert not proved.questions


@every_seed
def test_two_proofs_against_each_other_are_told_with_both_places(seed: int, tmp_path: Path) -> None:
    draw = random.Random(seed)
    trials = (
        ("F203", DATED, plain_days(draw, 6), (["A", "28/10/2025", ""], ["B", "10/28/2025", ""])),
        ("F202", COUNTED, plain_amounts(draw, 6), (["A", "1.250.000", "1"], ["B", "1,250,000", "1"])),
    )
    for id, header, plain, proofs in trials:
        rows = draw.sample([*plain, *map(list, proofs)], len(plain) + 2)
        dataset = read_as(tmp_path / id, {"stakeholders.csv": [list(header), *rows]})
        (fault,) = (fault for fault in dataset.faults if fault.id == id)
        lines = [rows.index(list(proof)) + 2 for proof in proofs]
        assert fault.line == min(lines)
        assert all(f"line {line}" in str(fault) for line in lines)
        unread = {row[0]: row[1] for row in plain if row[1][:2] != row[1][3:5] or id == "F202"}
        kept = {str(node.props["name"]): node.props for node in dataset.nodes}
        field = "since" if id == "F203" else "anggaran"
        assert all(field not in kept[name] for name in unread)
        assert {name: kept[name][f"{field}_written"] for name in unread} == unread


@every_seed
def test_mended_copies_are_the_same_map(seed: int, tmp_path: Path) -> None:
    tables: dict[str, tuple[Sheet, Notes]] = {}
    PLAIN.write(tmp_path / "source", random_tables(seed))
    dataset = examine_folder(tmp_path / "source", VOCABULARY, map_name="m", tables=tables)
    mend_folder(tmp_path / "copy", tables, dataset)
    copy = examine(tmp_path / "copy")
    assert (copy.nodes, copy.ties) == (dataset.nodes, dataset.ties)


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
        told = {(file, line, column + 1), (file, line, 0)} & places
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


Typed = Mapping[str, Sequence[Sequence[str | float | date | None]]]


def typed_tables(seed: int) -> Typed:
    """Tables whose numbers and days are numbers and days."""
    draw = random.Random(seed)

    def some(*values: str | float | date | None) -> str | float | date | None:
        return draw.choice(values)

    def day() -> date:
        return date(1999, 1, 1) + timedelta(days=draw.randrange(9000))

    offices = [
        [
            some(at, f"00{at}", f"S{at}"),
            f"{draw.choice(WORDS)} {at}",
            some(1, 2.5, 4.75, None, "tinggi"),
            some(day(), 2019, None),
            some(12.5, 1250000, 0.125, -3, None),
            some("kata", None, "=1+1", "a\nb", "'x"),
        ]
        for at in range(1, draw.randint(4, 12))
    ]
    ties = [[*draw.sample([row[1] for row in offices], 2), some(1, 2.5, None), some(day(), None)] for _ in range(6)]
    return {
        "stakeholders": [["id", "nama", "kuasa", "sejak", "anggaran", "catatan rapat"], *offices],
        "partnerships": [["dari", "ke", "bobot", "sejak"], *ties],
    }


def plainly(cell: str | float | date | None) -> str:
    """A cell as its program saves it as CSV."""
    return "" if cell is None else str(cell)


def typed_xlsx(sheets: Typed) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        days = book.add_format({"num_format": "yyyy-mm-dd"})
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for place in ((i, j, cell) for i, row in enumerate(rows) for j, cell in enumerate(row) if cell is not None):
                if isinstance(place[2], str):
                    sheet.write_string(*place)
                elif isinstance(place[2], date):
                    sheet.write_datetime(*place, days)
                else:
                    sheet.write_number(*place)
    return out.getvalue()


def typed_ods(sheets: Typed) -> bytes:
    def write_cell(cell: str | float | date | None) -> str:
        if isinstance(cell, str):
            lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in cell.split("\n"))
            return f'<table:table-cell office:value-type="string">{lines}</table:table-cell>'
        if isinstance(cell, date):
            return f'<table:table-cell office:value-type="date" office:date-value="{cell}"/>'
        return (
            "<table:table-cell/>"
            if cell is None
            else f'<table:table-cell office:value-type="float" office:value="{cell}"/>'
        )

    def write_row(row: Sequence[str | float | date | None]) -> str:
        return f"<table:table-row>{''.join(map(write_cell, row))}</table:table-row>"

    tables = (
        f'<table:table table:name="{name}">{"".join(map(write_row, rows))}</table:table>'
        for name, rows in sheets.items()
    )
    names = "".join(
        f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    body = f"<office:body><office:spreadsheet>{''.join(tables)}</office:spreadsheet></office:body>"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", f"<office:document-content{names}>{body}</office:document-content>")
    return out.getvalue()


@every_seed
def test_typed_cells_say_the_same_in_every_format(seed: int, tmp_path: Path) -> None:
    sheets = typed_tables(seed)
    plain = {f"{name}.csv": [list(map(plainly, row)) for row in rows] for name, rows in sheets.items()}
    expected = read_as(tmp_path / "csv", plain)
    for ending, data in (("xlsx", typed_xlsx(sheets)), ("ods", typed_ods(sheets))):
        (tmp_path / ending).mkdir()
        (tmp_path / ending / f"peta.{ending}").write_bytes(data)
        dataset = examine(tmp_path / ending)
        assert (dataset.nodes, dataset.ties) == (expected.nodes, expected.ties), ending
        assert Counter(fault.id for fault in dataset.faults) == Counter(fault.id for fault in expected.faults), ending
