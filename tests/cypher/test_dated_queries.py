"""Ties that have ended or not begun are not asked about: the same map on three days, by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from sysmap.cypher.queries import bind, find_query
from sysmap.stores import open_store
from sysmap.tables.folder import read_folder
from sysmap.vocabulary import VOCABULARY

FILES = {
    "stakeholders": "id,name,sector,boundary\nA,A,government,internal\nB,B,business,external\nC,C,media,external\n",
    "problems": "id,name\np,P\n",
    "innovations": "id,name\ni,I\n",
    "goals": "id,name\ng,G\n",
    "partnerships": "source,target,since,until\nA,B,,2020\nA,C,2022-06,\nC,B,,\n",
    "links": "source,relation,target,since,until\nA,works_on,p,,2020\nB,leads,i,2022,\ni,addresses,p,,\nA,shares,g,,2020-12\nB,shares,g,2022-06-01,\n",
}
Ask = Callable[..., list[dict[str, Any]]]


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    """`ask("shared-goals", "2020-01-01")`: the rows of a query on a day."""
    folder: Path = tmp_path_factory.mktemp("dated")
    for name, text in FILES.items():
        (folder / f"{name}.csv").write_text(text, "utf-8")
    store = open_store(str(folder / "graph"), VOCABULARY)
    store.apply(store.plan(read_folder(folder, VOCABULARY, map_name="dated")))

    def rows(name: str, day: str, **given: str) -> list[dict[str, Any]]:
        query = find_query(name)
        return [dict(row) for row in store.query(query.text, map="dated", **bind(query, {"as_of": day, **given}))]

    yield rows
    store.close()


def test_who_reaches_whom_and_other_sectors(ask: Ask) -> None:
    """In 2020 A has B, and C through it; in 2021 nobody; from June 2022 on C, and B through it."""

    def reach(day: str) -> list[list[str]]:
        return [row["names"] for row in ask("reach-of-stakeholder", day, stakeholder="A")]

    assert reach("2020-12-31") == [["B"], ["C"], []]
    assert reach("2021-01-01") == [[], [], []]
    assert reach("2022-06-01") == [["C"], ["B"], []]
    assert [row["stakeholder"] for row in ask("bridges-between-sectors", "2021-01-01")] == ["B", "C"]
    assert {row["stakeholder"]: row["sectors"] for row in ask("bridges-between-sectors", "2022-06-01")} == {
        "A": ["media"],
        "B": ["media"],
        "C": ["business", "government"],
    }


def test_who_has_a_partner_across_the_boundary(ask: Ask) -> None:
    def across(day: str) -> dict[str, int]:
        return {row["sector"]: row["with_partner_across"] for row in ask("stakeholders-by-boundary", day)}

    assert across("2020-06-01") == {"government": 1, "business": 1, "media": 0}
    assert across("2021-06-01") == {"government": 0, "business": 0, "media": 0}
    assert across("2023-06-01") == {"government": 1, "business": 0, "media": 1}


def test_who_works_on_what_and_shares_which_goal(ask: Ask) -> None:
    def told(day: str) -> list[tuple[str, str]]:
        return [(row["stakeholder"], row["tie"]) for row in ask("who-works-on-what", day)]

    assert (told("2020-06-01"), told("2021-06-01"), told("2022-01-01")) == ([("A", "WORKS_ON")], [], [("B", "LEADS")])
    assert [ask("shared-goals", day)[0]["sectors"] for day in ("2020-12-31", "2021-01-01", "2022-06-01")] == [
        ["government"],
        [],
        ["business"],
    ]
