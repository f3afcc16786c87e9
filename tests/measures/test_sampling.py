"""Betweenness past the size up to which it is exact."""

import networkx as nx
import pytest

from sysmap.algorithms import sampled_betweenness
from sysmap.findings.sentences import describe_estimate
from sysmap.measures.port import MEASURES, measure_columns, measure_estimate, measure_values
from sysmap.measures.results import build_table

KITE = nx.relabel_nodes(nx.krackhardt_kite_graph(), str)
LINES = (*(f"Stakeholder {node}" for node in KITE), *(f"{a} PARTNERS_WITH {b}" for a, b in KITE.edges))


@pytest.fixture(scope="module")
def estimating(mapped):
    return mapped(*LINES, exact=9, sources=6, seed=7)


def test_values_and_errors_are_those_of_the_algorithm(estimating):
    """networkx's own sampling gives the values; the errors are tested with the algorithm."""
    found, errors = sampled_betweenness(estimating.collaboration, 6, 7)
    assert (
        measure_values(estimating, "betweenness")
        == found
        == pytest.approx(nx.betweenness_centrality(estimating.collaboration, k=6, seed=7))
    )
    told = measure_estimate(estimating, "betweenness")
    assert (told.sources, told.of, told.seed, told.errors) == (6, 10, 7, errors)


def test_what_rests_on_the_highest_has_its_error(estimating):
    found, told = measure_values(estimating, "betweenness"), measure_estimate(estimating, "betweenness_centralization")
    highest = max(found, key=found.get)
    assert told.errors == {"": measure_estimate(estimating, "betweenness").errors[highest]}
    assert measure_values(estimating, "betweenness_centralization")[""] == pytest.approx(
        sum(found[highest] - one for one in found.values()) / 9
    )


def test_columns_say_from_what(estimating):
    told = measure_estimate(estimating, "betweenness")
    assert list(measure_columns(estimating, "betweenness")) == [
        "betweenness",
        "betweenness_error",
        "betweenness_sources",
        "betweenness_seed",
    ]
    row = build_table(estimating).set_index("uid").loc["stakeholder:7"]
    assert (row["betweenness_error"], row["betweenness_sources"], row["betweenness_seed"]) == (
        told.errors["stakeholder:7"],
        6,
        7,
    )


@pytest.mark.parametrize("settings", [{}, {"exact": 10}, {"exact": 2, "sources": 10}])
def test_exact_where_small_enough_or_all_are_drawn(mapped, settings):
    analysis = mapped(*LINES, **settings)
    assert measure_values(analysis, "betweenness") == pytest.approx(nx.betweenness_centrality(analysis.collaboration))
    assert not [name for name in MEASURES if measure_estimate(analysis, name)]
    assert list(measure_columns(analysis, "betweenness")) == ["betweenness"]


def test_not_assessed_is_no_estimate(mapped):
    analysis = mapped(*LINES[:10], files=("stakeholders.csv",), exact=2, sources=3)
    assert measure_estimate(analysis, "betweenness") is None
    assert set(measure_values(analysis, "betweenness").values()) == {None}


def test_with_few_sources_it_still_says_how_far_off(mapped):
    analysis = mapped(*LINES, exact=2, sources=0, seed=1)  # two at least
    told = describe_estimate(measure_estimate(analysis, "betweenness"))
    assert told.render("en").startswith("Estimated from 2 of 10 stakeholders, drawn by lot (seed 1); standard error 0.")
    assert told.render("id").startswith(
        "Perkiraan dari 2 di antara 10 pihak, diambil dengan undian (benih 1); galat baku 0,"
    )


def test_no_fast_gives_the_same_numbers(estimating, mapped):
    from dataclasses import replace

    slow = replace(mapped(*LINES, exact=9, sources=6, seed=7), fast=False)
    assert measure_values(slow, "betweenness") == pytest.approx(measure_values(estimating, "betweenness"), abs=1e-9)
    assert measure_estimate(slow, "betweenness").errors == pytest.approx(
        measure_estimate(estimating, "betweenness").errors, abs=1e-9
    )
