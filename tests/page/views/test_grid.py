"""The grid's data: ratings are personal, so it is there only for a look that includes them.

Quadrants and classes by hand.
"""

from sysmap.page.views.stakeholders_grid import grid
from sysmap.rendering.facts import Facts
from sysmap.rendering.port import Look

LINES = (
    "Stakeholder a power=5 interest=4 legitimacy=4 urgency=5",
    "Stakeholder b power=4 interest=1",
    "Stakeholder c power=1 interest=5",
    "Stakeholder d power=3 interest=3",
    "Stakeholder unrated",
)


def test_everybody_stands_in_the_quadrant_of_their_ratings(mapped):
    found = grid(Facts(mapped(*LINES), Look(include_personal=True)))
    name = [one["name"][0] for one in found["classes"]]
    assert [
        (power, interest, name[quadrant], name[salience] if salience >= 0 else None)
        for _, power, interest, quadrant, salience in found["at"]
    ] == [
        (5, 4, "Manage closely", "Definitive stakeholders"),
        (4, 1, "Keep satisfied", None),
        (1, 5, "Keep informed", None),
        (3, 3, "Monitor", None),
    ]


def test_personal_ratings_stay_out_unless_asked_for(mapped):
    assert grid(Facts(mapped(*LINES), Look())) is None
    assert grid(Facts(mapped("Stakeholder a"), Look(include_personal=True))) is None
