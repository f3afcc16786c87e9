"""Shares, estimates and lists of names, as parts of sentences."""

from __future__ import annotations

from collections.abc import Sequence
from math import floor, log10
from statistics import median

from sysmap.analysis import Analysis
from sysmap.measures.port import Estimate
from sysmap.messages import AnyText, Joined, Listing, Message, Number, Percent, Text

__all__ = ["describe_estimate", "list_first", "list_names", "list_texts", "percent", "small_number"]

MOST_NAMES = 5
"""How many names a sentence lists; the others are counted."""
NONE = Message("none")
ESTIMATED = Message(
    "Estimated from {sources} of {of} stakeholders, drawn by lot (seed {seed}); standard error {error}."
)


def percent(share: float) -> Text:
    """A share (0 to 1) in whole per cent. Only an exact 0 becomes 0%, only an exact 1 becomes 100%.

    >>> [str(percent(share)) for share in (0.5, 0.001, 0.999)]
    ['50%', 'less than 1%', 'more than 99%']
    """
    text = f"{share:.0%}"
    if share > 0 and text == "0%":
        return Message("less than 1%")
    if share < 1 and text == "100%":
        return Message("more than 99%")
    return Percent(share)


def small_number(value: float) -> Text:
    """A number (0 or more) with its first two digits that are not leading zeros, and without an exponent.

    >>> str(small_number(0.000123)), str(small_number(0.0))
    ('0.00012', '0')
    """
    return Number(value, max(0, 1 - floor(log10(value)))) if value else Number(0)


def describe_estimate(estimate: Estimate | None) -> Text | None:
    """The sentence that must stand beside estimated values; None if `estimate` is None (the values are exact).

    It gives the size of the sample, its seed and the standard error.


    >>> str(describe_estimate(Estimate(200, 5000, 42, {"": 0.03})))
    'Estimated from 200 of 5,000 stakeholders, drawn by lot (seed 42); standard error 0.030.'
    """
    if estimate is None:
        return None
    errors = sorted(error for error in estimate.errors.values() if isinstance(error, float | int))
    values = {"sources": Number(estimate.sources), "of": Number(estimate.of), "seed": estimate.seed}
    if not errors:
        return ESTIMATED.filled(**values, error=Message("unknown"))
    largest = small_number(errors[-1])
    if len(errors) == 1:
        return ESTIMATED.filled(**values, error=largest)
    middle = small_number(median(error for error in errors if error) if any(errors) else 0.0)
    return ESTIMATED.filled(
        **values, error=Message("{middle} (median), at most {most}").filled(middle=middle, most=largest)
    )


def list_names(analysis: Analysis, uids: Sequence[str], most: int = MOST_NAMES) -> Text:
    """The names of these nodes as a list in words: the first `most`, then how many more there are."""
    names = [analysis.name(uid) for uid in uids[:most]]
    more = len(uids) - len(names)
    return Message("{names} and {n} more", names=", ".join(names), n=more) if more else list_texts(names)


def list_first(items: Sequence[AnyText], most: int) -> Text:
    """The first `most` of these as a list in words, then how many more there are.

    >>> str(list_first(["a goal", "options", "a date"], 2))
    'a goal; options; and 1 more'
    """
    more = len(items) - most
    if more <= 0:
        return list_texts(items)
    return Message("{items}; and {n} more", items=Joined(tuple(items[:most]), "; "), n=more)


def list_texts(items: Sequence[AnyText]) -> Text:
    """All items as one list in words; "none" if it is empty.

    >>> str(list_texts(["a goal", "options"])), str(list_texts([]))
    ('a goal and options', 'none')
    """
    return Listing(items) if items else NONE
