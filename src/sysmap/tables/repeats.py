"""Rows of a large table that repeat a tie, joined column by column by the same law as in `merging`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sysmap.tables.periods import Period, fit_together, wave_ends

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Whole = NDArray[np.int64]
    Numbers = NDArray[np.float64]

__all__ = ["Joined", "Rows", "join_repeats"]


@dataclass(slots=True)
class Rows:
    """Ties as columns: `pair` numbers the two ends, `identity` what else tells ties apart.

    `weight` is NaN where a row has none; `periods` is None where the table has no dates.
    """

    pair: Whole
    identity: Whole | None
    weight: Numbers
    periods: list[Period] | None


@dataclass(slots=True)
class Joined:
    """One row for each tie, and for each time of it: the index of a row that says it, its weight and its period.

    `repeated` are the rows that were joined to others, `differing` those of them whose weight was another;
    `at_times` are rows that say a tie of another time.
    """

    rows: Whole
    weight: Numbers
    periods: list[Period] | None
    repeated: Sequence[int]
    differing: int
    at_times: Sequence[int]


def join_repeats(rows: Rows, repeat: str, *, wave: bool = False) -> Joined | None:
    """The rows with repeated ties joined; None where no tie is repeated. `repeat` as in `[read]`.

    `wave`: the dates are when somebody looked.
    """
    import numpy as np

    # Within a tie by weight, so that the order of the rows changes nothing, not even how a sum is rounded.
    keys = (rows.weight, rows.pair) if rows.identity is None else (rows.weight, rows.identity, rows.pair)
    order = np.lexsort(keys)
    same = rows.pair[order][1:] == rows.pair[order][:-1]
    if rows.identity is not None:
        same &= rows.identity[order][1:] == rows.identity[order][:-1]
    if not same.any():
        return None
    starts = np.flatnonzero(np.concatenate(([True], ~same)))
    if rows.periods:
        return _join_dated(rows, rows.periods, np.split(order, starts[1:]), repeat, wave=wave)
    weight = rows.weight[order]
    largest = np.fmax.reduceat(weight, starts)
    sizes = np.diff(starts, append=len(order))
    differs = (weight != np.repeat(largest, sizes)) & ~np.isnan(weight)
    if repeat == "sum":
        summed = np.add.reduceat(np.where(np.isnan(weight), 1.0, weight), starts)
        largest = np.where(sizes > 1, summed, largest)
    repeated = np.sort(order[np.concatenate(([False], same))])
    return Joined(order[starts], largest, None, repeated.tolist(), int(differs.sum()), ())


def _join_dated(rows: Rows, periods: list[Period], groups: Iterable[Whole], repeat: str, *, wave: bool) -> Joined:
    import numpy as np

    ties = [sorted(group.tolist()) for group in groups]
    last = _last_wave(periods, ties) if wave and not repeat else ""
    kept: list[tuple[int, float, Period]] = []
    repeated, at_times, differing = list[int](), list[int](), 0
    weights = rows.weight.tolist()
    for tie in ties:
        for at, (period, members) in enumerate(_by_time(tie, periods, last, whole=bool(repeat))):
            weight, others = _weight_of([weights[row] for row in members], repeat)
            kept.append((members[0], weight, period))
            repeated += members[1:]
            differing += others
            at_times += members[:1] if at else []
    return Joined(
        np.array([row for row, _, _ in kept], dtype=np.int64),
        np.array([weight for _, weight, _ in kept]),
        [period for _, _, period in kept],
        sorted(repeated),
        differing,
        sorted(at_times),
    )


def _weight_of(weights: Sequence[float], repeat: str) -> tuple[float, int]:
    """The weight of one tie of several rows, NaN where none has one; and how many rows say another."""
    from math import fsum, isnan

    said = [weight for weight in weights if not isnan(weight)]
    largest = max(said, default=float("nan"))
    others = sum(weight != largest for weight in said)
    if repeat == "sum" and len(weights) > 1:
        return fsum(1.0 if isnan(weight) else weight for weight in weights), others
    return largest, others


def _last_wave(periods: Sequence[Period], ties: Sequence[Sequence[int]]) -> str:
    """The last wave of a table that looks at most of its ties at several times; else empty."""
    several = sum(len({periods[row] for row in tie}) > 1 for tie in ties)
    return max(since for since, _ in periods) if 2 * several >= len(ties) else ""


def _by_time(
    tie: Sequence[int], periods: Sequence[Period], last: str, *, whole: bool
) -> Iterator[tuple[Period, list[int]]]:
    """The times of a tie, each with its rows. `whole`: one time, from the first beginning to the last end."""
    if whole:
        begins = [since for since, _ in map(periods.__getitem__, tie) if since]
        ends = [periods[row][1] for row in tie]
        yield (min(begins, default=""), max(ends) if all(ends) else ""), list(tie)
        return
    times: dict[Period, list[int]] = {}
    for row in tie:
        since, until = periods[row]
        times.setdefault((since, until or (wave_ends(since, last) if last else "")), []).append(row)
    ordered = sorted(period for period in times if any(period))
    if ordered:
        # What says no time is said of the last.
        times[ordered[-1]] = sorted(times[ordered[-1]] + times.pop(("", ""), []))
    for period, fitted in zip(ordered, fit_together(ordered), strict=True):
        yield fitted, times[period]
    if not ordered:
        yield ("", ""), list(tie)
