"""Gould and Fernandez' brokerage roles: who stands between two who are not tied, and whose group is whose."""

from __future__ import annotations

import math
from collections.abc import Hashable, Iterator, Mapping
from itertools import permutations, product
from typing import TYPE_CHECKING, Any, NamedTuple

import networkx as nx

from sysmap.algorithms.adjacency import adjacency, places, triangles

if TYPE_CHECKING:
    import numpy as np
    from scipy.sparse import csr_array

    Floats = np.ndarray[Any, np.dtype[np.float64]]

__all__ = ["Expected", "brokerage_roles", "expected_brokerage_roles", "expected_brokerage_totals"]

COORDINATOR, ITINERANT, GATEKEEPER, REPRESENTATIVE, LIAISON = range(5)
DIRECTED = ("coordinator", "itinerant", "gatekeeper", "representative", "liaison")
ROLES = (LIAISON, REPRESENTATIVE, GATEKEEPER, LIAISON, ITINERANT, LIAISON, LIAISON, COORDINATOR)
"""The role by whose groups are the same: 1 for a and b, plus 2 for b and c, plus 4 for a and c; two of them imply the third."""
NONE = 2
"""A tie that is not there, beside 1, inside a group, and 0, across."""
UNDIRECTED = ("coordinator", "itinerant", "gatekeeper/representative", "liaison")


class Expected(NamedTuple):
    """Mean and standard deviation of a count under chance."""

    mean: float
    deviation: float

    def z(self, count: float) -> float | None:
        """How many standard deviations a count lies above the mean; None where chance leaves no room.

        >>> Expected(2.0, 0.5).z(3), Expected(0.0, 0.0).z(0)
        (2.0, None)
        """
        return (count - self.mean) / self.deviation if self.deviation > 0 else None


def brokerage_roles(G: nx.Graph, groups: Mapping[Any, Hashable | None]) -> dict[Any, dict[str, int] | None]:  # noqa: N803
    """How often each node brokers between two nodes that are not tied, by whose group is whose.

    Node b brokers for a and c where a -> b and b -> c but not a -> c. With groups G the roles are

    - coordinator: G(a) = G(b) = G(c);
    - itinerant (consultant): G(a) = G(c) != G(b);
    - gatekeeper: G(a) != G(b) = G(c), it lets in;
    - representative: G(a) = G(b) != G(c), it speaks for its own;
    - liaison: all three differ.

    Parameters
    ----------
    G : graph
        Directed: each ordered pair (a, c) counts. Undirected: each pair {a, c} counts once, and gatekeeper and
        representative, which are then the same, are one role `gatekeeper/representative`.
    groups : mapping
        Node -> its group. Nodes without one (None, or absent) are left out with all their ties.

    Returns
    -------
    dict
        Node -> role -> count, 0 and up; None for nodes without a group.

    Notes
    -----
    O(m^1.5) for m ties, by counting all paths of two ties and taking off the closed ones. The names in R's `sna` are
    w_I, w_O, b_OI, b_IO and b_O, in the order above.

    Examples
    --------
    >>> roles = brokerage_roles(nx.path_graph(4), {0: "gov", 1: "gov", 2: "science", 3: "people"})
    >>> roles[1]["gatekeeper/representative"], roles[2]["liaison"]
    (1, 1)

    References
    ----------
    Gould, R. V. & Fernandez, R. M. (1989). Structures of mediation. Sociological Methodology 19, 89-126.
    https://doi.org/10.2307/270949

    """
    nodes, of = _grouped(G, groups)
    matrix = adjacency(G, nodes)
    counts = (_paths(matrix, of) - _closed(matrix, of)).round().astype("int64")
    names: tuple[str, ...] = DIRECTED
    if not G.is_directed():
        # Each pair was met from both ends; a gatekeeper from one end is a representative from the other.
        counts, names = counts[:, [COORDINATOR, ITINERANT, GATEKEEPER, LIAISON]], UNDIRECTED
        counts[:, [0, 1, 3]] //= 2
    found = {node: dict(zip(names, row, strict=True)) for node, row in zip(nodes, counts.tolist(), strict=True)}
    return {node: found.get(node) for node in G}


def expected_brokerage_roles(G: nx.Graph, groups: Mapping[Any, Hashable | None]) -> dict[Any, dict[str, Expected]]:  # noqa: N803
    """What `brokerage_roles` of a node of each group would be if ties fell by chance, given the sizes of the groups.

    Every possible tie exists with probability d, the density of `G`, independently of all others. A possible path then
    brokers with probability d^2 (1 - d), and two that share one end have the covariance d^3 (1 - d)^3; others have none.

    Parameters
    ----------
    G, groups
        As for `brokerage_roles`.

    Returns
    -------
    dict
        Group -> role -> `Expected(mean, deviation)`, the same for each of its nodes.

    Examples
    --------
    >>> chance = expected_brokerage_roles(nx.path_graph(4), {0: "gov", 1: "gov", 2: "science", 3: "people"})
    >>> chance["gov"]["gatekeeper/representative"].mean         # two pairs, density 1/2
    0.25

    References
    ----------
    Gould, R. V. & Fernandez, R. M. (1989). Structures of mediation. Sociological Methodology 19, 89-126.

    """
    nodes, of = _grouped(G, groups)
    density = adjacency(G, nodes).nnz / max(1, len(nodes) * (len(nodes) - 1))
    sizes = {group: int(size) for group, size in zip(dict.fromkeys(groups[node] for node in nodes), _sizes(of), strict=True)}
    return {group: {role: _moments(density, *room) for role, room in _rooms(G, list(sizes.values()), size).items()}
            for group, size in sizes.items()}


def expected_brokerage_totals(G: nx.Graph, groups: Mapping[Any, Hashable | None]) -> dict[str, Expected]:  # noqa: N803
    """What the sum of `brokerage_roles` over all nodes would be if ties fell by chance, given the sizes of the groups.

    Chance as in `expected_brokerage_roles`. The deviation is exact: two paths hang together wherever they share a possible tie, and the
    pairs of paths are counted by who of their three or four nodes are of one group.

    Parameters
    ----------
    G, groups
        As for `brokerage_roles`.

    Returns
    -------
    dict
        Role -> `Expected(mean, deviation)`.

    Examples
    --------
    >>> expected_brokerage_totals(nx.path_graph(3), {0: "gov", 1: "gov", 2: "science"})["gatekeeper/representative"].mean.__round__(6)
    0.296296

    References
    ----------
    Gould, R. V. & Fernandez, R. M. (1989). Structures of mediation. Sociological Methodology 19, 89-126.

    """
    nodes, of = _grouped(G, groups)
    density = adjacency(G, nodes).nnz / max(1, len(nodes) * (len(nodes) - 1))
    names = DIRECTED if G.is_directed() else UNDIRECTED
    ways = {kin: _ways(_sizes(of), kin) for size in (3, 4) for kin in _kinships(size)}
    mean, variance = dict.fromkeys(names, 0.0), dict.fromkeys(names, 0.0)
    for kin in _kinships(3):
        mean[_role_among(G, (0, 1, 2), kin)] += density ** 2 * (1 - density) * ways[kin]
    for path in permutations(range(4), 3):
        together = _covariance(G, path, density)
        for kin in _kinships(max(3, *(node + 1 for node in path))) if together else ():
            role = _role_among(G, path, kin)
            if role == _role_among(G, (0, 1, 2), kin):
                variance[role] += together * ways[kin]
    # Without direction each path is met from both ends.
    twice = 1 if G.is_directed() else 2
    return {role: Expected(mean[role] / twice, max(0.0, variance[role]) ** 0.5 / twice) for role in names}


def _kinships(size: int) -> Iterator[tuple[int, ...]]:
    """Every way in which so many nodes may share groups: the group of each by number, new ones in order."""
    if size == 0:
        yield ()
    for first in _kinships(size - 1) if size else ():
        for group in range(max(first, default=-1) + 2):
            yield (*first, group)


def _role_among(G: nx.Graph, path: tuple[int, ...], kin: tuple[int, ...]) -> str:  # noqa: N803
    a, b, c = (kin[node] for node in path)
    role = DIRECTED[ROLES[(a == b) + 2 * (b == c) + 4 * (a == c)]]
    return role if G.is_directed() or role not in DIRECTED[GATEKEEPER:LIAISON] else UNDIRECTED[2]


def _covariance(G: nx.Graph, path: tuple[int, ...], density: float) -> float:  # noqa: N803
    """How far brokering on this path and on the path 0, 1, 2 hang together; 0 where they share no possible tie."""
    def ties(a: int, b: int, c: int) -> dict[Hashable, bool]:
        ends = ((a, b), True), ((b, c), True), ((a, c), False)
        return {pair if G.is_directed() else frozenset(pair): there for pair, there in ends}
    first, second = ties(0, 1, 2), ties(*path)
    shared = first.keys() & second.keys()
    if not shared:
        return 0.0
    both = math.prod(density if there else 1 - density for there in (first | second).values())
    agree = all(first[tie] == second[tie] for tie in shared)
    return both * agree - (density ** 2 * (1 - density)) ** 2


def _ways(sizes: list[int], kin: tuple[int, ...]) -> int:
    """In how many ways different nodes can be found whose groups are shared as `kin` says."""
    return _apart([[math.perm(size, kin.count(group)) for size in sizes] for group in set(kin)])


def _apart(counts: list[list[int]]) -> int:
    """Sum over all choices of one entry from each list, no two at the same place, of their product."""
    if not counts:
        return 1
    *others, last = counts
    same = ([[a * b for a, b in zip(other, last, strict=True)] if place == at else other for place, other in enumerate(others)]
            for at in range(len(others)))
    return sum(last) * _apart(others) - sum(map(_apart, same))


def _moments(density: float, pairs: float, sharing: float) -> Expected:
    """Mean and deviation of a count of brokered pairs, of which `sharing` ordered ones share an end."""
    chance = density ** 2 * (1 - density)
    variance = pairs * chance * (1 - chance) + sharing * (density * (1 - density)) ** 3
    return Expected(pairs * chance, variance ** 0.5)


def _rooms(G: nx.Graph, sizes: list[int], own: int) -> dict[str, tuple[float, float]]:  # noqa: N803
    """Role -> (possible pairs of ends, ordered pairs of those that share one end) for a broker in a group of size `own`."""
    whole = sum(sizes)
    mates, strangers = own - 1, whole - own
    others = list(sizes)
    others.remove(own)
    door = (mates * strangers, mates * strangers * (strangers - 1) + strangers * mates * (mates - 1))
    ordered = {
        "coordinator": (mates * (mates - 1), 2 * mates * (mates - 1) * (mates - 2)),
        "itinerant": (sum(n * (n - 1) for n in others), 2 * sum(n * (n - 1) * (n - 2) for n in others)),
        "liaison": (sum(n * (strangers - n) for n in others),
                    2 * sum(n * (strangers - n) * (strangers - n - 1) for n in others)),
    }
    if G.is_directed():
        return {role: ordered.get(role, door) for role in DIRECTED}
    return {role: (ordered[role][0] / 2, ordered[role][1] / 2) if role in ordered else door for role in UNDIRECTED}


def _grouped(G: nx.Graph, groups: Mapping[Any, Hashable | None]) -> tuple[list[Any], Any]:  # noqa: N803
    """The nodes that have a group, and the number of each one's."""
    import numpy as np

    nodes = [node for node in G if groups.get(node) is not None]
    number = {group: place for place, group in enumerate(dict.fromkeys(groups[node] for node in nodes))}
    return nodes, np.array([number[groups[node]] for node in nodes], dtype=np.int64)


def _sizes(of: Any) -> list[int]:
    import numpy as np

    return np.bincount(of).tolist() if len(of) else []


def _paths(matrix: csr_array, of: Any) -> Floats:
    """Paths a -> b -> c with a and c apart, by b and role, whether closed or not."""
    import numpy as np

    tie = matrix.tocoo()
    inside = of[tie.row] == of[tie.col]
    mutual = places(matrix, tie.col, tie.row) >= 0
    size = len(of)

    def count(ends: Any, chosen: Any) -> Floats:
        return np.bincount(ends[chosen], minlength=size).astype(float)

    ins, outs = (count(ends, inside) for ends in (tie.col, tie.row))
    far_ins, far_outs = (count(ends, ~inside) for ends in (tie.col, tie.row))
    same = _same_group(tie.row[~inside], tie.col[~inside], of)
    return np.column_stack([
        ins * outs - count(tie.row, inside & mutual),
        same - count(tie.row, ~inside & mutual),
        far_ins * outs,
        ins * far_outs,
        far_ins * far_outs - same])


def _same_group(sources: Any, targets: Any, of: Any) -> Floats:
    """For each b: pairs of a tie from, and a tie to, one and the same other group."""
    from scipy.sparse import csr_array

    shape = (len(of), max(_sizes(of), default=0) and int(of.max()) + 1)
    into, out = (csr_array(([1.0] * len(who), (who, of[other])), shape=shape) for who, other in ((targets, sources), (sources, targets)))
    return into.multiply(out).sum(axis=1)  # type: ignore[no-any-return]


def _closed(matrix: csr_array, of: Any) -> Floats:
    """The paths a -> b -> c of `_paths` that a tie a -> c closes, by b and role."""
    import numpy as np

    tie = matrix.tocoo()
    # What each tie is; the last entry is what the place -1 finds: none.
    kind = np.append((of[tie.row] == of[tie.col]).astype(np.intp), NONE)
    roles, columns = np.array([_role(*kinds) for kinds in product(range(NONE + 1), repeat=3)]), len(DIRECTED) + 1
    found = np.zeros(len(of) * columns)
    for corners, sides in triangles(matrix):
        kinds = {pair: kind[place] for pair, place in sides.items()}
        for a, b, c in permutations(range(3)):
            role = roles[9 * kinds[a, b] + 3 * kinds[b, c] + kinds[a, c]]
            found += np.bincount(corners[b] * columns + role, minlength=len(found))
    return found.reshape(len(of), columns)[:, :-1]


def _role(first: int, second: int, shut: int) -> int:
    """The role of b by what the ties a -> b, b -> c and a -> c are; one more than the roles where any is missing."""
    return len(DIRECTED) if NONE in (first, second, shut) else ROLES[first + 2 * second + 4 * shut]
