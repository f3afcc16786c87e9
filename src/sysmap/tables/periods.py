"""When ties hold whose rows say them of several times: which end, because a later row takes their place."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from sysmap.tables.dates import first_day

__all__ = ["Period", "fit_together", "wave_ends"]

Period = tuple[str, str]
"""Since and until as ISO texts of any precision; empty where one is not said."""

_YEAR, _MONTH = len("2024"), len("2024-01")


def fit_together(periods: Sequence[Period]) -> list[Period]:
    """The periods of one tie, sorted, each without an end ended before the next begins.

    >>> fit_together([("2020", ""), ("2021-05", ""), ("2021-05-20", "")])
    [('2020', '2021-04'), ('2021-05', '2021-05-19'), ('2021-05-20', '')]
    """
    fitted = []
    for at, (since, until) in enumerate(periods):
        later = [one for one, _ in periods[at + 1 :] if since and first_day(one) > first_day(since)]
        fitted.append((since, until or (_before(later[0]) if later else "")))
    return fitted


def _before(since: str) -> str:
    """The day, month or year before one."""
    if len(since) == _YEAR:
        return f"{int(since) - 1:04}"
    day = date.fromisoformat(first_day(since)) - timedelta(days=1)
    return day.isoformat()[: _MONTH if len(since) == _MONTH else None]


def wave_ends(since: str, last: str) -> str:
    """When a tie ends of which only is known that it was there at one time: then, unless that is the last wave.

    >>> wave_ends("2019", last="2021"), wave_ends("2021", last="2021")
    ('2019', '')
    """
    return since if since < last else ""
