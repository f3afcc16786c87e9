"""Faults by cause: one message for a cause in a column, with its count and its first places; no place is lost."""

from __future__ import annotations

import random

from sysmap.errors import Cause, DataError, Fault
from sysmap.fault_groups import group_faults

ODD = Cause("X911", "{value} is odd", "write an even number")
LONG = Cause("X912", "the row is too long", "shorten it")


def test_three_hundred_rows_are_one_message() -> None:
    faults = [ODD.fault("a.csv", line, 2, value="'7'") for line in range(2, 302)]
    (group,) = group_faults(faults)
    assert group.render("en") == "a.csv:2:2: '7' is odd; 300 times: lines 2, 3, 4 and 297 more (write an even number)"
    assert str(DataError(faults)).startswith("1 fault in the input")


def test_what_differs_is_quoted_with_its_line() -> None:
    (group,) = group_faults([ODD.fault("a.csv", line, 2, value=f"'{line}'") for line in (3, 5)])
    assert group.render("en").startswith("a.csv:3:2: '3' is odd; 2 times: '3' in line 3 and '5' in line 5 (")


def test_a_fault_of_a_whole_file_is_told_alone() -> None:
    assert len(group_faults([ODD.fault("a.csv", 0, 0, value=value) for value in "ab"])) == 2


def test_groups_part_the_faults_by_file_column_cause_and_level() -> None:
    draw = random.Random(5)
    faults = [
        draw.choice((ODD, LONG)).fault(
            draw.choice(("a.csv", "b.csv")),
            draw.randint(1, 50),
            draw.randint(0, 2),
            level=draw.choice(("error", "warning", "question")),
            value=str(draw.randint(1, 3)),
        )
        for _ in range(500)
    ]
    groups = group_faults(faults)
    assert sorted(fault for group in groups for fault in group.faults) == sorted(faults)
    keys = [(one.file, one.column, one.id, one.level) for one in (group.first for group in groups)]
    assert len(set(keys)) == len(keys)
    assert all(list(group.faults) == sorted(group.faults) for group in groups)
    assert [group.first for group in groups] == sorted(group.first for group in groups)


def test_a_fault_without_a_cause_is_told_alone() -> None:
    assert len(group_faults(Fault("a.csv", line, 1, "bad", "mend") for line in (1, 2))) == 2
