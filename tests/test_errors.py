"""The error tree: exit codes, what is said, what is offered."""

import pytest

from sysmap import errors
from sysmap.errors import DataError, Fault, SysmapError, UnknownName, nearest

CODES = {
    "SysmapError": 1, "UnknownName": 2, "QueryRefused": 2, "DataError": 3, "StoreError": 4, "StoreDown": 4,
    "StoreDenied": 4, "StoreBusy": 4, "LimitReached": 5, "OutputError": 6}


@pytest.mark.parametrize(("name", "code"), CODES.items())
def test_each_class_knows_its_exit_code_and_stands_in_the_drawn_tree(name, code):
    assert getattr(errors, name).exit_code == code
    assert issubclass(getattr(errors, name), SysmapError)
    assert name in errors.__doc__


def test_the_tree_is_whole():
    found = {name for name, thing in vars(errors).items() if isinstance(thing, type) and issubclass(thing, SysmapError)}
    assert found == set(CODES)


@pytest.mark.parametrize(("fault", "text"), [
    (Fault("a.csv", 3, 5, "bad", "mend"), "a.csv:3:5: bad (mend)"),
    (Fault("a.csv", 3, 0, "bad", "mend"), "a.csv:3: bad (mend)"),
    (Fault("a.csv", 0, 0, "bad", "mend"), "a.csv: bad (mend)"),
    (Fault("a.csv", 2, 1, "odd", "look", "warning"), "a.csv:2:1: warning: odd (look)"),
])
def test_a_fault_says_where(fault, text):
    assert str(fault) == text


def test_faults_sort_by_place():
    faults = [Fault("b.csv", 1, 1, "", ""), Fault("a.csv", 10, 1, "", ""), Fault("a.csv", 9, 2, "", "")]
    assert [(fault.file, fault.line) for fault in sorted(faults)] == [("a.csv", 9), ("a.csv", 10), ("b.csv", 1)]


def test_data_error_counts_errors_and_keeps_warnings():
    error = DataError([Fault("a.csv", 1, 1, "bad", "mend"), Fault("a.csv", 2, 1, "odd", "look", "warning")])
    assert error.message == "1 fault in the input"
    assert len(error.faults) == 2
    assert "2 faults" in str(DataError([Fault("a.csv", line, 1, "bad", "mend") for line in (1, 2)]))


def test_a_message_carries_its_remedy():
    assert str(SysmapError("no", "do this")) == "no (do this)"
    assert str(SysmapError("no")) == "no"


def test_unknown_names_offer_the_nearest_or_all():
    assert UnknownName("map", "gunungkidl", ["gunungkidul", "tiny"]).nearest == ("gunungkidul",)
    assert UnknownName("map", "xyz", ["tiny", "a"]).remedy == "known: a, tiny"
    assert UnknownName("map", "xyz", []).remedy == "known: none"


def test_nearest_keeps_the_first_of_two_that_differ_in_case():
    assert nearest("media", ["Media", "media"]) == ("Media",)
    assert nearest("zzz", ["media"]) == ()
