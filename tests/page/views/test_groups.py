"""The overview of a large map: groups are those that the layout sets apart, and together they hold every node once."""

import pytest

from sysmap.page.views import network_groups as module
from sysmap.rendering.facts import Facts
from sysmap.rendering.port import Look


@pytest.fixture
def few(monkeypatch):
    """As if five nodes were many."""
    monkeypatch.setattr(module, "MANY", 5)


CLIQUES = [f"{side}{one} PARTNERS_WITH {side}{other}" for side in "xy" for one in range(6) for other in range(one)]
LINES = (
    *(f"Stakeholder {side}{at}" for side in "xy" for at in range(6)),
    "Stakeholder alone",
    "Stakeholder p",
    "Stakeholder q",
    *CLIQUES,
    "x0 PARTNERS_WITH y0",
    "p PARTNERS_WITH q",
)


@pytest.mark.usefixtures("few")
def test_two_cliques_are_two_groups_and_the_rest_is_one(mapped):
    """By hand: six and six, each all tied, joined by one tie; a pair and one alone are the rest.

    The centre is who has the joining tie.
    """
    facts = Facts(mapped(*LINES), Look())
    found = module.groups(facts)
    name = [uid.split(":")[1] for uid in facts.uids]
    members = [
        {name[at] for at, group in enumerate(found["of"]) if group == number} for number in range(len(found["centre"]))
    ]
    assert sorted(map(sorted, members[:2])) == [[f"{side}{at}" for at in range(6)] for side in "xy"]
    assert members[2:] == [{"alone", "p", "q"}]
    assert found["rest"] is True
    assert {name[at] for at in found["centre"][:2]} == {"x0", "y0"}


@pytest.mark.usefixtures("few")
def test_no_more_groups_than_can_be_taken_in(mapped, monkeypatch):
    monkeypatch.setattr(module, "MOST_GROUPS", 2)
    found = module.groups(Facts(mapped(*LINES), Look()))
    assert len(found["centre"]) == 2
    assert found["of"].count(1) == 9


def test_a_map_that_can_be_drawn_whole_has_no_overview(mapped):
    assert module.groups(Facts(mapped(*LINES), Look())) is None
