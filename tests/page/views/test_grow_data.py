"""The board's data equal what the model says of the sessions; personal fields stay out."""

from sysmap.models.grow import read_sessions
from sysmap.page.views.grow import grow_view
from sysmap.rendering.facts import Facts
from sysmap.rendering.port import Look


def test_every_session_is_the_model_s_the_newest_first(gunungkidul):
    facts = Facts(gunungkidul, Look())
    told = grow_view(facts)
    held = list(reversed(read_sessions(gunungkidul)))
    assert [facts.uids[row["n"]] for row in told["sessions"]] == [one.session for one in held]
    for row, one in zip(told["sessions"], held, strict=True):
        assert (row["date"], row["step"], row["together"], tuple(row["lacks"])) == (
            one.date,
            one.step,
            one.together,
            one.lacks,
        )
        for name in ("problems", "involved", "options", "chosen", "stuck", "affected"):
            assert tuple(facts.uids[at] for at in row[name]) == getattr(one, name)
        assert [
            (facts.uids[action["who"]], action["due"], action["done"], action["overdue"]) for action in row["actions"]
        ] == [(action.stakeholder, action.due, action.done, action.overdue) for action in one.actions]


def test_days_past_the_due_date_are_counted_where_the_day_is_known(analysis_of, node, tie):
    session, *people = node("GrowSession", "s", date="2025-06"), *(node("Stakeholder", name) for name in "abc")
    ties = [
        tie("ACTION", session, who, what=due or "none", **({"due": due} if due else {}))
        for who, due in zip(people, ("2025-12-31", "2025-11", ""), strict=True)
    ]
    [row] = grow_view(Facts(analysis_of([session, *people], ties), Look()))["sessions"]  # as of 2026-01-01
    assert {action["what"]: (action["overdue"], action["late"]) for action in row["actions"]} == {
        "2025-12-31": (True, 1),
        "2025-11": (True, None),
        "none": (None, None),
    }
    assert (row["goal"], row["asked"], row["together"]) == (None, False, None)


def test_without_sessions_there_is_no_board(analysis_of, node):
    assert grow_view(Facts(analysis_of([node("Stakeholder", "a")], []), Look())) is None
