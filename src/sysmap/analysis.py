"""One frozen record that every measure, model, finding and renderer gets, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property, wraps
from inspect import signature
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

import networkx as nx

from sysmap.graph import causal_view, collaboration_view, graph_on_day, responsibility_view
from sysmap.schema import Vocabulary
from sysmap.tables.rows import MapConfig
from sysmap.tables.settings import Settings

__all__ = ["Analysis", "backend", "kept"]

P = ParamSpec("P")
T = TypeVar("T")

FIXED = ("label", "type", "id", "name")
BACKEND = "sysmap"
"""What networkx calls ours."""


def backend(*, fast: bool) -> str:
    """The networkx backend that computes: ours where it is wanted and installed, else networkx itself."""
    return BACKEND if fast and BACKEND in nx.config.backends else "networkx"


def kept(compute: Callable[Concatenate[Analysis, P], T]) -> Callable[Concatenate[Analysis, P], T]:
    """Compute once for each analysis and arguments: the decorated function of an `Analysis` keeps what it returned.

    The arguments must be hashable. networkx computes with the backend that the analysis wants. What is kept goes with the
    analysis; nobody may change it.
    """
    parameters = list(signature(compute).parameters.values())[1:]
    defaults = tuple(parameter.default for parameter in parameters)

    @wraps(compute)
    def once(analysis: Analysis, *args: P.args, **kwargs: P.kwargs) -> T:
        given = args + defaults[len(args):]     # the same call has one key, however much of it is left to the defaults
        key = (compute, tuple(kwargs.get(parameter.name, value) for parameter, value in zip(parameters, given, strict=True)))
        if key not in analysis.results:
            with analysis.computing():
                analysis.results[key] = compute(analysis, *args, **kwargs)
        return cast("T", analysis.results[key])
    return cast("Callable[Concatenate[Analysis, P], T]", once)


@dataclass(frozen=True)
class Analysis:
    """A map at a date: its graph, its views, its words and settings; what is computed is computed once and kept.

    `whole` holds all nodes and ties, dated ones included; `graph` and the views only what holds on `as_of`.
    `files` maps the dataset's files to their rows; a file not in it was not there ("not assessed"). `fast` lets networkx
    hand what it can to the backend called `sysmap`: the same numbers, sooner. `network`: the collaboration view where it does not come
    from `whole` but from columns (`sysmap.graph.build_network`).
    """

    whole: nx.MultiDiGraph
    vocabulary: Vocabulary
    config: MapConfig
    files: Mapping[str, int]
    as_of: date
    fast: bool = True
    network: nx.Graph | None = None
    results: dict[object, object] = field(default_factory=dict, repr=False, compare=False)

    @property
    def settings(self) -> Settings:
        """What the map sets of its analysis."""
        return self.config.settings

    @cached_property
    def graph(self) -> nx.MultiDiGraph:
        """All nodes, and the ties that hold on `as_of`."""
        return graph_on_day(self.whole, self.as_of)

    @cached_property
    def collaboration(self) -> nx.Graph:
        """Stakeholders and their partnerships: undirected, parallel partnerships merged, `weight` summed."""
        return collaboration_view(self.graph) if self.network is None else self.network

    @cached_property
    def responsibility(self) -> nx.Graph:
        """Stakeholders, innovations and problems, joined by who works on what and what addresses what."""
        return responsibility_view(self.graph, self.settings.works, self.settings.carries)

    @cached_property
    def causal(self) -> nx.MultiDiGraph:
        """Problems, factors, innovations and goals with `INFLUENCES`: signed, directed."""
        return causal_view(self.graph)

    @kept
    def nodes(self, label: str) -> tuple[str, ...]:
        """Uids of the nodes with this label, sorted."""
        return tuple(sorted(uid for uid, found in self.whole.nodes(data="label") if found == label))

    def name(self, uid: str) -> str:
        """A node's name as people read it, on one line; with its id where another node of its kind has the same name."""
        name = self._plain_name(uid)
        return f"{name} ({self.whole.nodes[uid].get('id') or uid})" if uid in self._namesakes else name

    def _plain_name(self, uid: str) -> str:
        return re.sub(r"[\r\n]+", " ", str(self.whole.nodes[uid].get("name") or self.whole.nodes[uid].get("id") or uid))

    @cached_property
    def _namesakes(self) -> frozenset[str]:
        """Those who share a name with another of their kind."""
        named: dict[tuple[str, str], list[str]] = {}
        for uid, label in self.whole.nodes(data="label"):
            named.setdefault((label, self._plain_name(uid)), []).append(uid)
        return frozenset(uid for uids in named.values() if len(uids) > 1 for uid in uids)

    def props(self, uid: str) -> Mapping[str, Any]:
        """A node's properties, `label` among them."""
        return cast("Mapping[str, Any]", self.whole.nodes[uid])

    @cached_property
    def ties_assessed(self) -> bool:
        """Whether there are partnership data at all: a partnerships file, or at least one partnership."""
        return "partnerships.csv" in self.files or self.whole_has("PARTNERS_WITH")

    def whole_has(self, type: str) -> bool:
        """Whether there is any tie of this type, at any date."""
        return type in self._types

    @cached_property
    def _types(self) -> frozenset[str]:
        return frozenset(found for _, _, found in self.whole.edges(data="type"))

    def without(self, names: Collection[str]) -> Analysis:
        """The analysis of the map as if these kinds of nodes, ties and fields had never been in it: nothing made of it can tell of them.

        A kind of node goes with its ties; a field is named alone or as `Label.field`. What a node or tie is, its id and name stay.
        """
        return self._without(frozenset(names)) if names else self

    @kept
    def _without(self, gone: frozenset[str]) -> Analysis:
        def kept(owner: object, props: Mapping[str, Any]) -> dict[str, Any]:
            return {name: value for name, value in props.items() if name in FIXED or not gone & {name, f"{owner}.{name}"}}

        whole: nx.MultiDiGraph = nx.MultiDiGraph(**self.whole.graph)
        whole.add_nodes_from((uid, kept(props["label"], props)) for uid, props in self.whole.nodes(data=True) if props["label"] not in gone)
        whole.add_edges_from((source, target, uid, kept(tie["type"], tie)) for source, target, uid, tie in self.whole.edges(keys=True, data=True)
                             if source in whole and target in whole and tie["type"] not in gone)
        files = {name: rows for name, rows in self.files.items() if name != "partnerships.csv" or "PARTNERS_WITH" not in gone}
        return replace(self, whole=whole, files=files, results={})

    def computing(self) -> AbstractContextManager[Any]:
        """A context in which networkx computes as this analysis wants: with the backend where it is installed.

        The backend is only named, so that nothing of it is imported.
        """
        if backend(fast=self.fast) != BACKEND:
            return nullcontext()
        # The backend reads weights anew at each call, so networkx's warning about its cache says nothing of it.
        return cast("AbstractContextManager[Any]", nx.config(backend_priority=[BACKEND], warnings_to_ignore={"cache"}))
