"""GROW sessions by hand: complete, decided together, overdue, chosen and stuck."""

from datetime import date

import pytest

from sysmap.models.grow import read_sessions

DAY = date(2026, 9, 30)
SESSION = "GrowSession g date=2026-01-01 goal=water reality=none"
WHOLE = (
    SESSION,
    "Innovation i stage=scaling stage_since=2026-01-01",
    "Innovation j",
    "Problem p",
    "Stakeholder a sector=government",
    "Stakeholder b sector=community",
    "g CONSIDERS p",
    "g INVOLVES a",
    "g INVOLVES b",
    "b AFFECTED_BY p",
    "g OPTION i",
    "g OPTION j",
    "g CHOSE i",
    "g ACTION a what=dig due=2026-09-30",
)


def kept_lines(without):
    return tuple(line for line in WHOLE if line not in without)


def changed(mapped, *more, without=()):
    return mapped(*more, *(line for line in WHOLE if line not in without), day=DAY)


def with_ties(mapped, *more, without=()):
    return mapped(*(line for line in WHOLE if line not in without), *more, day=DAY)


def test_a_session_that_has_it_all(mapped):
    [one] = read_sessions(mapped(*WHOLE, day=DAY))
    assert (one.lacks, one.together, one.overdue, one.stuck) == ((), True, (), ())
    assert (one.sectors, one.affected, one.options, one.chosen) == (
        ("community", "government"),
        ("stakeholder:b",),
        ("innovation:i", "innovation:j"),
        ("innovation:i",),
    )
    assert [(action.what, action.due, action.overdue) for action in one.actions] == [("dig", "2026-09-30", False)]


@pytest.mark.parametrize(
    ("without", "instead", "lacks"),
    [
        ((SESSION,), "GrowSession g date=2026-01-01 reality=none", ("goal",)),
        ((SESSION,), "GrowSession g", ("goal", "reality")),
        (("g OPTION j",), None, ("options",)),
        (("g ACTION a what=dig due=2026-09-30",), None, ("actions",)),
    ],
)
def test_what_is_missing(mapped, without, instead, lacks):
    other = (
        "GrowSession h date=2026-02-01 goal=land reality=dry",
        "h OPTION i",
        "h OPTION j",
        "h ACTION b due=2026-12-31",
    )
    one = next(
        session
        for session in read_sessions(mapped(*([instead] if instead else []), *kept_lines(without), *other, day=DAY))
        if session.session == "grow:g"
    )
    assert one.lacks == lacks


def test_what_nobody_was_asked_for_is_not_missing(mapped):
    """Where no session says its goal, nobody knows that one has none."""
    [one] = read_sessions(mapped("GrowSession g", "Stakeholder a", "g INVOLVES a", day=DAY))
    assert one.lacks == ()


def test_an_action_without_a_date_leaves_the_session_incomplete_and_is_not_overdue(mapped):
    [one] = read_sessions(with_ties(mapped, "g ACTION b what=pay"))
    assert one.lacks == ("dates",)
    assert {action.what: action.overdue for action in one.actions} == {"dig": False, "pay": None}


@pytest.mark.parametrize(
    ("about", "overdue"),
    [
        ("due=2026-09-29", True),
        ("due=2026-09", False),
        ("due=2026-08", True),
        ("due=2025-12", True),
        ("due=2026-10-01", False),
        ("due=2026-08-01 done=2026-09-01", False),
        ("done=2026-09-01", False),
        ("due=2026-08-01 done=2026-10-01", True),
    ],
)  # done later than the day that is looked at
def test_overdue(mapped, about, overdue):
    [one] = read_sessions(with_ties(mapped, f"g ACTION b what=pay {about}"))
    assert {action.what: action.overdue for action in one.actions}["pay"] is overdue


@pytest.mark.parametrize(
    ("without", "more", "together"),
    [
        (("g INVOLVES b",), (), False),  # one sector, nobody affected
        (("b AFFECTED_BY p",), ("Stakeholder c", "c AFFECTED_BY p"), False),  # those affected were not there
        (("b AFFECTED_BY p",), (), None),  # nobody asked who is affected
        (("g INVOLVES a", "g INVOLVES b"), (), None),  # nobody wrote down who was there
        (("g INVOLVES a",), ("Stakeholder c", "g INVOLVES c"), None),  # of one the sector is not known
        (("g INVOLVES a",), (), False),  # only those affected
        ((), ("Stakeholder c", "g INVOLVES c"), True),
    ],
)
def test_decided_together(mapped, without, more, together):
    [one] = read_sessions(with_ties(mapped, *more, without=without))
    assert one.together is together


@pytest.mark.parametrize(
    ("stage", "stuck"),
    [
        ("stage=pilot stage_since=2025-01-01", True),
        ("stage=stopped", True),
        ("stage=embedded stage_since=2020-01-01", False),
        ("stage=pilot", False),
    ],
)
def test_a_choice_that_stands_still(mapped, stage, stuck):
    analysis = changed(mapped, f"Innovation i {stage}", without=("Innovation i stage=scaling stage_since=2026-01-01",))
    assert read_sessions(analysis)[0].stuck == (("innovation:i",) if stuck else ())


def test_sessions_come_in_their_order_and_not_before_their_day(mapped):
    analysis = mapped(
        "GrowSession b date=2026-05-01",
        "GrowSession a date=2026-06-01",
        "GrowSession c date=2027-01-01",
        "GrowSession d",
        day=DAY,
    )
    assert [one.session for one in read_sessions(analysis)] == ["grow:d", "grow:b", "grow:a"]
