import csv

from sysmap.findings.port import all_findings
from sysmap.maps import RENDERERS, Look, render
from sysmap.measures.port import MEASURES, values
from sysmap.models.gaps import gaps


def rows(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_measures_are_those_of_python(gunungkidul, tmp_path):
    found = {row["uid"]: row for row in rows(render("measures", gunungkidul, Look(), tmp_path))}
    for name in ("betweenness", "degree", "constraint", "community"):
        for uid, value in values(gunungkidul, name).items():
            cell = found[uid][name]
            assert cell == ("" if value is None else cell)
            if isinstance(value, float | int):
                assert float(cell) == value
            elif value is not None:
                assert cell.lstrip("'") == value


def test_findings_are_in_the_look_s_language(gunungkidul, tmp_path):
    known = all_findings(gunungkidul, personal=False)
    for language in ("en", "id"):
        found = rows(render("findings", gunungkidul, Look(language=language), tmp_path))
        assert [row["title"].lstrip("'") for row in found] == [one.title[language] for one in known]
        assert [row["severity"] for row in found] == [one.severity for one in known]


def test_gaps_are_the_strongest(gunungkidul, tmp_path):
    found = rows(render("gaps", gunungkidul, Look(), tmp_path))
    assert [(row["source"], row["target"]) for row in found] == [(gap.source, gap.target) for gap in gaps(gunungkidul).top]


def test_without_partnership_data_there_is_only_a_heading(tmp_path, node, analysis_of):
    assert rows(render("gaps", analysis_of([node("Stakeholder", "a")], [], files={}), Look(), tmp_path)) == []


def test_system_holds_every_measure_that_is_not_of_nodes(gunungkidul, tmp_path):
    found = {row["measure"] for row in rows(render("system", gunungkidul, Look(), tmp_path))}
    assert found == {name for name, measure in MEASURES.items() if measure.level != "node" and values(gunungkidul, name)}


def test_a_formula_is_no_formula_in_a_table(tmp_path, node, analysis_of):
    path = render("measures", analysis_of([node("Stakeholder", "a", name="=HYPERLINK(1)")], []), Look(), tmp_path)
    assert "'=HYPERLINK(1)" in path.read_text(encoding="utf-8")


def test_renderers_come_in_a_fixed_order_under_names_of_their_own():
    assert list(RENDERERS) == ["graphml", "gexf", "page", "report", "report_md", "suggestions", "congruence", "motifs", "measures", "system", "findings", "gaps"]
    assert len({one.filename for one in RENDERERS.values()}) == len(RENDERERS)


def test_what_follows_from_ratings_is_written_only_when_personal_data_are(gunungkidul, tmp_path):
    for personal in (False, True):
        found = rows(render("findings", gunungkidul, Look(include_personal=personal), tmp_path))
        assert ("engagement_plan" in {row["kind"] for row in found}) == personal
