"""Betweenness past the size up to which it is exact: estimated, and with what must be said of it."""

from __future__ import annotations

from sysmap.algorithms import sampled_betweenness
from sysmap.analysis import Analysis
from sysmap.measures.port import Estimate, Values

__all__ = ["of_betweenness", "of_the_highest", "sampled"]


def sampled(analysis: Analysis) -> tuple[Values, Estimate] | None:
    """Betweenness from `Settings.sources` drawn stakeholders; None up to `Settings.exact` of them, or where that draws all."""
    def found() -> tuple[Values, Estimate]:
        values, errors = sampled_betweenness(analysis.collaboration, sources, settings.seed)
        return values, Estimate(sources, size, settings.seed, errors)
    settings, size = analysis.settings, len(analysis.collaboration)
    sources = max(2, settings.sources)  # one alone tells no error
    return analysis.once("sampled betweenness", found) if size > max(settings.exact, sources) else None


def of_betweenness(analysis: Analysis) -> Estimate | None:
    """What betweenness is estimated from."""
    found = sampled(analysis)
    return found[1] if found else None


def of_the_highest(analysis: Analysis) -> Estimate | None:
    """The same for a number that rests on the highest betweenness, and has its standard error."""
    found = sampled(analysis)
    if found is None:
        return None
    values, told = found
    highest = max(values, key=lambda uid: values[uid] or 0)
    return Estimate(told.sources, told.of, told.seed, {"": told.errors[highest]})
