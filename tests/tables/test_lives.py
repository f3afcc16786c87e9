"""A tie that is dated wholly outside the life of one of its ends is told with its place."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sysmap.tables.rows import Dataset

Examine = Callable[..., Dataset]


@pytest.mark.parametrize(
    ("life", "tie", "told"),
    [
        (",2020", "2021,", True),
        (",2020", "2020-12-31,", False),  # a year is the whole year
        ("2022,", ",2021", True),
        ("2022,", "2021,2023", False),
        (",2020", ",", False),  # what has no dates simply does not hold any more
        (",", "2021,", False),
    ],
)
def test_a_tie_outside_the_life_of_an_end(examine: Examine, life: str, tie: str, told: bool) -> None:
    dataset = examine(
        stakeholders=f"id,name,since,until\nA,Dinas,{life}\nB,Desa,,\n",
        partnerships=f"source,target,since,until\nA,B,{tie}\n",
    )
    assert [(fault.id, fault.file, fault.line) for fault in dataset.warnings] == (
        [("F384", "partnerships.csv", 2)] if told else []
    )
