"""Gould and Fernandez' brokerage roles: a node brokers between two nodes that are not tied.

The groups of the three give the role.
"""

from __future__ import annotations

import math
from collections.abc import Hashable, Iterator, Mapping
from itertools import permutations, product
from typing import TYPE_CHECKING, Any, NamedTuple

import networkx as nx

from sysmap.algorithms.adjacency import adjacency, find_entries, triangles

if TYPE_CHECKING:
    import numpy as np
    from scipy.sparse import csr_array

    Floats = np.ndarray[Any, np.dtype[np.float64]]

__all__ = ["Expected", "brokerage_roles", "expected_brokerage_roles", "expected_brokerage_totals"]

COORDINATOR, ITINERANT, GATEKEEPER, REPRESENTATIVE, LIAISON = range(5)
DIRECTED_ROLES = ("coordinator", "itinerant", "gatekeeper", "representative", "liaison")
ROLE_OF_GROUPS = (LIAISON, REPRESENTATIVE, GATEKEEPER, LIAISON, ITINERANT, LIAISON, LIAISON, COORDINATOR)
"""The role of b on a path a -> b -> c, by a number made of three bits: 1 if a and b share a group, 2 for b and c, 4 for
a and c.

Two equalities imply the third, so the numbers 3, 5 and 6 cannot occur; their entries are fillers."""
ABSENT = 2
"""The kind of a tie that does not exist. The other kinds are 1, inside a group, and 0, between two groups."""
UNDIRECTED_ROLES = ("coordinator", "itinerant", "gatekeeper/representative", "liaison")


class Expected(NamedTuple):
    """Mean and standard deviation of a count under chance."""

    mean: float
    deviation: float

    def z(self, count: float) -> float | None:
        """Return how many standard deviations `count` lies above the mean; None if the deviation is 0.

        >>> Expected(2.0, 0.5).z(3), Expected(0.0, 0.0).z(0)
        (2.0, None)
        """
        return (count - self.mean) / self.deviation if self.deviation > 0 else None


def brokerage_roles(G: nx.Graph, groups: Mapping[Any, Hashable | None]) -> dict[Any, dict[str, int] | None]:
    """Count how often each node brokers between two nodes that are not tied, by role.

    Node b brokers between a and c if there are ties a -> b and b -> c but no tie a -> c. With G(x) the group of x, the
    roles are

    - coordinator: G(a) = G(b) = G(c);
    - itinerant (consultant): G(a) = G(c) != G(b);
    - gatekeeper: G(a) != G(b) = G(c), b lets others into its group;
    - representative: G(a) = G(b) != G(c), b speaks for its group;
    - liaison: all three groups differ.

    Parameters
    ----------
    G : graph
        In a directed graph each ordered pair (a, c) counts. In an undirected graph each pair {a, c} counts once;
        gatekeeper and representative are then the same thing and form one role `gatekeeper/representative`.
    groups : mapping
        Node -> its group. Nodes without a group (None, or absent) are left out with all their ties.

    Returns
    -------
    dict
        Node -> role -> count (>= 0); None for nodes without a group.

    Notes ----- O(m^1.5) for m ties: all paths of two ties are counted from degrees alone, and those closed by a tie a
    -> c, which are triangles, are subtracted. R's package `sna` calls the roles w_I, w_O, b_OI, b_IO and b_O, in the
    order above.

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
    nodes, group_of = _nodes_with_group(G, groups)
    matrix = adjacency(G, nodes)
    counts = (_count_paths(matrix, group_of) - _count_closed_paths(matrix, group_of)).round().astype("int64")
    names: tuple[str, ...] = DIRECTED_ROLES
    if not G.is_directed():
        # The matrix holds each tie in both directions, so each pair {a, c} was counted twice: as a -> b -> c and as
        # c -> b -> a. The same role counts twice, hence the halving; a gatekeeper in one direction is a representative
        # in the
        # other, so the gatekeeper column alone already counts each such pair once.
        counts, names = counts[:, [COORDINATOR, ITINERANT, GATEKEEPER, LIAISON]], UNDIRECTED_ROLES
        counts[:, [0, 1, 3]] //= 2
    counts_by_node = {
        node: dict(zip(names, row, strict=True)) for node, row in zip(nodes, counts.tolist(), strict=True)
    }
    return {node: counts_by_node.get(node) for node in G}


def expected_brokerage_roles(G: nx.Graph, groups: Mapping[Any, Hashable | None]) -> dict[Any, dict[str, Expected]]:
    """Return the `brokerage_roles` expected by chance for a node of each group, given the sizes of the groups.

    Under chance every possible tie exists with probability d, the density of `G`, independently of all others. A
    possible path a -> b -> c then brokers with probability d^2 (1 - d). Two paths through the same b that share one end
    (a or c) share one tie and have the covariance d^3 (1 - d)^3; paths through b without a common end are independent.

    Parameters
    ----------
    G, groups
        As for `brokerage_roles`.

    Returns
    -------
    dict
        Group -> role -> `Expected(mean, deviation)`, which holds for each node of the group.

    Examples
    --------
    >>> chance = expected_brokerage_roles(nx.path_graph(4), {0: "gov", 1: "gov", 2: "science", 3: "people"})
    >>> chance["gov"]["gatekeeper/representative"].mean         # two pairs, density 1/2
    0.25

    References
    ----------
    Gould, R. V. & Fernandez, R. M. (1989). Structures of mediation. Sociological Methodology 19, 89-126.

    """
    nodes, group_of = _nodes_with_group(G, groups)
    density = adjacency(G, nodes).nnz / max(1, len(nodes) * (len(nodes) - 1))
    sizes = {
        group: int(size)
        for group, size in zip(dict.fromkeys(groups[node] for node in nodes), _group_sizes(group_of), strict=True)
    }
    return {
        group: {
            role: _moments(density, *possible_pairs)
            for role, possible_pairs in _possible_pairs(G, list(sizes.values()), size).items()
        }
        for group, size in sizes.items()
    }


def expected_brokerage_totals(G: nx.Graph, groups: Mapping[Any, Hashable | None]) -> dict[str, Expected]:
    """Return the sum of `brokerage_roles` over all nodes expected by chance, given the sizes of the groups.

    Chance means the same as in `expected_brokerage_roles`. The deviation is exact: two paths are dependent if they
    share a possible tie, and pairs of paths are counted by the groups of the three or four nodes that they touch.

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
    >>> expected = expected_brokerage_totals(nx.path_graph(3), {0: "gov", 1: "gov", 2: "science"})
    >>> round(expected["gatekeeper/representative"].mean, 6)
    0.296296

    References
    ----------
    Gould, R. V. & Fernandez, R. M. (1989). Structures of mediation. Sociological Methodology 19, 89-126.

    """
    nodes, group_of = _nodes_with_group(G, groups)
    density = adjacency(G, nodes).nnz / max(1, len(nodes) * (len(nodes) - 1))
    names = DIRECTED_ROLES if G.is_directed() else UNDIRECTED_ROLES
    choices = {
        pattern: _count_choices(_group_sizes(group_of), pattern) for size in (3, 4) for pattern in _group_patterns(size)
    }
    mean, variance = dict.fromkeys(names, 0.0), dict.fromkeys(names, 0.0)
    for pattern in _group_patterns(3):
        mean[_role_on_path(G, (0, 1, 2), pattern)] += density**2 * (1 - density) * choices[pattern]
    # The variance of a sum is the sum of the covariances of all pairs of paths. By symmetry the first path may be 0 ->
    # 1 -> 2;
    # a second one that shares a possible tie with it has at least two of these nodes, so at most one more node, 3.
    for path in permutations(range(4), 3):
        covariance = _covariance(G, path, density)
        for pattern in _group_patterns(max(3, *(node + 1 for node in path))) if covariance else ():
            role = _role_on_path(G, path, pattern)
            if role == _role_on_path(G, (0, 1, 2), pattern):
                variance[role] += covariance * choices[pattern]
    # In an undirected graph the sums above count each path from both ends.
    orders = 1 if G.is_directed() else 2
    return {role: Expected(mean[role] / orders, max(0.0, variance[role]) ** 0.5 / orders) for role in names}


def _group_patterns(size: int) -> Iterator[tuple[int, ...]]:
    """Yield every way in which `size` nodes can share groups, as a tuple with the number of each node's group.

    New groups are numbered in order of appearance, so each partition of the nodes comes exactly once: for two nodes
    (0, 0) and (0, 1).
    """
    if size == 0:
        yield ()
    for shorter in _group_patterns(size - 1) if size else ():
        for group in range(max(shorter, default=-1) + 2):
            yield (*shorter, group)


def _role_on_path(G: nx.Graph, path: tuple[int, ...], pattern: tuple[int, ...]) -> str:
    """Return the name of the role of `path`, three node numbers, where `pattern` gives the group of each node."""
    a, b, c = (pattern[node] for node in path)
    role = DIRECTED_ROLES[ROLE_OF_GROUPS[(a == b) + 2 * (b == c) + 4 * (a == c)]]
    return role if G.is_directed() or role not in DIRECTED_ROLES[GATEKEEPER:LIAISON] else UNDIRECTED_ROLES[2]


def _covariance(G: nx.Graph, path: tuple[int, ...], density: float) -> float:
    """Return the covariance of "`path` brokers" and "the path 0, 1, 2 brokers"; 0 if the two share no possible tie."""

    # Each path brokers under three conditions: two ties are present and the closing one is absent.
    def conditions(a: int, b: int, c: int) -> dict[Hashable, bool]:
        ends = ((a, b), True), ((b, c), True), ((a, c), False)
        return {pair if G.is_directed() else frozenset(pair): present for pair, present in ends}

    first, second = conditions(0, 1, 2), conditions(*path)
    shared = first.keys() & second.keys()
    if not shared:
        return 0.0
    # Both broker with the probability of all their conditions together, or never if they contradict each other.
    joint = math.prod(density if present else 1 - density for present in (first | second).values())
    compatible = all(first[tie] == second[tie] for tie in shared)
    return joint * compatible - (density**2 * (1 - density)) ** 2


def _count_choices(sizes: list[int], pattern: tuple[int, ...]) -> int:
    """Return in how many ways one can choose different nodes whose groups are equal exactly where `pattern` says.

    A group number that stands k times in the pattern takes k different nodes of one group, in order: size! / (size -
    k)! ways. Different numbers must take different groups.
    """
    return _sum_distinct_products([[math.perm(size, pattern.count(group)) for size in sizes] for group in set(pattern)])


def _sum_distinct_products(counts: list[list[int]]) -> int:
    """Return the sum of the products of one entry from each list, over all choices with no index taken twice.

    Recursion on the last list: all its entries times the sum for the other lists, minus the choices in which its index
    coincides with that of one other list; for these the two lists are merged, entry by entry, into one.
    """
    if not counts:
        return 1
    *others, last = counts
    merged = (
        [
            [a * b for a, b in zip(other, last, strict=True)] if index == partner else other
            for index, other in enumerate(others)
        ]
        for partner in range(len(others))
    )
    return sum(last) * _sum_distinct_products(others) - sum(map(_sum_distinct_products, merged))


def _moments(density: float, pairs: float, sharing: float) -> Expected:
    """Return mean and deviation of the number of brokered pairs, among `pairs` possible ones.

    `sharing` ordered pairs of them share an end.
    """
    chance = density**2 * (1 - density)
    variance = pairs * chance * (1 - chance) + sharing * (density * (1 - density)) ** 3
    return Expected(pairs * chance, variance**0.5)


def _possible_pairs(G: nx.Graph, sizes: list[int], own_size: int) -> dict[str, tuple[float, float]]:
    """Return role -> (number of possible pairs (a, c), number of ordered pairs of these that share one end).

    It holds for a broker in a group of size `own_size`; `sizes` are the sizes of all groups.
    """
    total = sum(sizes)
    members, outsiders = own_size - 1, total - own_size
    other_sizes = list(sizes)
    other_sizes.remove(own_size)
    # Gatekeeper and representative: one end in the own group, the other end outside.
    crossing = (members * outsiders, members * outsiders * (outsiders - 1) + outsiders * members * (members - 1))
    ordered = {
        "coordinator": (members * (members - 1), 2 * members * (members - 1) * (members - 2)),
        "itinerant": (
            sum(size * (size - 1) for size in other_sizes),
            2 * sum(size * (size - 1) * (size - 2) for size in other_sizes),
        ),
        "liaison": (
            sum(size * (outsiders - size) for size in other_sizes),
            2 * sum(size * (outsiders - size) * (outsiders - size - 1) for size in other_sizes),
        ),
    }
    if G.is_directed():
        return {role: ordered.get(role, crossing) for role in DIRECTED_ROLES}
    return {
        role: (ordered[role][0] / 2, ordered[role][1] / 2) if role in ordered else crossing for role in UNDIRECTED_ROLES
    }


def _nodes_with_group(G: nx.Graph, groups: Mapping[Any, Hashable | None]) -> tuple[list[Any], Any]:
    """Return the nodes that have a group, and an array of their groups' numbers (0, 1, ... in order of appearance)."""
    import numpy as np

    nodes = [node for node in G if groups.get(node) is not None]
    number = {group: i for i, group in enumerate(dict.fromkeys(groups[node] for node in nodes))}
    return nodes, np.array([number[groups[node]] for node in nodes], dtype=np.int64)


def _group_sizes(group_of: Any) -> list[int]:
    """Return the size of each group, by group number."""
    import numpy as np

    return np.bincount(group_of).tolist() if len(group_of) else []


def _count_paths(matrix: csr_array, group_of: Any) -> Floats:
    """Count the paths a -> b -> c with a != c, closed or not: n nodes (b) x 5 roles, in the order of `DIRECTED_ROLES`.

    The number of paths through b is (ties that arrive) * (ties that leave), and "inside the group or not" of both ties
    gives the role, except that a and c may be in the same or in different outside groups; `_count_round_trips` splits
    those. What comes from a and goes back to a, over a mutual tie, is no path and is subtracted.
    """
    import numpy as np

    tie = matrix.tocoo()
    inside = group_of[tie.row] == group_of[tie.col]
    mutual = find_entries(matrix, tie.col, tie.row) >= 0
    size = len(group_of)

    def count(ends: Any, mask: Any) -> Floats:
        return np.bincount(ends[mask], minlength=size).astype(float)

    ins, outs = (count(ends, inside) for ends in (tie.col, tie.row))
    outer_ins, outer_outs = (count(ends, ~inside) for ends in (tie.col, tie.row))
    round_trips = _count_round_trips(tie.row[~inside], tie.col[~inside], group_of)
    return np.column_stack(
        [
            ins * outs - count(tie.row, inside & mutual),
            round_trips - count(tie.row, ~inside & mutual),
            outer_ins * outs,
            ins * outer_outs,
            outer_ins * outer_outs - round_trips,
        ]
    )


def _count_round_trips(sources: Any, targets: Any, group_of: Any) -> Floats:
    """Count for each b the pairs of a tie that arrives from a group and a tie that leaves to the same group.

    `sources` and `targets` are the ends of the ties between different groups. Arrivals and departures are counted in
    two matrices, nodes x groups; the row sums of their elementwise product are the answer.
    """
    from scipy.sparse import csr_array

    shape = (len(group_of), max(_group_sizes(group_of), default=0) and int(group_of.max()) + 1)
    arriving, leaving = (
        csr_array(([1.0] * len(brokers), (brokers, group_of[contacts])), shape=shape)
        for brokers, contacts in ((targets, sources), (sources, targets))
    )
    return arriving.multiply(leaving).sum(axis=1)  # type: ignore[no-any-return]


def _count_closed_paths(matrix: csr_array, group_of: Any) -> Floats:
    """Count the paths a -> b -> c of `_count_paths` that a tie a -> c closes: n nodes (b) x 5 roles."""
    import numpy as np

    tie = matrix.tocoo()
    # The kind of each tie. `triangles` gives the index -1 for a tie that does not exist; it reads the last entry,
    # ABSENT.
    kind_of_tie = np.append((group_of[tie.row] == group_of[tie.col]).astype(np.intp), ABSENT)
    roles, columns = (
        np.array([_role_of_ties(*kinds) for kinds in product(range(ABSENT + 1), repeat=3)]),
        len(DIRECTED_ROLES) + 1,
    )
    # Each triangle is six paths a -> b -> c. The sixth column collects those of which a tie is missing; it is dropped.
    # A cell (node, role) has the number node * columns + role, so one bincount adds up a whole block.
    counts = np.zeros(len(group_of) * columns)
    for corners, sides in triangles(matrix):
        kinds = {pair: kind_of_tie[index] for pair, index in sides.items()}
        for a, b, c in permutations(range(3)):
            role = roles[9 * kinds[a, b] + 3 * kinds[b, c] + kinds[a, c]]
            counts += np.bincount(corners[b] * columns + role, minlength=len(counts))
    return counts.reshape(len(group_of), columns)[:, :-1]


def _role_of_ties(first: int, second: int, closing: int) -> int:
    """Return the role number of b from the kinds of the ties a -> b, b -> c, a -> c; 5 (no role) if one is absent."""
    return (
        len(DIRECTED_ROLES) if ABSENT in (first, second, closing) else ROLE_OF_GROUPS[first + 2 * second + 4 * closing]
    )
