"""Each function of the backend takes what the installed networkx hands it: its parameters, with their defaults."""

from __future__ import annotations

from inspect import Parameter, signature

import networkx as nx
import pytest

from sysmap import algorithms
from sysmap.backend.registry import REGISTRY

SINCE_3_7 = {
    "closeness_centrality": {"sp"},
    "from_numpy_array": {"nonedge"},
    "leiden_communities": {"metric", "theta"},
}
"""What networkx 3.6 does not know yet. Whatever a later version adds fails here, until we say what it means."""


def parameters_of(name: str) -> dict[str, Parameter]:
    """The parameters of networkx's function, without those of its dispatching."""
    home = next(home for home in (nx, nx.community, algorithms) if hasattr(home, name))
    found = signature(getattr(home, name)).parameters
    return {name: one for name, one in found.items() if name not in {"backend", "backend_kwargs"}}


@pytest.mark.parametrize("name", sorted(REGISTRY))
def test_the_parameters_are_networkx_s(name):
    ours, theirs = dict(REGISTRY[name].signature.parameters), parameters_of(name)
    assert ours.keys() - theirs.keys() <= SINCE_3_7.get(name, set())
    assert [(one, ours[one].default) for one in theirs if one in ours] == [
        (one, parameter.default) for one, parameter in theirs.items()
    ]
    by_place = [one for one, parameter in theirs.items() if parameter.kind is not Parameter.KEYWORD_ONLY]
    assert list(ours)[: len(by_place)] == by_place
    assert all(ours[one].kind is Parameter.POSITIONAL_OR_KEYWORD for one in by_place)
    assert all(ours[one].default is not Parameter.empty for one in ours.keys() - theirs.keys())


@pytest.mark.parametrize("name", sorted(SINCE_3_7))
def test_what_3_7_added_is_there_together_or_not_at_all(name):
    assert SINCE_3_7[name] & parameters_of(name).keys() in (set(), SINCE_3_7[name])
