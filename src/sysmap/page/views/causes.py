"""The causal view's data: boxes in their places, signed arrows, whose map holds which, and the loops. The page draws and pushes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from textwrap import wrap
from typing import Any

import networkx as nx

from sysmap.algorithms import Loop
from sysmap.analysis import Analysis
from sysmap.measures.causes_leverage import ROLES
from sysmap.models.causes.archetype_texts import TOLD
from sysmap.models.causes.archetypes import find_archetypes
from sysmap.models.causes.leverage import SCORES, score_levers
from sysmap.models.causes.loops import list_loops
from sysmap.models.causes.mental_models import compare_mental_models
from sysmap.page.views.causes_texts import WORDS
from sysmap.page.views.port import view
from sysmap.places.causes_layout import bend_links, lay_out_boxes
from sysmap.places.kept import read_places, write_places
from sysmap.records.causes_holders import find_holders, holder_name
from sysmap.records.causes_map import LENGTH, causal_map
from sysmap.rendering.facts import LONGEST_NAME, Facts, clean_value, pair

__all__ = ["KEPT", "MOST_LOOPS", "causal"]

KEPT = "causal-positions.json"
"""The places of the diagram's boxes, beside those of the map."""
MOST_LOOPS = 300
"""How many loops of one map the page lists; the rest are counted."""
MOST_STORIES = 24
"""How many archetypes the page tells."""
LETTERS, LINES = 16, 3
"""How long a line in a box is, and how many there are."""
LETTER, LINE, MARK = 6.7, 15, 40
"""Width of a letter, height of a line, and what stands beside the letters, in pixels."""
DELAYS = ("none", "short", "long")

Link = tuple[int, int, int, int, float | None]
"""Places of the ends among the boxes, sign (0 = unknown), delay (0 none, 1 short, 2 long), strength (None = not given)."""


@view("causal", WORDS, order=10, topic="causes")
def causal(facts: Facts) -> dict[str, Any] | None:
    """Boxes, arrows of every map, loops; None where nothing is said to influence anything, or a part of the causes is not drawn."""
    analysis = facts.analysis
    if not analysis.causal.number_of_edges():
        return None
    known = {holder: causal_map(analysis, holder) for holder in (None, *_holders(facts))}
    union = _union(known)
    if not facts.index.keys() >= set(union):
        return None  # loops and pushes of half a map would be wrong
    place = {uid: at for at, uid in enumerate(union)}
    links: dict[Link, int] = {}
    held = {holder: [links.setdefault(link, len(links)) for link in _links(one, place)] for holder, one in known.items()}
    boxes = {uid: _box(clean_value(analysis.name(uid), LONGEST_NAME)) for uid in union}
    found = _places(facts, union, {uid: (wide, high) for uid, (wide, high, _) in boxes.items()})
    return {
        "boxes": [[facts.index[uid], *found[uid], wide, high, lines] for uid, (wide, high, lines) in boxes.items()],
        "links": [[*link, bend] for link, bend in zip(links, _bends(links, found, boxes), strict=True)],
        "idle": len(causal_map(analysis)) - len(union),
        "maps": [{"name": "" if holder is None else clean_value(holder_name(analysis, holder), LONGEST_NAME), "node": facts.index.get(holder or ""),
                  "links": _told_from(held[None], mine)} for holder, mine in held.items()],
        "apart": _apart(analysis, list(known)),
        **_loops(analysis, place, tuple(known)),
        "levers": _levers(analysis, place), "roles": {role: pair(words) for role, words in ROLES.items()},
        "stories": _stories(analysis, place, links),
    }


def _apart(analysis: Analysis, known: list[str | None]) -> list[list[Any]]:
    """Numbers of two groups' maps and the distance between them, 0 to 1; None where they have no link in common to compare."""
    if len(known) == 1:
        return []
    return [[known.index(one.one), known.index(one.other), one.distance] for one in compare_mental_models(analysis).pairs]


def _levers(analysis: Analysis, place: Mapping[str, int]) -> dict[str, Any]:
    """The four scores by name and how far they agree; each box with its role and its ranks; where MICMAC's plane is split. Values are the measures'."""
    made = score_levers(analysis)
    scores = list(SCORES)
    return {"scores": list(SCORES.values()), "links": made.links, "split": [made.mean_dependence, made.mean_influence],
            "agree": [[scores.index(one.one), scores.index(one.other), one.tau] for one in made.agreements],
            "rows": [[place[lever.uid], impact.role, *(lever.ranks[score] for score in scores)] for lever, impact in zip(made.levers, made.impacts, strict=True)]}


def _stories(analysis: Analysis, place: Mapping[str, int], links: Mapping[Link, int]) -> dict[str, Any]:
    """The archetypes of the common map in words, with their boxes and arrows."""
    made = find_archetypes(analysis)
    ends = {uid: (place[source], place[target]) for source, target, uid in analysis.causal.edges(keys=True)}
    first: dict[tuple[int, int], int] = {}
    for (source, target, *_), at in links.items():
        first.setdefault((source, target), at)
    rows = [{"title": pair(TOLD[one.kind].title), "headline": pair(one.headline), "story": pair(one.story), "check": pair(one.check), "remedy": pair(one.remedy),
             "boxes": [place[uid] for uid in one.nodes], "arrows": sorted({first[ends[uid]] for uid in one.ties})} for one in made.found[:MOST_STORIES]]
    return {"found": rows, "more": len(made.found) - len(rows), "cut": max(made.cut.values(), default=None), "timed": made.timed}


def _told_from(common: list[int], mine: list[int]) -> list[list[int]]:
    """What a map lacks of the common one, and what it has beside it; of the common one itself, all of it."""
    if mine is common:
        return [[], mine]
    return [sorted(set(common) - set(mine)), sorted(set(mine) - set(common))]


def _holders(facts: Facts) -> tuple[str, ...]:
    """Whose links may be told apart."""
    return () if "held_by" in facts.hidden("INFLUENCES") else tuple(find_holders(facts.analysis))


def _union(known: Mapping[str | None, nx.DiGraph]) -> nx.DiGraph:
    """All that any map links, in order."""
    edges = sorted({pair for one in known.values() for pair in one.edges})
    union = nx.DiGraph()
    union.add_nodes_from(sorted({uid for pair in edges for uid in pair}))
    union.add_edges_from(edges)
    return union


def _links(one: nx.DiGraph, place: Mapping[str, int]) -> Iterator[Link]:
    for source, target, link in one.edges(data=True):
        delay = DELAYS.index(link["delay"]) if link["delay"] in DELAYS else 0
        yield place[source], place[target], link["sign"] or 0, delay, link["strength"]


def _box(name: str) -> tuple[float, float, list[str]]:
    """Width and height of a box, and the lines of the name in it."""
    lines = wrap(name, LETTERS, max_lines=LINES, placeholder="…") or [""]
    return round(MARK + LETTER * max(map(len, lines))), 14 + LINE * len(lines), lines


def _places(facts: Facts, union: nx.DiGraph, sizes: Mapping[str, tuple[float, float]]) -> Mapping[str, tuple[float, float]]:
    """Where the boxes stand: as the folder keeps them."""
    analysis, file = facts.analysis, facts.folder / KEPT if facts.folder else None
    kinds = {label: frozenset(uid for uid in union if analysis.props(uid)["label"] == label) for label in ("Innovation", "Goal")}
    found = lay_out_boxes(union, sizes, read_places(file) if file else {}, analysis.settings.seed, first=kinds["Innovation"], last=kinds["Goal"])
    if file:
        write_places(file, found)
    return found


def _bends(links: Mapping[Link, int], found: Mapping[str, tuple[float, float]], boxes: Mapping[str, tuple[float, float, list[str]]]) -> list[float]:
    """The bow of each arrow; those of different maps between the same ends bow alike."""
    pairs = list(dict.fromkeys(link[:2] for link in links))
    bow = dict(zip(pairs, bend_links(pairs, list(found.values()), [(wide, high) for wide, high, _ in boxes.values()]), strict=True))
    return [bow[link[:2]] for link in links]


def _loops(analysis: Analysis, place: Mapping[str, int], maps: tuple[str | None, ...]) -> dict[str, Any]:
    """Every loop once, and for each map which of them it has, how many more, and up to how many links they are whole."""
    rows: dict[tuple[Any, ...], int] = {}
    listed: list[list[int]] = []
    rest: list[dict[str, Any]] = []
    for holder in maps:
        made = list_loops(analysis, LENGTH, holder)
        every, basis = made.through(), set(made.independent)
        mine = [rows.setdefault(_row(loop, place, loop in basis), len(rows)) for loop in every[:MOST_LOOPS]]
        listed.append(mine)
        rest.append({"more": len(every) - len(mine), "complete": made.complete if made.truncated else None, "cut": made.cut})
    return {"loops": [[*row[:-1], list(row[-1])] for row in rows],
            "listed": [{"loops": _told_from(listed[0], mine), **about} for mine, about in zip(listed, rest, strict=True)]}


def _row(loop: Loop, place: Mapping[str, int], basic: bool) -> tuple[Any, ...]:
    """Polarity, whether it is of the independent set, how many links come late, strength, and the boxes in turn."""
    return loop.polarity, int(basic), loop.delayed, float(f"{loop.strength:.6g}"), tuple(place[uid] for uid in loop.nodes)
