"""Roles for the panel, by hand: b joins a (its own sector) to c (another): a door; the pair a-c has no partnership."""

from sysmap.page.views.brokerage_roles import roles_view
from sysmap.rendering.facts import Facts
from sysmap.rendering.port import Look

LINES = (
    "Stakeholder a sector=media",
    "Stakeholder b sector=media",
    "Stakeholder c sector=business",
    "Stakeholder groupless",
    "a PARTNERS_WITH b",
    "b PARTNERS_WITH c",
)


def test_pairs_by_role_for_those_who_have_a_group(mapped):
    facts = Facts(mapped(*LINES), Look())
    found = roles_view(facts)
    name = {str(at): uid.split(":")[1] for uid, at in facts.index.items()}
    assert {name[at]: counts for at, counts in found["of"].items()} == {
        "a": [0, 0, 0, 0],
        "b": [0, 1, 0, 0],
        "c": [0, 0, 0, 0],
    }
    assert found["field"] == ["Sector", "Sektor"]


def test_without_partnership_data_nothing_is_said(mapped):
    assert roles_view(Facts(mapped("Stakeholder a sector=media", files=("stakeholders.csv",)), Look())) is None
