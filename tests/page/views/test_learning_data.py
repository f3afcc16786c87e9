"""The learning view's data equal what the models say; scores of units and of few people are not in it."""

import pytest

from sysmap.models.learning.disciplines import (
    average_scores,
    measure_paces,
    measure_spreads,
    measure_trends,
    read_profiles,
)
from sysmap.page.views.learning import COMPANY, learning_view
from sysmap.records.learning_assessments import dated_waves, known_disciplines
from sysmap.rendering.facts import Facts
from sysmap.rendering.port import Look


@pytest.fixture
def mapped(analysis_of, node, tie):
    """`mapped([(unit, discipline, wave, score, people), ...])`."""

    def make(said):
        units = {name: node("Stakeholder", name) for name in sorted({row[0] for row in said})}
        rows = [
            node("Assessment", f"{at}", discipline=discipline, wave=wave, score=score, respondents=people)
            for at, (_, discipline, wave, score, people) in enumerate(said)
        ]
        return analysis_of(
            [*units.values(), *rows],
            [tie("ASSESSES", row, units[name]) for row, (name, *_) in zip(rows, said, strict=True)],
        )

    return make


def test_the_whole_is_the_models(gunungkidul):
    told = learning_view(Facts(gunungkidul, Look()))
    names = known_disciplines(gunungkidul)
    for at, wave in enumerate(dated_waves(gunungkidul)):
        known = {one.discipline: one for one in average_scores(gunungkidul) if one.wave == wave}
        assert told["means"][at] == [[pytest.approx(known[name].score, rel=1e-8), known[name].units] for name in names]
    assert [(names[at], pytest.approx(change, abs=1e-8), units) for at, change, units in told["trend"]] == [
        (one.discipline, one.change, one.units) for one in measure_trends(gunungkidul)
    ]
    assert [round_["units"] for round_ in told["waves"]] == [8, 8]
    assert [round_["suppressed"] for round_ in told["waves"]] == [
        0,
        1,
    ]  # four people answered at Kalurahan Tirtosewu in 2026


def test_units_stay_out_unless_personal_data_may_be_told(gunungkidul):
    public = learning_view(Facts(gunungkidul, Look()))
    assert public["private"]
    assert not {"units", "paces", "apart"} & set(public)
    facts = Facts(gunungkidul, Look(include_personal=True))
    whole = learning_view(facts)
    known = {(one.stakeholder, one.wave): one for one in read_profiles(gunungkidul)}
    for unit in whole["units"]:
        for wave, round_ in zip(dated_waves(gunungkidul), unit["rounds"], strict=True):
            one = known[facts.uids[unit["n"]], wave]
            assert round_ == [
                list(one.scores.values()),
                [list(one.scores).index(name) for name in one.suppressed],
                one.respondents,
            ]
    assert [(facts.uids[at], pytest.approx(change, abs=1e-8), days) for at, change, days in whole["paces"]] == [
        (one.stakeholder, one.change, one.days) for one in measure_paces(gunungkidul)
    ]
    assert [(low, high) for _, low, high, *_ in whole["apart"]] == [
        (one.low, one.high) for one in measure_spreads(gunungkidul)
    ]


def test_means_by_hand_and_only_in_company(mapped):
    said = [
        ("a", "team_learning", 1, 2, 9),
        ("b", "team_learning", 1, 4, 9),
        ("c", "team_learning", 1, 3.6, 5),
        ("d", "team_learning", 1, 1, 4),
        ("a", "shared_vision", 1, 2, 9),
        ("b", "shared_vision", 1, 5, 9),
    ]
    told = learning_view(Facts(mapped(said), Look()))
    [means] = told["means"]
    assert means[3] == [pytest.approx(3.2), COMPANY]  # (2 + 4 + 3.6) / 3; of the fourth unit four answered
    assert means[4] == [None, 2]  # of two units either could work out the other's score
    assert learning_view(Facts(mapped(said), Look(include_personal=True)))["means"][0][4] == [3.5, 2]


def test_what_four_said_is_nowhere_even_where_personal_data_may_be_told(mapped):
    told = learning_view(Facts(mapped([("a", "team_learning", 1, 4.4321, 4)]), Look(include_personal=True)))
    assert "4.4321" not in str(told)
    assert told["units"][0]["rounds"][0][1:] == [[3], None]


def test_where_nobody_was_asked_there_is_no_view(analysis_of, node):
    assert learning_view(Facts(analysis_of([node("Stakeholder", "a")], []), Look())) is None
