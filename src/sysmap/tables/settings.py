"""What a map may set of its analysis, each with its default and what it may be; the `[analysis]` table of sysmap.toml is read here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import Field, dataclass, field, fields
from typing import Any

from sysmap.errors import nearest
from sysmap.schema import Vocabulary
from sysmap.tables.text import show_cell

__all__ = ["COMMUNITY", "Settings", "read_settings"]

COMMUNITY = "community"
"""The grouping by whom stakeholders work with, which is no field of theirs."""
MOST_LINKS = 50
"""Of an influence; further on it only repeats itself, and the numbers leave what a float can hold."""
MOST_WEIGHT = 1000
LARGEST_SEED = 2**32 - 1
"""What every drawing of lots takes."""

Known = Callable[[Vocabulary], tuple[str, ...]]


def _whole(default: int, low: int = 0, high: int | None = None) -> Any:
    """A whole number from `low` to `high`."""
    return field(default=default, metadata={"low": low, "high": high})


def _some(*default: str, of: Known) -> Any:
    """Some of the words that a vocabulary knows."""
    return field(default=default, metadata={"known": of})


def _ties(source: str, target: str) -> Known:
    """The types of tie that join these labels."""
    return lambda words: tuple(kind.type for kind in words.ties if (source, target) in kind.ends)


def _choices(label: str, name: str) -> Known:
    """The values that a field may take."""
    return lambda words: tuple(choice.value for one in words.node_columns(label) if one.name == name for choice in one.choices)


@dataclass(frozen=True, slots=True)
class Settings:
    """What the `[analysis]` table of sysmap.toml may set.

    `works`: ties that make a stakeholder work on a problem. `carries`: ties that make it carry an innovation, and so
    the problems that addresses. `top`: how many gaps are shown, the rest counted; `per_stakeholder`: how often one
    stakeholder may appear among them. `crowded`: from how many workers on a problem its gaps are told as one sentence.
    `grouping`: the stakeholders' field, or `community`, by which roles and openness are told. `salient`: from which rating
    on (1 to 5) power, interest, legitimacy or urgency is high. `stalled`: after how many months in one stage an innovation
    stands still. `micmac_links`: up to how many links MICMAC follows an influence. `weight_...`: what a term counts in suggested
    partnerships, 0 = nothing. `exact`: up to how many stakeholders betweenness is computed exactly; beyond, it is estimated from so
    many of them as `sources`. `seed` of everything that draws lots.
    """

    works: tuple[str, ...] = _some("WORKS_ON", "OWNS", of=_ties("Stakeholder", "Problem"))
    carries: tuple[str, ...] = _some("LEADS", "SPONSORS", "FUNDS", "ADOPTS", of=_ties("Stakeholder", "Innovation"))
    settled_problems: tuple[str, ...] = _some("resolved", of=_choices("Problem", "status"))
    dead_stages: tuple[str, ...] = _some("stopped", of=_choices("Innovation", "stage"))
    proven_stages: tuple[str, ...] = _some("pilot", "scaling", "embedded", of=_choices("Innovation", "stage"))
    top: int = _whole(50, low=1)
    per_stakeholder: int = _whole(3, low=1)
    crowded: int = _whole(20, low=2)
    grouping: str = "sector"
    salient: int = _whole(4, low=1, high=5)
    stalled: int = _whole(12)
    micmac_links: int = _whole(4, low=1, high=MOST_LINKS)
    weight_need: int = _whole(3, high=MOST_WEIGHT)
    weight_partners: int = _whole(3, high=MOST_WEIGHT)
    weight_work: int = _whole(3, high=MOST_WEIGHT)
    weight_fit: int = _whole(3, high=MOST_WEIGHT)
    weight_bridge: int = _whole(1, high=MOST_WEIGHT)
    weight_diversity: int = _whole(1, high=MOST_WEIGHT)
    weight_load: int = _whole(1, high=MOST_WEIGHT)
    exact: int = _whole(20_000)
    sources: int = _whole(1000, low=1)
    seed: int = _whole(42, high=LARGEST_SEED)


def read_settings(table: Mapping[str, Any], vocabulary: Vocabulary, fault: Callable[[str, str, str], None]) -> Settings:
    """The settings of a table; `fault` is called with the key, the problem and the remedy of every entry that cannot be, which keeps its default.

    >>> from sysmap.vocabulary import VOCABULARY
    >>> read_settings({"top": 5, "crowded": -1}, VOCABULARY, lambda *said: print(*said, sep="; ")).top
    crowded; [analysis] crowded is '-1'; give a whole number from 2 on
    5
    """
    known = {entry.name: entry for entry in fields(Settings)}
    chosen: dict[str, Any] = {}
    for key, value in table.items():
        if key not in known:
            close = nearest(key, known) or tuple(sorted(known))
            fault(key, f"[analysis] has no setting {show_cell(key)}", f"choose {' or '.join(close)}")
        elif remedy := _remedy(known[key], value, vocabulary):
            fault(key, f"[analysis] {key} is {show_cell(', '.join(map(str, value)) if isinstance(value, list) else value)}", remedy)
        else:
            chosen[key] = tuple(value) if isinstance(value, list) else value
    made = Settings(**chosen)
    if not any(getattr(made, key) for key in known if key.startswith("weight_")):
        fault("analysis", "[analysis] every weight_... is 0, so that nothing tells one suggestion from another", "give one of them 1 or more")
    return made


def _remedy(entry: Field[Any], value: object, vocabulary: Vocabulary) -> str:
    """What to give instead of a value that cannot be; empty where it can."""
    if "known" in entry.metadata:
        return _words_instead(entry.metadata["known"](vocabulary), value)
    if "low" in entry.metadata:
        low, high = entry.metadata["low"], entry.metadata["high"]
        fits = isinstance(value, int) and not isinstance(value, bool) and low <= value and (high is None or value <= high)
        return "" if fits else f"give a whole number from {low} {'on' if high is None else f'to {high}'}"
    return "" if isinstance(value, str) and value else "give a text"


def _words_instead(known: tuple[str, ...], value: object) -> str:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        return f"give a list of texts; known: {', '.join(known)}"
    unknown = next((one for one in value if one not in known), None)
    if unknown is None:
        return ""
    close = nearest(unknown, known)
    return f"{show_cell(unknown)} is not known; " + (f"did you mean {' or '.join(close)}?" if close else f"known: {', '.join(known)}")
