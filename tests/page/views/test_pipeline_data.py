"""The pipeline's data equal what the models say; by hand where an innovation lacks a field."""

import pytest

from sysmap.findings.innovation import grade_crossing
from sysmap.models.innovation_valley import find_crossings, group_by_stage
from sysmap.page.scene import build_scene
from sysmap.page.views.innovation import ITEM_LIST, pipeline_view
from sysmap.records.innovation_stages import stage_history
from sysmap.rendering.facts import Facts
from sysmap.rendering.port import Look


@pytest.fixture
def told(gunungkidul):
    return pipeline_view(Facts(gunungkidul, Look()))


def test_every_innovation_stands_where_the_models_put_it(told, gunungkidul):
    uids = Facts(gunungkidul, Look()).uids
    known = {one.innovation: one for one in find_crossings(gunungkidul)}
    assert [uids[row["n"]] for row in told["all"]][: len(known)] == list(
        known
    )  # by risk, then severity, as Python sorts
    for row in told["all"][: len(known)]:
        one = known[uids[row["n"]]]
        assert [ITEM_LIST[item] for item in row.get("lacks", [])] == list(one.lacks)
        assert (row["inside"], row["risk"], row.get("months")) == (one.inside, one.risk, one.months)
        assert row.get("tone") == (grade_crossing(one) if one.inside and one.lacks else None)
        assert [(ITEM_LIST[item], who, uids[to]) for item, who, to in row.get("remedies", [])] == [
            (cure.item, None if cure.source is None else uids.index(cure.source), cure.target) for cure in one.remedies
        ]
        assert [uids[at] for at in row.get("path", [])] == list(one.path)
        entered = [
            [day, next(at for at, (stage, _) in enumerate(group_by_stage(gunungkidul)) if stage == name)]
            for day, name in stage_history(gunungkidul, one.innovation)
        ]
        assert row.get("history", []) == entered
        assert (row.get("problems") or [[None]])[0][0] == (None if one.problem is None else uids.index(one.problem))
    stages = [choice for choice, members in group_by_stage(gunungkidul) for _ in members]
    assert sorted(row["stage"] for row in told["all"]) == sorted(
        list(dict(group_by_stage(gunungkidul))).index(stage) for stage in stages
    )


def test_those_that_stopped_come_last_and_are_not_judged(told, gunungkidul):
    last = told["all"][-1]
    assert (
        gunungkidul.props(Facts(gunungkidul, Look()).uids[last["n"]])["id"],
        told["stages"][last["stage"]]["dead"],
    ) == ("kebun-tambang", True)
    assert not {"inside", "lacks", "risk", "stalled", "months"} & set(last)


def test_what_is_not_known_is_not_said(analysis_of, node, tie):
    bare, ready, done = (
        node("Innovation", "bare"),
        node("Innovation", "ready", trl=8, stage="pilot"),
        node("Innovation", "done", stage="embedded"),
    )
    problem = node("Problem", "p")
    told = pipeline_view(Facts(analysis_of([bare, ready, done, problem], [tie("ADDRESSES", ready, problem)]), Look()))
    rows = {row["n"]: row for row in told["all"]}
    by_name = {
        name: rows[at] for at, name in enumerate(("bare", "done", "ready"), start=1)
    }  # problems stand before innovations, then by name
    assert by_name["bare"].keys() == {"n", "unknown"}
    assert by_name["ready"]["problems"] == [[0, None]]
    assert (by_name["ready"]["inside"], by_name["ready"]["past"], by_name["done"]["past"]) == (False, True, True)


def test_without_innovations_there_is_no_pipeline(analysis_of, node, tmp_path):
    assert (
        build_scene(analysis_of([node("Stakeholder", "a")], []), Look(), tmp_path).island["views"]["pipeline"] is None
    )
