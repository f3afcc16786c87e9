"""GROW sessions (Goal, Reality, Options, What next): what was decided, by whom, and whether it was done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal, get_args

from sysmap.analysis import Analysis, kept
from sysmap.records.innovation_stages import is_stalled
from sysmap.records.times import is_past, months_since

__all__ = ["Action", "Part", "Session", "asked_parts", "is_complete", "read_sessions"]

Part = Literal["goal", "reality", "options", "actions", "dates"]
ENOUGH = 2
"""At least so many options make a choice; at least so many sectors make a session a shared one."""


@dataclass(frozen=True, slots=True)
class Action:
    """An action of a session: `what` a stakeholder is to do. `tie`: the uid of its tie.

    `done`: the day, None if it is not done yet.
    `overdue`: None if it is not done and has no due date.
    """

    tie: str
    stakeholder: str
    what: str
    due: str | None
    done: str | None
    overdue: bool | None


@dataclass(frozen=True, slots=True)
class Session:
    """A session that was held by the day of the analysis, or is undated. Nodes are uids.

    `lacks`: the parts that are missing, of those that the tables ask for (`asked_parts`); "dates" means that an action
    has no due date.
    `together`: whether those involved come from two or more sectors and at least one of them is affected by a problem
    that was considered; None if the data cannot tell. `sectors`: the sectors of those involved; `affected`: those of
    them who are affected.
    `stalled`: the chosen innovations that live and have stood still too long; `stopped`: those that have stopped.
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
    stalled: tuple[str, ...]
    stopped: tuple[str, ...]

    @property
    def stuck(self) -> tuple[str, ...]:
        """The chosen innovations that have stopped or stalled."""
        return tuple(sorted({*self.stalled, *self.stopped}))

    @property
    def overdue(self) -> tuple[Action, ...]:
        """The actions that are past their due date and not done, the oldest first."""
        return tuple(action for action in self.actions if action.overdue)


@kept
def read_sessions(analysis: Analysis) -> tuple[Session, ...]:
    """Return every session held by the day of the analysis: undated ones first, then the oldest first, then by name."""
    return tuple(
        sorted(
            (_read_session(analysis, uid) for uid in analysis.nodes("GrowSession") if _is_held(analysis, uid)),
            key=lambda session: (session.date or "", analysis.name(session.session), session.session),
        )
    )


@kept
def asked_parts(analysis: Analysis) -> frozenset[Part]:
    """Return the parts of a session that somebody has asked for: they occur in the map, in any session that has begun.

    Of a part that occurs nowhere nobody can tell that a session lacks it.
    """
    asked: dict[Part, bool] = {
        "goal": analysis.asks_field("GrowSession", "goal"),
        "reality": analysis.asks_field("GrowSession", "reality"),
        "options": analysis.asks("OPTION"),
        "actions": analysis.asks("ACTION"),
        "dates": any(tie.get("due") for _, _, tie in analysis.history.edges(data=True) if tie["type"] == "ACTION"),
    }
    return frozenset(part for part, is_asked in asked.items() if is_asked)


def is_complete(analysis: Analysis, session: Session) -> bool:
    """Whether a session has all parts; of one whose tables do not ask for every part nobody can say so."""
    return not session.lacks and asked_parts(analysis) == set(get_args(Part))


def _is_held(analysis: Analysis, uid: str) -> bool:
    day = analysis.props(uid).get("date")
    return day is None or months_since(day, analysis.as_of) is not None


def _read_session(analysis: Analysis, uid: str) -> Session:
    props = analysis.props(uid)
    problems, involved, options, chosen = (
        _targets_of(analysis, uid, type) for type in ("CONSIDERS", "INVOLVES", "OPTION", "CHOSE")
    )
    actions = tuple(
        sorted(
            _iterate_actions(analysis, uid),
            key=lambda action: (action.due or "9", analysis.name(action.stakeholder), action.tie),
        )
    )
    sectors = [analysis.props(who).get("sector") for who in involved]
    all_affected = {
        source for source, _, type in analysis.graph.in_edges(problems, data="type") if type == "AFFECTED_BY"
    }
    affected = tuple(who for who in involved if who in all_affected)
    dead, stages = analysis.settings.dead_stages, {uid: analysis.props(uid).get("stage") for uid in chosen}
    return Session(
        uid,
        props.get("date"),
        props.get("status"),
        problems,
        involved,
        options,
        chosen,
        actions,
        lacks=tuple(part for part in _iterate_missing(props, options, actions) if part in asked_parts(analysis)),
        together=_is_together(sectors, affected, bool(all_affected)) if involved else None,
        sectors=tuple(sorted({sector for sector in sectors if sector})),
        affected=affected,
        stalled=tuple(uid for uid in chosen if stages[uid] not in {None, *dead} and is_stalled(analysis, uid)),
        stopped=tuple(uid for uid in chosen if stages[uid] in dead),
    )


def _targets_of(analysis: Analysis, uid: str, type: str) -> tuple[str, ...]:
    """Uids of the nodes that ties of this type lead to from a node, sorted."""
    return tuple(sorted({target for _, target, other in analysis.graph.out_edges(uid, data="type") if other == type}))


def _iterate_actions(analysis: Analysis, uid: str) -> Iterator[Action]:
    for _, who, key, tie in analysis.graph.out_edges(uid, keys=True, data=True):
        if tie["type"] == "ACTION":
            done = tie.get("done")
            is_done = done is not None and months_since(done, analysis.as_of) is not None
            overdue = False if is_done else is_past(tie.get("due"), analysis.as_of)
            yield Action(key, who, str(tie.get("what") or ""), tie.get("due"), done if is_done else None, overdue)


def _iterate_missing(props: Any, options: tuple[str, ...], actions: tuple[Action, ...]) -> Iterator[Part]:
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
    """Whether several sectors and somebody affected took part (see `Session`).

    `asked`: whether the data say of anybody that it is affected.
    """
    mixed = True if len({*sectors} - {None}) >= ENOUGH else None if None in sectors else False
    includes_affected = True if affected else False if asked else None
    if mixed is False or includes_affected is False:
        return False
    return None if mixed is None or includes_affected is None else True
