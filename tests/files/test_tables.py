import csv
import io
import math
import sys
from datetime import date

import pyarrow.parquet as pq
import pytest

from sysmap.build import renderers, write_file
from sysmap.errors import OutputError
from sysmap.files.every_gap import write_every_gap
from sysmap.findings.port import all_findings
from sysmap.measures.port import MEASURES, measure_values
from sysmap.models.causes.leverage import score_levers
from sysmap.models.gaps.ranking import find_gaps
from sysmap.models.partners.closing import find_closing_set
from sysmap.models.partners.suggestions import suggest_partnerships
from sysmap.models.stakeholders_influence import measure_actors
from sysmap.models.stakeholders_salience import read_standings
from sysmap.models.stakeholders_stance import find_stances
from sysmap.rendering.port import Look
from sysmap.rendering.writing import Table, write_table


def rows(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_measures_are_those_of_python(gunungkidul, tmp_path):
    found = {row["uid"]: row for row in rows(write_file("measures", gunungkidul, Look(), tmp_path))}
    for name in ("betweenness", "degree", "constraint", "community"):
        for uid, value in measure_values(gunungkidul, name).items():
            cell = found[uid][name]
            assert cell == ("" if value is None else cell)
            if isinstance(value, float | int):
                assert float(cell) == value
            elif value is not None:
                assert cell.lstrip("'") == value


def test_findings_are_in_the_look_s_language(gunungkidul, tmp_path):
    known = all_findings(gunungkidul, personal=False)
    for language in ("en", "id"):
        found = rows(write_file("findings", gunungkidul, Look(language=language), tmp_path))
        assert [row["title"].lstrip("'") for row in found] == [one.title.render(language) for one in known]
        assert [row["severity"] for row in found] == [one.severity for one in known]


def test_gaps_are_the_strongest(gunungkidul, tmp_path):
    found = rows(write_file("gaps", gunungkidul, Look(), tmp_path))
    assert [(row["source"], row["target"], int(row["required"])) for row in found] == [
        (gap.source, gap.target, gap.required) for gap in find_gaps(gunungkidul).top
    ]


def test_without_partnership_data_there_is_only_a_heading(tmp_path, node, analysis_of):
    assert rows(write_file("gaps", analysis_of([node("Stakeholder", "a")], [], files={}), Look(), tmp_path)) == []


def test_system_holds_every_measure_that_is_not_of_nodes(gunungkidul, tmp_path):
    found = {row["measure"] for row in rows(write_file("system", gunungkidul, Look(), tmp_path))}
    assert found == {
        name for name, measure in MEASURES.items() if measure.level != "node" and measure_values(gunungkidul, name)
    }


def test_a_formula_is_no_formula_in_a_table(tmp_path, node, analysis_of):
    path = write_file("measures", analysis_of([node("Stakeholder", "a", name="=HYPERLINK(1)")], []), Look(), tmp_path)
    assert "'=HYPERLINK(1)" in path.read_text(encoding="utf-8")


def test_renderers_come_in_a_fixed_order_under_names_of_their_own():
    tables = [
        "brokerage",
        "engagement",
        "suggestions",
        "congruence",
        "motifs",
        "measures",
        "system",
        "leverage",
        "decisions",
        "findings",
        "gaps",
    ]
    twins = [name for table in tables for name in (table, f"{table}_parquet")]
    first = ["brief", "brief_md", "drawing", "graphml", "gexf", "page", "report", "report_md"]
    assert list(renderers()) == [*first, *twins, "workbook"]
    assert len({one.filename for one in renderers().values()}) == len(renderers())


def test_leverage_is_that_of_the_model(gunungkidul, tmp_path):
    made = score_levers(gunungkidul)
    found = rows(write_file("leverage", gunungkidul, Look(), tmp_path))
    assert [row["uid"] for row in found] == [lever.uid for lever in made.levers]
    for row, lever, impact in zip(found, made.levers, made.impacts, strict=True):
        assert {score: int(row[f"{score}_rank"]) if row[f"{score}_rank"] else None for score in lever.ranks} == dict(
            lever.ranks
        )
        assert float(row["micmac_dependence"]) == impact.dependence
    assert {row["role"] for row in found} == {"pendorong", "penerus", "bergantung", "mandiri"}


def test_what_follows_from_ratings_is_written_only_when_personal_data_are(gunungkidul, tmp_path):
    for personal in (False, True):
        found = rows(write_file("findings", gunungkidul, Look(include_personal=personal), tmp_path))
        assert ("engagement_plan" in {row["kind"] for row in found}) == personal


def typed(path):
    return pq.read_table(path).to_pylist()


def test_parquet_holds_what_the_csv_holds_with_types(gunungkidul, tmp_path):
    for name in [name for name in renderers() if f"{name}_parquet" in renderers()]:
        texts, cells = (
            rows(write_file(name, gunungkidul, Look(), tmp_path)),
            typed(write_file(f"{name}_parquet", gunungkidul, Look(), tmp_path)),
        )
        assert len(texts) == len(cells)
        for text, cell in zip(texts, cells, strict=True):
            for column, value in cell.items():
                if isinstance(value, int | float):
                    assert float(text[column]) == value
                else:  # a CSV has one empty cell for None and for no text, and guards formulas
                    assert text[column].lstrip("'") == (value or "").lstrip("'")


def test_columns_of_parquet_have_their_type_even_where_all_is_undefined(tmp_path):
    write_table(tmp_path / "a.parquet", Table({"name": str, "n": int, "share": float}, [["x", None, None]]))
    write_table(tmp_path / "b.parquet", Table({"name": str, "n": int, "share": float}, ()))
    kinds = [[str(field.type) for field in pq.read_schema(tmp_path / name)] for name in ("a.parquet", "b.parquet")]
    assert kinds == [["string", "int64", "double"]] * 2
    assert typed(tmp_path / "a.parquet") == [{"name": "x", "n": None, "share": None}]


def test_without_the_extra_it_is_said_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    with pytest.raises(OutputError, match=r'pip install "sysmap-graph\[parquet\]"'):
        write_table(tmp_path / "a.parquet", Table({"name": str}, ()))


@pytest.mark.parametrize("ending", ["csv", "parquet"])
def test_every_gap_is_written_once_and_the_ranked_ones_are_among_them(gunungkidul, tmp_path, ending):
    path, steps = tmp_path / f"all.{ending}", []
    count = write_every_gap(gunungkidul, path, lambda *step: steps.append(step))
    found = rows(path) if ending == "csv" else typed(path)
    assert count == len(found) == find_gaps(gunungkidul).count
    need = {(row["source"], row["target"]): (float(row["need"]), int(row["required"])) for row in found}
    assert len(need) == count
    for gap in find_gaps(gunungkidul).top:
        assert need[gap.source, gap.target] == (pytest.approx(gap.need), gap.required)
    assert {row["source_name"] for row in found} <= {gunungkidul.name(uid) for uid in gunungkidul.nodes("Stakeholder")}
    step, done, people = steps[-1]
    assert (str(step), done <= people) == ("gaps", True)
    assert steps[-1][1] <= steps[-1][2] == len(gunungkidul.nodes("Stakeholder"))


@pytest.mark.parametrize("ending", ["csv", "parquet"])
def test_whatever_stops_the_writing_leaves_the_file_that_was_there(gunungkidul, tmp_path, ending):
    path = tmp_path / f"all.{ending}"
    path.write_bytes(b"kept")

    def stop(*_step):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_every_gap(gunungkidul, path, stop)
    assert path.read_bytes() == b"kept"
    assert [one.name for one in tmp_path.iterdir()] == [path.name]


def test_every_gap_goes_to_a_file_of_a_known_ending_only(gunungkidul, tmp_path):
    with pytest.raises(OutputError, match=r"neither in \.csv nor in \.parquet"):
        write_every_gap(gunungkidul, tmp_path / "all.xlsx")


def test_brokerage_of_directed_relations_by_kind(tmp_path, node, tie, analysis_of):
    """A chain a -> b -> c by hand: b speaks for its own to another, and nobody else stands between two."""
    people = [
        node("Stakeholder", name, sector=sector) for name, sector in (("a", "media"), ("b", "media"), ("c", "business"))
    ]
    a, b, c = people
    analysis = analysis_of(
        people,
        [tie("RELATES_TO", a, b, kind="trust"), tie("RELATES_TO", b, c, kind="trust"), tie("RELATES_TO", c, a)],
        files={},
    )
    found = [
        (row["network"], row["grouping"], row["role"], row["uid"], row["pairs"])
        for row in rows(write_file("brokerage", analysis, Look(), tmp_path))
    ]
    assert ("RELATES_TO trust", "sector", "representative", "stakeholder:b", "1") in found
    assert ("RELATES_TO trust", "sector", "representative", "", "1") in found
    assert [one for one in found if one[3]] == [("RELATES_TO trust", "sector", "representative", "stakeholder:b", "1")]
    assert {one[0] for one in found} == {"RELATES_TO", "RELATES_TO trust"}


def test_roles_in_partnerships_are_those_of_the_measure(gunungkidul, tmp_path):
    found = [
        row
        for row in rows(write_file("brokerage", gunungkidul, Look(), tmp_path))
        if (row["network"], row["grouping"]) == ("PARTNERS_WITH", "sector")
    ]
    total = {row["role"]: int(row["pairs"]) for row in found if not row["uid"]}
    summed = dict.fromkeys(total, 0)
    for row in found:
        summed[row["role"]] += int(row["pairs"]) if row["uid"] else 0
    assert summed == total
    bridging = sum(score or 0 for score in measure_values(gunungkidul, "bridging").values())
    assert sum(total.values()) - total["coordinator"] == bridging


def test_the_engagement_plan_tells_classes_only_where_personal_data_are_written(gunungkidul, tmp_path):
    closed, opened = (
        rows(write_file("engagement", gunungkidul, Look(include_personal=personal, language="en"), tmp_path))
        for personal in (False, True)
    )
    assert {row["uid"] for row in closed} == {row["uid"] for row in opened} == set(gunungkidul.nodes("Stakeholder"))
    assert not {"salience", "quadrant", "how_to_engage"} & closed[0].keys()
    assert not any(
        "engagement_plan" in row["findings"] or "definitive_unpartnered" in row["findings"] for row in closed
    )
    assert any("engagement_plan" in row["findings"] for row in opened)
    for row in opened:
        standing = next(one for one in read_standings(gunungkidul) if one.stakeholder == row["uid"])
        assert (row["salience"], row["quadrant"], row["partners"]) == (
            standing.salience or "",
            standing.quadrant or "",
            str(standing.partners),
        )
        assert (row["name"] in row["how_to_engage"]) == bool(standing.salience or standing.quadrant)


def test_the_engagement_plan_tells_stance_and_influence(tmp_path, node, tie, analysis_of):
    a, b, g = node("Stakeholder", "a"), node("Stakeholder", "b"), node("Goal", "g")
    ties = [tie("SUPPORTS", a, g), tie("OPPOSES", b, g), tie("RELATES_TO", a, b, kind="influence", weight=3)]
    found = {row["uid"]: row for row in rows(write_file("engagement", analysis_of([a, b, g], ties), Look(), tmp_path))}
    one, other = found["stakeholder:a"], found["stakeholder:b"]
    assert (one["supports"], one["influence"], one["influence_class"], other["opposes"]) == (
        "goal:g",
        "3.0",
        "dominant",
        "goal:g",
    )
    assert "contested:medium" in one["findings"]


@pytest.mark.parametrize("until", [None, "2025"])
def test_ties_that_are_over_count_in_no_analysis(tmp_path, node, tie, analysis_of, until):
    """The day is 2026-01-01.

    With their end before it, nobody is partnered, for or against, influential, or between two others.
    """
    a, b, c, g, p = *(node("Stakeholder", name, sector=name) for name in "abc"), node("Goal", "g"), node("Problem", "p")
    ended = {"until": until} if until else {}
    ties = [
        tie("PARTNERS_WITH", a, b, **ended),
        tie("PARTNERS_WITH", b, c, **ended),
        tie("SUPPORTS", a, g, **ended),
        tie("OPPOSES", b, g, **ended),
        tie("RELATES_TO", a, b, kind="influence", **ended),
        *(tie("WORKS_ON", one, p, **ended) for one in (a, b, c)),
    ]
    analysis = analysis_of([a, b, c, g, p], ties)
    plan = {row["uid"]: row for row in rows(write_file("engagement", analysis, Look(), tmp_path))}
    roles = [row for row in rows(write_file("brokerage", analysis, Look(), tmp_path)) if row["uid"]]
    told = (
        plan["stakeholder:b"]["partners"],
        plan["stakeholder:a"]["supports"],
        plan["stakeholder:a"]["influence_class"],
        len(roles),
        find_gaps(analysis).needed,
        len(find_stances(analysis)),
        [len(find(analysis)) for find in (suggest_partnerships, measure_actors)],
        find_closing_set(analysis).gaps,
    )
    assert told == (("0", "", "", 0, 0, 0, [0, 0], 0) if until else ("2", "goal:g", "dominant", 1, 3, 1, [1, 2], 1))


def test_the_workbook_holds_every_table_with_real_numbers(gunungkidul, tmp_path):
    from sysmap.rendering.port import TABLES
    from sysmap.tables.notes import Notes
    from sysmap.tables.sources.port import read_cells

    path = write_file("workbook", gunungkidul, Look(language="en"), tmp_path)
    notes = Notes(path.name)
    sheets = {cells.sheet: cells for cells in read_cells(path.read_bytes(), notes, lambda _: False)}
    assert list(sheets) == ["Contents", *TABLES]
    assert notes.faults == []
    for name in TABLES:
        text = write_file(name, gunungkidul, Look(language="en"), tmp_path).read_bytes().decode("utf-8-sig")
        written = list(csv.reader(io.StringIO(text, newline="")))
        read = [cells for _, cells in sheets[name].rows]
        assert len(read) == len(written)
        for found, row in zip(read, written, strict=True):
            padded = found + [""] * (len(row) - len(found))
            for cell, text in zip(padded, row, strict=True):
                assert cell == text.lstrip("'") or math.isclose(float(cell), float(text))


def test_the_workbook_has_the_same_bytes_on_every_day(gunungkidul, tmp_path):
    first = write_file("workbook", gunungkidul, Look(), tmp_path).read_bytes()
    assert write_file("workbook", gunungkidul, Look(), tmp_path).read_bytes() == first


def test_a_text_in_the_workbook_is_never_a_formula(tmp_path):
    from zipfile import ZipFile

    from sysmap.tables.workbook import new_workbook

    path = tmp_path / "a.xlsx"
    with new_workbook(path, date(2026, 1, 31)) as book:
        sheet = book.add_sheet("a")
        for row, value in enumerate(("=1+1", "@SUM(A1)", "+1", "-1", "http://x", 1.5, None, "2026-01-31")):
            book.write(sheet, row, 0, value)
    xml = ZipFile(path).read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in xml
    assert "hyperlink" not in xml
    assert "<v>1.5</v>" in xml
    assert "<v>46053</v>" in xml  # 2026-01-31, counted from Excel's first day


def test_csv_in_other_styles(tmp_path):
    table = Table({"name": str, "value": float}, [["=1+1", 0.5], ["+", -2.5]])
    texts = {}
    for style in ("guarded", "local", "raw"):
        write_table(tmp_path / "t.csv", table, style)
        texts[style] = (tmp_path / "t.csv").read_bytes().decode("utf-8-sig").split("\r\n")[1:3]
    assert texts == {
        "guarded": ["'=1+1,0.5", "+,-2.5"],
        "local": ["'=1+1;0,5", "+;-2,5"],
        "raw": ["=1+1,0.5", "+,-2.5"],
    }
