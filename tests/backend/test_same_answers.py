"""The backend beside networkx itself, on random graphs of every kind: no difference beyond 1e-9.

networkx is called with `backend="networkx"`; where it has two ways that disagree, its node-by-node way is the witness
and the test says so.
"""

from __future__ import annotations

import math
import random
import warnings
from collections.abc import Iterator

import networkx as nx
import pytest

from sysmap.algorithms import betweenness_parts, sampled_betweenness

KINDS = [nx.Graph, nx.DiGraph, nx.MultiGraph, nx.MultiDiGraph]
SEEDS = range(12)


def random_graph(kind, seed):
    """Some isolates, some islands, some self-loops, some parallel ties; nodes of mixed types; weights of every sign."""
    dice = random.Random(f"{kind.__name__}{seed}")
    nodes = [
        dice.choice([number, f"node {number}", (number, "x"), float(number), frozenset([number])])
        for number in range(dice.choice([1, 2, 5, 9, 14, 30, 70]))
    ]
    graph = kind()
    graph.add_nodes_from(dict.fromkeys(nodes))
    nodes = list(graph)
    dice.shuffle(nodes)
    islands = [nodes[::2], nodes[1::2]] if seed % 2 and len(nodes) > 3 else [nodes]
    for island in islands:
        for _ in range(int(len(island) * dice.choice([0.3, 1, 2, 4]))):
            tail, head = dice.choice(island), dice.choice(island)
            if tail != head or seed % 3 == 0:
                graph.add_edge(
                    tail,
                    head,
                    length=dice.choice([1, 2, 2, 0.5]),
                    even=dice.choice([0, 1, 3]),
                    signed=dice.choice([-1, 2, 0, 1.5]),
                )
                if dice.random() < 0.2:
                    graph.add_edge(tail, head)  # without a weight: networkx says 1
    return graph


def answer(name, graph, backend, args, kwargs):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # networkx divides by 0 on purpose in places
        try:
            result = (getattr(nx, name, None) or getattr(nx.community, name))(graph, *args, backend=backend, **kwargs)
            if name == "articulation_points":  # networkx lists them as it leaves them in its search, which says nothing
                return sorted(result, key=list(graph).index)
            return list(result) if isinstance(result, Iterator) else result
        except NotImplementedError:
            return NotImplementedError
        except nx.NetworkXException as error:
            return type(error)
        except (ZeroDivisionError, ValueError) as error:
            return type(error)


def is_same(ours, theirs):
    if isinstance(theirs, dict):
        return (
            isinstance(ours, dict)
            and list(ours) == list(theirs)
            and all(is_same(ours[key], theirs[key]) for key in theirs)
        )
    if isinstance(theirs, float | int):
        if type(ours) is not type(theirs):
            return False
        return math.isclose(ours, theirs, rel_tol=1e-9, abs_tol=1e-9) or (math.isnan(ours) and math.isnan(theirs))
    return ours == theirs


CALLS = [
    ("betweenness_centrality", {}),
    ("betweenness_centrality", {"normalized": False}),
    ("betweenness_centrality", {"endpoints": True}),
    ("betweenness_centrality", {"endpoints": True, "normalized": False, "k": 2, "seed": 3}),
    ("betweenness_centrality", {"k": 2, "seed": 1}),
    ("betweenness_centrality", {"k": 1, "seed": 1}),
    ("betweenness_centrality", {"k": 5, "seed": 7, "normalized": False}),
    ("betweenness_centrality", {"weight": "length"}),
    ("betweenness_centrality", {"weight": "length", "k": 4, "seed": 2}),
    ("betweenness_centrality", {"weight": "length", "endpoints": True}),
    ("betweenness_centrality", {"weight": "even"}),
    ("betweenness_centrality", {"weight": "signed"}),
    ("edge_betweenness_centrality", {}),
    ("edge_betweenness_centrality", {"normalized": False}),
    ("edge_betweenness_centrality", {"weight": "length"}),
    ("edge_betweenness_centrality", {"k": 3, "seed": 5}),
    ("edge_betweenness_centrality", {"weight": "length", "k": 3, "seed": 5, "normalized": False}),
    ("closeness_centrality", {}),
    ("closeness_centrality", {"wf_improved": False}),
    ("closeness_centrality", {"distance": "length"}),
    ("closeness_centrality", {"distance": "even"}),
    ("closeness_centrality", {"distance": "signed"}),
    ("harmonic_centrality", {}),
    ("harmonic_centrality", {"distance": "length"}),
    ("harmonic_centrality", {"distance": "even"}),
    ("global_efficiency", {}),
    ("constraint", {}),
    ("constraint", {"weight": "length"}),
    ("constraint", {"weight": "even"}),
    ("constraint", {"weight": "signed"}),
    ("eigenvector_centrality", {"max_iter": 2000}),
    ("eigenvector_centrality", {"max_iter": 2000, "weight": "length"}),
    ("eigenvector_centrality", {"max_iter": 3}),
    ("pagerank", {}),
    ("pagerank", {"weight": None}),
    ("pagerank", {"weight": "even", "alpha": 0.5, "tol": 1e-12}),
    ("clustering", {}),
    ("clustering", {"weight": "length"}),
    ("clustering", {"weight": "even"}),
    ("clustering", {"weight": "signed"}),
    ("transitivity", {}),
    ("triangles", {}),
    ("core_number", {}),
    ("connected_components", {}),
    ("weakly_connected_components", {}),
    ("bridges", {}),
    ("articulation_points", {}),
]


HANDED_BACK = {  # every graph of the kind: networkx answers, or refuses in its own words
    ("core_number", nx.DiGraph),
    ("transitivity", nx.DiGraph),
    ("transitivity", nx.MultiGraph),
    ("transitivity", nx.MultiDiGraph),
    *(
        (name, kind)
        for name in ("clustering", "edge_betweenness_centrality")
        for kind in (nx.MultiGraph, nx.MultiDiGraph)
    ),
}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@pytest.mark.parametrize(
    ("name", "kwargs"),
    CALLS,
    ids=lambda part: (
        part if isinstance(part, str) else ",".join(f"{key}={value}" for key, value in part.items()) or "plain"
    ),
)
def test_answers_are_networkx_s(name, kwargs, kind):
    answered = 0
    for seed in SEEDS:
        graph = random_graph(kind, seed)
        ours, theirs = (answer(name, graph, backend, (), kwargs) for backend in ("sysmap", "networkx"))
        if ours is not NotImplementedError:
            answered += 1
            assert is_same(ours, theirs), f"{graph!r}, seed {seed}: {ours} is not {theirs}"
    assert bool(answered) is ((name, kind) not in HANDED_BACK)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("name", sorted({name for name, _ in CALLS}))
def test_nothing_at_all(name, kind):
    ours, theirs = (answer(name, kind(), backend, (), {}) for backend in ("sysmap", "networkx"))
    assert ours is NotImplementedError or is_same(ours, theirs)


def by_node(name, graph, **kwargs):
    """networkx's node-by-node way."""
    return answer(name, graph, "networkx", (), {"nodes": list(graph), **kwargs})


@pytest.mark.parametrize("kind", [nx.Graph, nx.DiGraph], ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("weight", [None, "length"])
@pytest.mark.parametrize("name", ["constraint", "effective_size"])
def test_brokerage_of_some_nodes_is_networkx_s(name, weight, kind):
    for seed in SEEDS:
        graph = random_graph(kind, seed)
        some = list(graph)[::2]
        theirs = answer(name, graph, "networkx", (), {"nodes": some, "weight": weight})
        assert is_same(answer(name, graph, "sysmap", (), {"nodes": some, "weight": weight}), theirs), seed


@pytest.mark.parametrize("kind", [nx.Graph, nx.DiGraph], ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("weight", [None, "length"])
def test_effective_size_of_all_nodes_is_the_definition_s(weight, kind):
    """networkx's all-nodes way is wrong here (its pull request 8906), so the witness is its node-by-node way.

    They part in two places on purpose. Who has only ties that arrive is undefined to networkx node by node, and has
    contacts by Burt's definition (and in networkx's all-nodes way). Borgatti's short formula leaves out a self-loop of
    the node itself.
    """
    compared = 0
    for seed in SEEDS:
        graph = random_graph(kind, seed)
        if kind is nx.Graph and weight is None and nx.number_of_selfloops(graph):
            continue
        ours, theirs = (
            nx.effective_size(graph, weight=weight, backend="sysmap"),
            by_node("effective_size", graph, weight=weight),
        )
        for node in graph:
            if set(graph[node]) - {node}:
                compared += 1
                assert is_same(ours[node], theirs[node]), (seed, node)
            else:
                arriving = graph.is_directed() and set(graph.pred[node]) - {node}
                assert math.isnan(ours[node]) is not bool(arriving)
    assert compared > 50


def test_effective_size_by_hand():
    """a -3- b, a -1- c, b -2- c.

    P_ab = 3/4, p_ac = 1/4; m_bc = 2/3, m_cb = 1: a = 2 - (1/4)(2/3) - (3/4)(1) = 13/12.
    """
    graph = nx.Graph()
    graph.add_weighted_edges_from([("a", "b", 3), ("a", "c", 1), ("b", "c", 2)])
    assert nx.effective_size(graph, weight="weight", backend="sysmap")["a"] == pytest.approx(13 / 12)
    assert nx.effective_size(graph, weight="weight", backend="networkx")["a"] != pytest.approx(
        13 / 12
    )  # their bug stands


def test_effective_size_of_burt_s_example():
    """Borgatti 1997's worked figures for Burt's graph, as networkx's own tests have them."""
    graph = nx.Graph(
        [
            ("A", "B"),
            ("A", "F"),
            ("A", "G"),
            ("A", "E"),
            ("E", "G"),
            ("F", "G"),
            ("B", "G"),
            ("B", "D"),
            ("D", "G"),
            ("G", "C"),
        ]
    )
    sizes = nx.effective_size(graph, backend="sysmap")
    assert (round(sizes["G"], 2), round(sizes["A"], 2), sizes["C"]) == (4.67, 2.5, 1)
    assert round(nx.constraint(graph, backend="sysmap")["G"], 3) == 0.4


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_harmonic_between_some(kind):
    for seed in SEEDS:
        graph = random_graph(kind, seed)
        nodes = list(graph)
        for bunch, sources in ((nodes[::2], None), (None, nodes[1:3]), (nodes[:1], nodes), (nodes[0], nodes[::-1])):
            kwargs = {"nbunch": bunch, "sources": sources}
            assert is_same(
                *(answer("harmonic_centrality", graph, backend, (), kwargs) for backend in ("sysmap", "networkx"))
            )


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("weight", [None, "length", "signed"])
def test_the_matrix(weight, kind):
    for seed in SEEDS:
        graph = random_graph(kind, seed)
        for nodes in (None, list(graph)[::-1], list(graph)[::2]):
            ours, theirs = (
                nx.to_scipy_sparse_array(graph, nodes, dtype=float, weight=weight, backend=backend)
                for backend in ("sysmap", "networkx")
            )
            assert type(ours) is type(theirs)
            assert abs(ours - theirs).max() < 1e-12, seed


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"nodelist": [0, 0]}, "duplicates"),
        ({"nodelist": ["x"]}, "not in G"),
        ({"nodelist": []}, "no nodes"),
        ({"format": "zip"}, "Unknown sparse matrix format"),
    ],
)
def test_invalid_matrices_raise_networkx_s_errors(arguments, message):
    with nx.config(backend_priority=["sysmap"]), pytest.raises(nx.NetworkXError, match=message):
        nx.to_scipy_sparse_array(nx.path_graph(200), dtype=float, **arguments)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@pytest.mark.parametrize(
    "kwargs", [{}, {"weight": "length"}, {"weight": "signed", "resolution": 0.7}, {"weight": None}]
)
def test_modularity(kwargs, kind):
    answered = 0
    for seed in SEEDS:
        graph = random_graph(kind, seed)
        nodes = list(graph)
        groups = [set(nodes[start::3]) for start in range(3)]
        ours, theirs = (answer("modularity", graph, backend, (groups,), kwargs) for backend in ("sysmap", "networkx"))
        if ours is not NotImplementedError:
            answered += 1
            assert is_same(ours, theirs), seed
    assert answered > 6


@pytest.mark.parametrize("groups", [[{0, 1}], [set(range(200)), {0}], [set(range(200)), {"stranger"}]])
def test_modularity_needs_a_partition(groups):
    with nx.config(backend_priority=["sysmap"]), pytest.raises(nx.community.quality.NotAPartition):
        nx.community.modularity(nx.path_graph(200), groups)


def test_pagerank_with_personalization_dangling_and_start():
    for seed in SEEDS:
        graph = random_graph(nx.DiGraph, seed)
        first, last = next(iter(graph)), list(graph)[-1]
        for kwargs in (
            {"personalization": {first: 1, last: 3}},
            {"dangling": {last: 1}},
            {"nstart": {first: 2}},
            {"personalization": {first: 0}},
            {"max_iter": 1},
        ):
            assert is_same(*(answer("pagerank", graph, backend, (), kwargs) for backend in ("sysmap", "networkx"))), (
                kwargs
            )


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_sampled_betweenness_and_its_error(kind):
    """A function of sysmap itself: the backend gives the same numbers as its plain form."""
    for seed in SEEDS:
        graph = random_graph(kind, seed)
        ours, theirs = (
            betweenness_parts(graph, list(graph)[::2], backend=backend) for backend in ("sysmap", "networkx")
        )
        assert all(map(is_same, ours, theirs)), seed
    large = kind(nx.barabasi_albert_graph(500, 2, seed=1))
    plain = sampled_betweenness(large, 20, 1)
    with nx.config(backend_priority=["sysmap"]):
        assert all(map(is_same, sampled_betweenness(large, 20, 1), plain))
