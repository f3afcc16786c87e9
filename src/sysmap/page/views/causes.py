"""The data of the causal view: boxes and their places, signed arrows, each group's map, loops, leverage and archetypes.

The page's script draws them and computes what follows from a push.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from textwrap import wrap
from typing import Any

import networkx as nx

from sysmap.algorithms import Loop
from sysmap.analysis import Analysis, kept
from sysmap.measures.causes_leverage import ROLES
from sysmap.models.causes.archetype_texts import ARCHETYPE_TEXTS as ARCHETYPES
from sysmap.models.causes.archetypes import find_archetypes
from sysmap.models.causes.leverage import SCORES, score_levers
from sysmap.models.causes.loops import list_loops
from sysmap.models.causes.mental_models import compare_mental_models
from sysmap.page.views.causes_texts import WORDS
from sysmap.page.views.port import view
from sysmap.places.bends import bend_links
from sysmap.places.causes_layout import lay_out_boxes
from sysmap.places.kept import Place, read_places, write_places
from sysmap.records.causes_holders import find_holders, holder_name
from sysmap.records.causes_map import causal_map
from sysmap.rendering.facts import LONGEST_NAME, Facts, clean_value
from sysmap.tables.table_names import PLACES_OF_CAUSES

__all__ = ["KEPT", "MOST_LOOPS", "causal"]

KEPT = PLACES_OF_CAUSES
"""The file that keeps the places of the boxes, beside the one that keeps those of the map's nodes."""
MOST_LOOPS = 300
"""How many loops of one map the page lists; the rest are counted."""
MOST_STORIES = 24
"""How many archetypes the page lists; the rest are counted."""
LINE_LETTERS, MOST_LINES = 16, 3
"""The most letters of a line in a box, and the most lines."""
LETTER_WIDTH, LINE_HEIGHT = 6.7, 15
"""In pixels."""
BESIDE, ABOVE = 40, 14
"""Pixels of a box beside its letters, left and right together, and above and below its lines together."""
DELAYS = ("none", "short", "long")
"""A link's delay goes by its place in this list; a user's own word counts as none."""

Link = tuple[int, int, int, int, float | None]
"""Numbers of the two boxes, sign (1, -1, 0 unknown), delay (0 none, 1 short, 2 long), strength (None: not given)."""
Maps = Mapping[str | None, nx.DiGraph]
"""The causal map of each holder; None holds the common map, which comes first."""
Box = tuple[float, float, list[str]]
"""Width and height in pixels, and the lines of the name."""


@view("causal", WORDS, order=10, topic="causes")
def causal(facts: Facts) -> dict[str, Any] | None:
    """Boxes, the arrows of every map, loops, levers and archetypes.

    None where nothing influences anything, or where the page draws only a part of the causes: loops and effects of half
    a map would be wrong.
    """
    analysis = facts.analysis
    if not analysis.causal.number_of_edges():
        return None
    maps: Maps = {holder: causal_map(analysis, holder) for holder in (None, *_holders(facts))}
    union = _union(maps)
    if not facts.index.keys() >= set(union):
        return None
    number = {uid: at for at, uid in enumerate(union)}
    # Each different link once, with its number; a link that two maps give another sign is two links.
    links: dict[Link, int] = {}
    links_of = {
        holder: [links.setdefault(link, len(links)) for link in _links(map, number)] for holder, map in maps.items()
    }
    boxes = {uid: _box(clean_value(analysis.name(uid), LONGEST_NAME)) for uid in union}
    places = _places(facts, union, boxes)
    return {
        "boxes": [[facts.index[uid], *places[uid], wide, high, lines] for uid, (wide, high, lines) in boxes.items()],
        "links": [[*link, bend] for link, bend in zip(links, _bends(links, places, boxes), strict=True)],
        "idle": len(causal_map(analysis)) - len(union),
        "maps": [
            {
                "name": "" if holder is None else clean_value(holder_name(analysis, holder), LONGEST_NAME),
                "node": facts.index.get(holder or ""),
                "links": _difference(links_of[None], own),
            }
            for holder, own in links_of.items()
        ],
        "apart": _distances(analysis, list(maps)),
        **_loops(analysis, number, tuple(maps)),
        "levers": _levers(analysis, number),
        "roles": {role: facts.translate(words) for role, words in ROLES.items()},
        "stories": _stories(facts, number, links),
    }


def _distances(analysis: Analysis, holders: list[str | None]) -> list[list[Any]]:
    """[number of a group's map, that of another, their distance from 0 to 1 or None without a link to compare]."""
    if len(holders) == 1:
        return []
    return [
        [holders.index(pair.one), holders.index(pair.other), pair.distance]
        for pair in compare_mental_models(analysis).pairs
    ]


def _levers(analysis: Analysis, number: Mapping[str, int]) -> dict[str, Any]:
    """The names of the four scores of leverage and how far each two agree; each box with its role and its ranks.

    `split` are the means at which MICMAC's plane is split: dependence, influence. The scores' values are in the
    measures.
    """
    leverage = score_levers(analysis)
    scores = list(SCORES)
    return {
        "scores": list(SCORES.values()),
        "links": leverage.links,
        "split": [leverage.mean_dependence, leverage.mean_influence],
        "agree": [[scores.index(pair.one), scores.index(pair.other), pair.tau] for pair in leverage.agreements],
        "rows": [
            [number[lever.uid], impact.role, *(lever.ranks[score] for score in scores)]
            for lever, impact in zip(leverage.levers, leverage.impacts, strict=True)
        ],
    }


def _stories(facts: Facts, number: Mapping[str, int], links: Mapping[Link, int]) -> dict[str, Any]:
    """The archetypes of the common map: their texts, boxes and arrows, and how far the search went."""
    search = find_archetypes(facts.analysis)
    ends = {uid: (number[source], number[target]) for source, target, uid in facts.analysis.causal.edges(keys=True)}
    # The common map comes first, so the first link between two boxes is the common map's.
    first: dict[tuple[int, int], int] = {}
    for (source, target, *_), at in links.items():
        first.setdefault((source, target), at)
    rows = [
        {
            "title": facts.translate(ARCHETYPES[story.kind].title),
            "headline": facts.translate(story.headline),
            "story": facts.translate(story.story),
            "check": facts.translate(story.check),
            "remedy": facts.translate(story.remedy),
            "boxes": [number[uid] for uid in story.nodes],
            "arrows": sorted({first[ends[uid]] for uid in story.ties}),
        }
        for story in search.found[:MOST_STORIES]
    ]
    return {
        "found": rows,
        "more": len(search.found) - len(rows),
        "cut": max(search.cut.values(), default=None),
        "timed": search.timed,
    }


def _difference(common: list[int], own: list[int]) -> list[list[int]]:
    """[what the common list has and `own` lacks, what `own` has beyond it].

    For the common list itself, nothing and all of it.

    So the page stores of each group's map only what sets it apart.
    """
    if own is common:
        return [[], own]
    return [sorted(set(common) - set(own)), sorted(set(own) - set(common))]


def _holders(facts: Facts) -> tuple[str, ...]:
    """The groups whose maps the page may show one by one."""
    return () if "held_by" in facts.hidden("INFLUENCES") else tuple(find_holders(facts.analysis))


def _union(maps: Maps) -> nx.DiGraph:
    """The nodes and edges of all maps together, sorted."""
    edges = sorted({pair for map in maps.values() for pair in map.edges})
    union = nx.DiGraph()
    union.add_nodes_from(sorted({uid for pair in edges for uid in pair}))
    union.add_edges_from(edges)
    return union


def _links(map: nx.DiGraph, number: Mapping[str, int]) -> Iterator[Link]:
    for source, target, link in map.edges(data=True):
        delay = DELAYS.index(link["delay"]) if link["delay"] in DELAYS else 0
        yield number[source], number[target], link["sign"] or 0, delay, link["strength"]


def _box(name: str) -> Box:
    lines = wrap(name, LINE_LETTERS, max_lines=MOST_LINES, placeholder="…") or [""]
    return round(BESIDE + LETTER_WIDTH * max(map(len, lines))), ABOVE + LINE_HEIGHT * len(lines), lines


def _places(facts: Facts, union: nx.DiGraph, boxes: Mapping[str, Box]) -> Mapping[str, Place]:
    """The middles of the boxes in pixels, innovations to the left and goals to the right.

    Read from and kept in the folder.
    """
    analysis, file = facts.analysis, facts.folder / KEPT if facts.folder else None
    kinds = {
        label: frozenset(uid for uid in union if analysis.props(uid)["label"] == label)
        for label in ("Innovation", "Goal")
    }
    sizes = {uid: (wide, high) for uid, (wide, high, _) in boxes.items()}
    known = read_places(file) if file else {}
    places = _lay_out(
        analysis,
        tuple(union.edges),
        tuple(sizes.items()),
        tuple(known.items()),
        (kinds["Innovation"], kinds["Goal"]),
    )
    if file:
        write_places(file, places)
    return places


@kept
def _lay_out(
    analysis: Analysis,
    edges: tuple[tuple[str, str], ...],
    sizes: tuple[tuple[str, Place], ...],
    known: tuple[tuple[str, Place], ...],
    ends: tuple[frozenset[str], frozenset[str]],
) -> dict[str, Place]:
    """`lay_out_boxes` of the boxes of these sizes and of these edges; `ends` are those to stand first and last.

    Kept, because the search takes a second or two and does not depend on the look or the folder of a page.
    """
    union: nx.DiGraph = nx.DiGraph()
    union.add_nodes_from(uid for uid, _ in sizes)
    union.add_edges_from(edges)
    return lay_out_boxes(union, dict(sizes), dict(known), analysis.settings.seed, first=ends[0], last=ends[1])


def _bends(links: Mapping[Link, int], places: Mapping[str, Place], boxes: Mapping[str, Box]) -> list[float]:
    """The bend of each arrow; arrows of different maps between the same two boxes bend alike."""
    pairs = list(dict.fromkeys(link[:2] for link in links))
    bend_of = dict(
        zip(
            pairs,
            bend_links(pairs, list(places.values()), [(wide, high) for wide, high, _ in boxes.values()]),
            strict=True,
        )
    )
    return [bend_of[link[:2]] for link in links]


def _loops(analysis: Analysis, number: Mapping[str, int], holders: tuple[str | None, ...]) -> dict[str, Any]:
    """Every loop once; for each map which of them it has, how many more there are, and how far the search went.

    `complete` is the number of links up to which all loops are known, None where the search ended by itself.
    """
    rows: dict[tuple[Any, ...], int] = {}
    loops_of: list[list[int]] = []
    limits: list[dict[str, Any]] = []
    for holder in holders:
        search = list_loops(analysis, holder=holder)
        every, basis = search.through(), set(search.independent)
        own = [rows.setdefault(_row(loop, number, loop in basis), len(rows)) for loop in every[:MOST_LOOPS]]
        loops_of.append(own)
        limits.append(
            {
                "more": len(every) - len(own),
                "complete": search.complete if search.truncated else None,
                "cut": search.cut,
            }
        )
    return {
        "loops": [[*row[:-1], list(row[-1])] for row in rows],
        "listed": [
            {"loops": _difference(loops_of[0], own), **limit} for own, limit in zip(loops_of, limits, strict=True)
        ],
    }


def _row(loop: Loop, number: Mapping[str, int], basic: bool) -> tuple[Any, ...]:
    """Polarity, 1 if it is in the independent set, number of links that come late, strength, and its boxes in turn."""
    return (
        loop.polarity,
        int(basic),
        loop.delayed,
        float(f"{loop.strength:.6g}"),
        tuple(number[uid] for uid in loop.nodes),
    )
