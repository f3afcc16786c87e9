"""The boards of a part of the map: what is not drawn is counted and said, never named, and nothing breaks."""

import pytest

from sysmap.build import write_file
from sysmap.models.innovation_valley import find_crossings
from sysmap.models.learning.vision import read_goal_standings
from sysmap.page.views.port import VIEWS
from sysmap.rendering.facts import Facts
from sysmap.rendering.port import Look

BOARDS = ("pipeline", "grow", "learning", "goals")


@pytest.fixture(scope="module")
def part_page(gunungkidul, tmp_path_factory):
    part = frozenset(uid for label in ("Innovation", "GrowSession", "Goal") for uid in gunungkidul.nodes(label))
    return write_file("page", gunungkidul, Look(part=part, include_personal=True), tmp_path_factory.mktemp("part"))


def test_the_numbers_stay_those_of_the_whole(part_page, open_page, gunungkidul):
    worst = find_crossings(gunungkidul)[0]
    one = open_page(part_page, "#view=pipeline&lang=en")
    assert f"{len(worst.lacks)} of 8 missing" in one.text("#view .rescue")
    assert "not in this part of the map" in one.text("#view .rescue")
    one.page.locator(".valley .card.inside").first.click()
    assert one.page.locator("#panel .checklist li").count() == 8
    goals = open_page(part_page, "#view=goals&lang=en")
    counts = goals.page.locator("#view .goal section + section h3:first-child .count").all_inner_texts()
    assert sorted(map(int, counts)) == sorted(len(row.holders) for row in read_goal_standings(gunungkidul))
    assert goals.page.locator("#view .sector").count() == 0
    for name in ("grow", "learning"):
        board = open_page(part_page, f"#view={name}&lang=en")
        text = board.text("#view")
        assert not [uid for uid in gunungkidul.nodes("Stakeholder") if gunungkidul.name(uid) in text]


@pytest.mark.parametrize("label", ["Stakeholder", "Problem", "Factor"])
def test_a_view_without_anything_drawn_is_not_there(gunungkidul, label):
    facts = Facts(gunungkidul, Look(part=frozenset(gunungkidul.nodes(label))))
    assert [name for name in BOARDS if name != "learning" and VIEWS[name].collect(facts)] == []
