"""GROW sessions: what was settled (Goal, Reality, Options, What next), by whom, and whether it was done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from sysmap.analysis import Analysis, kept
from sysmap.records.innovation_stages import is_stalled
from sysmap.records.times import is_past, months_since

__all__ = ["Action", "Part", "Session", "read_sessions"]

Part = Literal["goal", "reality", "options", "actions", "dates"]
ENOUGH = 2
"""Options that make a choice, sectors that make a meeting shared."""


@dataclass(frozen=True, slots=True)
class Action:
    """What somebody is to do; `tie` is its uid. `overdue`: None where no due date was given and it is not done."""

    tie: str
    stakeholder: str
    what: str
    due: str | None
    done: str | None
    overdue: bool | None


@dataclass(frozen=True, slots=True)
class Session:
    """A session held by the day of the analysis (or undated), as on a board.

    `lacks`: parts that are missing; complete is a session that lacks none. `dates`: an action has no due date. `together`:
    those involved come from two sectors or more, and one of them is affected by a problem considered; None where the data
    cannot tell. `sectors` are theirs, `affected` those affected. `stuck`: chosen innovations that stopped or stand still.
    """

    session: str
    date: str | None
    step: str | None
    problems: tuple[str, ...]
    involved: tuple[str, ...]
    options: tuple[str, ...]
    chosen: tuple[str, ...]
    actions: tuple[Action, ...]
    lacks: tuple[Part, ...]
    together: bool | None
    sectors: tuple[str, ...]
    affected: tuple[str, ...]
    stuck: tuple[str, ...]

    @property
    def overdue(self) -> tuple[Action, ...]:
        """Actions that are past their due date and not done, the oldest first."""
        return tuple(action for action in self.actions if action.overdue)


@kept
def read_sessions(analysis: Analysis) -> tuple[Session, ...]:
    """Every session held by the day of the analysis, oldest first; undated ones come first."""
    return tuple(sorted(
        (_session(analysis, uid) for uid in analysis.nodes("GrowSession") if _is_held(analysis, uid)),
        key=lambda one: (one.date or "", one.session)))


def _is_held(analysis: Analysis, uid: str) -> bool:
    day = analysis.props(uid).get("date")
    return day is None or months_since(day, analysis.as_of) is not None


def _session(analysis: Analysis, uid: str) -> Session:
    props = analysis.props(uid)
    problems, involved, options, chosen = (_tied(analysis, uid, type) for type in ("CONSIDERS", "INVOLVES", "OPTION", "CHOSE"))
    actions = tuple(sorted(_actions(analysis, uid), key=lambda one: (one.due or "9", one.tie)))
    sectors = [analysis.props(who).get("sector") for who in involved]
    sufferers = {source for source, _, type in analysis.graph.in_edges(problems, data="type") if type == "AFFECTED_BY"}
    affected = tuple(who for who in involved if who in sufferers)
    stopped = analysis.settings.dead_stages
    return Session(
        uid, props.get("date"), props.get("status"), problems, involved, options, chosen, actions,
        lacks=tuple(_lacks(props, options, actions)),
        together=_is_together(sectors, affected, bool(sufferers)) if involved else None,
        sectors=tuple(sorted({sector for sector in sectors if sector})), affected=affected,
        stuck=tuple(one for one in chosen if analysis.props(one).get("stage") in stopped or is_stalled(analysis, one)))


def _tied(analysis: Analysis, uid: str, type: str) -> tuple[str, ...]:
    return tuple(sorted({target for _, target, found in analysis.graph.out_edges(uid, data="type") if found == type}))


def _actions(analysis: Analysis, uid: str) -> Iterator[Action]:
    for _, who, key, tie in analysis.graph.out_edges(uid, keys=True, data=True):
        if tie["type"] == "ACTION":
            done = tie.get("done")
            is_done = done is not None and months_since(done, analysis.as_of) is not None
            late = False if is_done else is_past(tie.get("due"), analysis.as_of)
            yield Action(key, who, str(tie.get("what") or ""), tie.get("due"), done if is_done else None, late)


def _lacks(props: Any, options: tuple[str, ...], actions: tuple[Action, ...]) -> Iterator[Part]:
    if not props.get("goal"):
        yield "goal"
    if not props.get("reality"):
        yield "reality"
    if len(options) < ENOUGH:
        yield "options"
    if not actions:
        yield "actions"
    if any(action.due is None for action in actions):
        yield "dates"


def _is_together(sectors: list[str | None], affected: tuple[str, ...], asked: bool) -> bool | None:
    """Both sides of the rule: sectors may be unknown, and whether anybody asked who is affected."""
    mixed = True if len({*sectors} - {None}) >= ENOUGH else None if None in sectors else False
    heard = True if affected else False if asked else None
    if mixed is False or heard is False:
        return False
    return None if mixed is None or heard is None else True
