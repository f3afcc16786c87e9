"""`Analysis`: the frozen record that every measure, model, finding and renderer gets as its only input.

And `kept`, which caches on it.
"""

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
"""Properties that `Analysis.without` never removes."""
BACKEND = "sysmap"
"""The name under which networkx knows our backend."""


def backend(*, fast: bool) -> str:
    """Return the name of the networkx backend to use: "sysmap" if `fast` and it is installed, otherwise "networkx"."""
    return BACKEND if fast and BACKEND in nx.config.backends else "networkx"


def kept(compute: Callable[Concatenate[Analysis, P], T]) -> Callable[Concatenate[Analysis, P], T]:
    """Decorator: compute a function of an `Analysis` once per analysis and arguments.

    Later calls return the same result. The arguments must be hashable. Results are stored in the analysis and live as
    long as it does; callers must not change them. While the function runs, networkx uses the backend that the analysis
    asks for (`Analysis.computing`).
    """
    parameters = list(signature(compute).parameters.values())[1:]
    defaults = tuple(parameter.default for parameter in parameters)

    @wraps(compute)
    def once(analysis: Analysis, *args: P.args, **kwargs: P.kwargs) -> T:
        # Arguments left to their defaults are filled in, so that the same call always has the same key.
        values = args + defaults[len(args) :]
        key = (
            compute,
            tuple(kwargs.get(parameter.name, value) for parameter, value in zip(parameters, values, strict=True)),
        )
        if key not in analysis.results:
            with analysis.computing():
                analysis.results[key] = compute(analysis, *args, **kwargs)
        return cast("T", analysis.results[key])

    return cast("Callable[Concatenate[Analysis, P], T]", once)


@dataclass(frozen=True)
class Analysis:
    """A map on one day: its graph and views, its vocabulary and its settings.

    Results are computed once and stored in it.
    `whole`: all nodes and ties of any date; `graph` and the views hold only those that are there on the day `as_of`.
    `files`: name of a dataset's file -> its number of rows; a file that is not in it was not there ("not assessed").
    `fast`: whether networkx may use our backend, which gives the same numbers sooner.
    `network`: the collaboration view, if it was built from columns (`sysmap.graph.build_network`) instead of from
    `whole`.
    `results`: what `kept` functions have computed.
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
        """The settings of the map."""
        return self.config.settings

    @cached_property
    def graph(self) -> nx.MultiDiGraph:
        """The nodes and the ties that are there on `as_of`."""
        return graph_on_day(self.whole, self.as_of)

    @cached_property
    def history(self) -> nx.MultiDiGraph:
        """The nodes and the ties that have begun by `as_of`, those that have ended among them."""
        return graph_on_day(self.whole, self.as_of, ended=True)

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
        """Return the uids of the nodes with this label that are there on `as_of`, sorted."""
        return tuple(sorted(uid for uid, other in self.graph.nodes(data="label") if other == label))

    def name(self, uid: str) -> str:
        """Return the name of a node as people read it, on one line.

        If another node of its label has the same name, its id is added.
        """
        name = self._plain_name(uid)
        return f"{name} ({self.whole.nodes[uid].get('id') or uid})" if uid in self._namesakes else name

    def _plain_name(self, uid: str) -> str:
        return re.sub(r"[\r\n]+", " ", str(self.whole.nodes[uid].get("name") or self.whole.nodes[uid].get("id") or uid))

    @cached_property
    def _namesakes(self) -> frozenset[str]:
        """Uids of the nodes that have the same name as another node of their label."""
        uids_by_name: dict[tuple[str, str], list[str]] = {}
        for uid, label in self.whole.nodes(data="label"):
            uids_by_name.setdefault((label, self._plain_name(uid)), []).append(uid)
        return frozenset(uid for uids in uids_by_name.values() if len(uids) > 1 for uid in uids)

    def props(self, uid: str) -> Mapping[str, Any]:
        """Return the properties of a node, `label` among them, as they are on `as_of`."""
        graph = self.graph if uid in self.graph else self.history if uid in self.history else self.whole
        return cast("Mapping[str, Any]", graph.nodes[uid])

    @cached_property
    def ties_assessed(self) -> bool:
        """Whether somebody has asked for partnerships."""
        return self.asks("PARTNERS_WITH")

    def whole_has(self, type: str) -> bool:
        """Whether there is a tie of this type, of any date."""
        return type in self._types

    def asks(self, type: str) -> bool:
        """Whether somebody has asked for ties of this type, so that a thing without one has none.

        That is so if there is one, of any date, or if its own table is there (partnerships.csv), be it empty. Otherwise
        a tie that is missing says nothing: a finding on it is "not assessed".
        """
        return self.whole_has(type) or any(tie.file in self.files for tie in self.vocabulary.ties if tie.type == type)

    def asks_field(self, label: str, name: str) -> bool:
        """Whether somebody has asked for this field of the nodes with this label: one of them has a value.

        Even then a node without a value is unknown, not "none".
        """
        return self.said(label, name)[0] > 0

    @kept
    def said(self, label: str, name: str) -> tuple[int, int]:
        """Return how many nodes with this label have a value for this field, and how many nodes there are.

        Where less than a quarter say anything, a finding on what the others lack tells both numbers and is no more than
        "worth a look" (`sysmap.findings.severity.at_most_low`).
        """
        uids = self.nodes(label)
        return sum(self.graph.nodes[uid].get(name) is not None for uid in uids), len(uids)

    @cached_property
    def _types(self) -> frozenset[str]:
        return frozenset(type for _, _, type in self.whole.edges(data="type"))

    def without(self, names: Collection[str]) -> Analysis:
        """Return the analysis of the same map without these labels, types of ties and fields.

        It is as if they had never been in the map. With a label all ties of its nodes go. A field is named alone, or as
        `Label.field` for one label or type. Label, type, id and name always stay.
        """
        return self._without(frozenset(names)) if names else self

    @kept
    def _without(self, gone: frozenset[str]) -> Analysis:
        def remaining(owner: object, props: Mapping[str, Any]) -> dict[str, Any]:
            return {
                name: value for name, value in props.items() if name in FIXED or not gone & {name, f"{owner}.{name}"}
            }

        whole: nx.MultiDiGraph = nx.MultiDiGraph(**self.whole.graph)
        whole.add_nodes_from(
            (uid, remaining(props["label"], props))
            for uid, props in self.whole.nodes(data=True)
            if props["label"] not in gone
        )
        whole.add_edges_from(
            (source, target, uid, remaining(tie["type"], tie))
            for source, target, uid, tie in self.whole.edges(keys=True, data=True)
            if source in whole and target in whole and tie["type"] not in gone
        )
        files = {
            name: rows for name, rows in self.files.items() if name != "partnerships.csv" or "PARTNERS_WITH" not in gone
        }
        return replace(self, whole=whole, files=files, results={})

    def computing(self) -> AbstractContextManager[Any]:
        """Return a context in which networkx uses our backend, if this analysis is `fast` and the backend is installed.

        The backend is only named here; networkx imports it when it is first needed.
        """
        if backend(fast=self.fast) != BACKEND:
            return nullcontext()
        # networkx warns that cached graphs may be stale. Our backend reads weights at each call, so the warning does
        # not apply.
        return cast("AbstractContextManager[Any]", nx.config(backend_priority=[BACKEND], warnings_to_ignore={"cache"}))
