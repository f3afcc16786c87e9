"""The clock's data, by hand.

Ties that ended are told apart from those that hold, and a map without dates has no clock.
"""

from datetime import date

from sysmap.page.views.network_time import time
from sysmap.rendering.facts import Facts
from sysmap.rendering.palette import stroke
from sysmap.rendering.port import Look

LINES = (
    "Stakeholder a",
    "Stakeholder b",
    "Problem p",
    "a PARTNERS_WITH b since=2019-03 until=2021",
    "a WORKS_ON p since=2023-05-01",
    "b WORKS_ON p",
)


def test_years_run_from_the_first_date_to_the_day_and_the_ended_tie_is_told(mapped):
    facts = Facts(mapped(*LINES, day=date(2026, 1, 1)), Look())
    assert time(facts) == {
        "first": 2019,
        "last": 2026,
        "gone": [
            [facts.index["stakeholder:a"], facts.index["stakeholder:b"], stroke("PARTNERS_WITH").color, "2019-03", 2021]
        ],
    }


def test_without_dates_there_is_no_clock(mapped):
    assert time(Facts(mapped("Stakeholder a", "Problem p", "a WORKS_ON p"), Look())) is None
