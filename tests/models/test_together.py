"""Who works together without a partnership: by hand, on each way in which it is and is not so."""

from __future__ import annotations

import pytest

from sysmap.findings.port import all_findings
from sysmap.models.gaps.ranking import find_gaps, find_gaps_of
from sysmap.records.coverage_together import MOST_TOGETHER, read_common_work

PAIR = ("Stakeholder A", "Stakeholder B", "Problem p severity=5", "A WORKS_ON p", "B WORKS_ON p")


def told(analysis):
    return [finding.title.render("en") for finding in all_findings(analysis, ("collaboration_gap",))]


def test_two_who_lead_one_innovation_are_not_told_to_be_apart(mapped):
    analysis = mapped(*PAIR, "Innovation i", "A LEADS i", "B LEADS i")
    (finding,) = all_findings(analysis, ("collaboration_gap",))
    assert finding.title.render("en") == "A and B work together in i, but have no agreement of their own"
    assert "Apart" not in finding.why.render("en")
    assert (finding.id, finding.items) == ("collaboration_gap:together", (("stakeholder:A", "stakeholder:B"),))
    assert finding.severity == "low"
    gaps = find_gaps(analysis)
    assert (gaps.needed, gaps.met, gaps.together, gaps.apart, gaps.working) == (1, 0, 1, 0, 1.0)
    assert gaps.congruence == 0  # the published measure counts partnerships alone


@pytest.mark.parametrize(
    "lines",
    [
        ("Innovation i stage=stopped", "A LEADS i", "B LEADS i"),
        ("Innovation i", "A LEADS i", "B OPPOSES i"),
        ("Innovation i", "A LEADS i", "B FUNDS i until=2020-01-01"),
        ("GrowSession g", "g INVOLVES A", "g INVOLVES B"),
    ],
)
def test_what_is_not_working_together(mapped, lines):
    analysis = mapped(*PAIR, *lines)
    assert find_gaps(analysis).together == 0
    assert told(analysis) == ["A and B both work on p, but are not partners"]


def test_a_session_that_decided_on_actions_joins_who_took_part(mapped):
    analysis = mapped(*PAIR, "GrowSession g", "g INVOLVES A", "g ACTION B what=call")
    assert read_common_work(analysis) == {"grow:g": frozenset(("stakeholder:A", "stakeholder:B"))}
    assert find_gaps(analysis).top[0].together == ("grow:g",)


def test_in_a_crowd_it_does_not_follow(mapped):
    many = [f"S{i}" for i in range(MOST_TOGETHER - 1)]
    lines = [*PAIR, "Innovation i", "A LEADS i", "B LEADS i"]
    lines += [line for name in many for line in (f"Stakeholder {name}", f"{name} TAKES_PART_IN i")]
    (finding,) = all_findings(mapped(*lines), ("collaboration_gap",))
    assert finding.why.render("en").endswith("Both are among the 13 of i.")
    assert find_gaps(mapped(*lines)).together == 0
    # One fewer, and it is no crowd.
    assert find_gaps(mapped(*lines[:-2])).together == 1


def test_pairs_that_work_together_come_last_in_every_list(mapped):
    lines = [
        *(f"Stakeholder {name}" for name in "ABCD"),
        *(f"Problem {p} severity={s}" for p, s in (("p", 5), ("q", 2), ("r", 1))),
        *("A WORKS_ON p", "B WORKS_ON p", "A WORKS_ON q", "C WORKS_ON q", "A WORKS_ON r", "D WORKS_ON r"),
        *("Innovation i", "A LEADS i", "B SPONSORS i"),
    ]
    analysis = mapped(*lines)
    pairs = [(gap.source[-1] + gap.target[-1], bool(gap.together)) for gap in find_gaps(analysis).top]
    assert pairs == [("AC", False), ("AD", False), ("AB", True)]
    assert [gap.source[-1] + gap.target[-1] for gap in find_gaps_of(analysis, "stakeholder:A")] == ["AC", "AD", "AB"]
    assert find_gaps(analysis).top == find_gaps_of(analysis, "stakeholder:A")
