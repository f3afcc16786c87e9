"""The error tree: exit codes, what is said, what is offered."""

import pytest

from sysmap import errors
from sysmap.errors import Ambiguous, Cause, DataError, Fault, SysmapError, UnknownName, nearest
from sysmap.messages import Message, plural

CODES = {
    "SysmapError": 1,
    "UnknownName": 2,
    "Ambiguous": 2,
    "QueryRefused": 2,
    "DataError": 3,
    "StoreError": 4,
    "StoreDown": 4,
    "StoreDenied": 4,
    "StoreBusy": 4,
    "LimitReached": 5,
    "OutputError": 6,
}


@pytest.mark.parametrize(("name", "code"), CODES.items())
def test_each_class_knows_its_exit_code_and_stands_in_the_drawn_tree(name, code):
    assert getattr(errors, name).exit_code == code
    assert issubclass(getattr(errors, name), SysmapError)
    assert name in errors.__doc__


def test_the_tree_is_whole():
    found = {name for name, thing in vars(errors).items() if isinstance(thing, type) and issubclass(thing, SysmapError)}
    assert found == set(CODES)


@pytest.mark.parametrize(
    ("fault", "text"),
    [
        (Fault("a.csv", 3, 5, "bad", "mend"), "a.csv:3:5: bad (mend)"),
        (Fault("a.csv", 3, 0, "bad", "mend"), "a.csv:3: bad (mend)"),
        (Fault("a.csv", 0, 0, "bad", "mend"), "a.csv: bad (mend)"),
        (Fault("a.csv", 2, 1, "odd", "look", "warning"), "a.csv:2:1: warning: odd (look)"),
    ],
)
def test_a_fault_says_where(fault, text):
    assert str(fault) == text


def test_faults_sort_by_place():
    faults = [Fault("b.csv", 1, 1, "", ""), Fault("a.csv", 10, 1, "", ""), Fault("a.csv", 9, 2, "", "")]
    assert [(fault.file, fault.line) for fault in sorted(faults)] == [("a.csv", 9), ("a.csv", 10), ("b.csv", 1)]


def test_data_error_counts_errors_and_keeps_warnings():
    error = DataError([Fault("a.csv", 1, 1, "bad", "mend"), Fault("a.csv", 2, 1, "odd", "look", "warning")])
    assert str(error.message) == "1 fault in the input"
    assert len(error.faults) == 2
    assert "2 faults" in str(DataError([Fault("a.csv", line, 1, "bad", "mend") for line in (1, 2)]))
    assert error.id == "E001"
    assert error.render("id").startswith("1 kesalahan ")


def test_a_message_carries_its_remedy():
    assert str(SysmapError("no", "do this")) == "no (do this)"
    assert str(SysmapError("no")) == "no"


def test_unknown_names_offer_the_nearest_or_all():
    assert UnknownName(NO_MAP, "gunungkidl", ["gunungkidul", "tiny"]).nearest == ("gunungkidul",)
    assert str(UnknownName(NO_MAP, "xyz", ["tiny", "a"]).remedy) == "known: a, tiny"
    assert str(UnknownName(NO_MAP, "xyz", []).remedy) == "known: none"
    assert str(UnknownName("map", "xyz", ["a"])) == "no map is called 'xyz' (known: a)"


def test_an_unknown_name_speaks_both_languages():
    error = UnknownName(NO_MAP, "kot", ["kota", "kotu", "koto"])
    assert str(error) == "no map is called 'kot' (did you mean kotu, koto or kota?)"
    assert error.render("id").endswith("(mungkin maksud Anda kotu, koto, atau kota?)")
    assert error.id == "X103"


def test_a_long_name_is_cut_and_a_hostile_one_stays_text():
    error = UnknownName(NO_MAP, "{name}\x1b", ["{names}" * 20])
    assert "'{name}\\x1b'" in str(error)
    assert str(error.remedy) == f"known: {('{names}' * 20)[:80]}…"


def test_a_cause_that_advises_is_one_text():
    advice = Cause("X104", "{word} differs", "use uid").explain(word="id()")
    assert str(advice) == "id() differs: use uid"
    assert str(Cause("X102", "{who} is away").explain(who="A")) == "A is away"


def test_a_cause_may_share_a_remedy_and_count():
    cause = Cause("X105", plural("{n} row of {uid}", "{n} rows of {uid}"), Message("keep one"))
    assert [str(cause.fault("a.csv", 0, 0, n=n, uid="x")) for n in (1, 1200)] == [
        "a.csv: 1 row of x (keep one)",
        "a.csv: 1,200 rows of x (keep one)",
    ]


def test_nearest_keeps_the_first_of_two_that_differ_in_case():
    assert nearest("media", ["Media", "media"]) == ("Media",)
    assert nearest("zzz", ["media"]) == ()


NO_MAP = Cause("X103", "no map is called {name}")
RANGE = Cause("X101", "{column} is {value}, outside {range}", "give a number from {low} to {high}")


def test_a_cause_makes_faults_and_errors_with_the_values_of_the_case():
    fault = RANGE.fault("a.csv", 3, 5, column="{interest}", value="0%", range="1-5", low=1, high=5)
    assert str(fault) == "a.csv:3:5: {interest} is 0%, outside 1-5 (give a number from 1 to 5)"
    assert fault.id == "X101"
    assert fault == RANGE.fault("a.csv", 3, 5, value="0%", range="1-5", low=1, high=5, column="{interest}")
    assert len({fault, RANGE.fault("a.csv", 3, 5, column="{interest}", value="0%", range="1-5", low=1, high=5)}) == 1
    assert str(RANGE.fault("a.csv", 3, 0, level="warning", column="x", value=0, range="", low=1, high=5)).startswith(
        "a.csv:3: warning: x is 0"
    )
    error = errors.QueryRefused(RANGE, column="top", value="x", range="1-5", low=1, high=5)
    assert (error.cause, str(error), error.exit_code) == (RANGE, "top is x, outside 1-5 (give a number from 1 to 5)", 2)


def test_a_fault_speaks_the_readers_language():
    assert Fault("a.csv", 2, 1, "odd", "look", "warning").render("id") == "a.csv:2:1: peringatan: odd (look)"


def test_a_cause_without_a_remedy_says_the_problem_alone():
    assert str(SysmapError(Cause("X102", "{who} is away"), who="A")) == "A is away"


def test_a_number_belongs_to_one_cause():
    again = Cause("X101", "{column} is {value}, outside {range}", "give a number from {low} to {high}")
    assert again == RANGE == errors.CAUSES["X101"]
    with pytest.raises(ValueError, match="declared twice"):
        Cause("X101", "something else")
    with pytest.raises(ValueError, match="F012"):
        Cause("one", "something")


def test_a_value_that_is_not_given_is_an_error_of_the_program():
    with pytest.raises(LookupError, match="is given for"):
        str(RANGE.fault("a.csv", 1, 1, value="x"))


def test_nearest_offers_three_at_most_the_best_first():
    names = ["abcdefg", "abcdef", "abcde", "abcdefgh"]
    assert nearest("abcdefg", names) == ("abcdefg", "abcdefgh", "abcdef")
    assert nearest("abcdefg", names, 1) == ("abcdefg",)
    assert nearest("  ABCDEFG ", names, 1) == ("abcdefg",)  # blanks around it and case mean nothing
    # difflib's ratio, by hand: 2 x 3 common letters over 10 is 0.6 and near enough, 2 x 2 over 7 is not.
    assert nearest("abcxx", ["abcyy"]) == ("abcyy",)
    assert nearest("abx", ["abyz"]) == ()


def test_long_names_are_cut_and_of_many_twenty_are_named():
    long, fits = "a" * 81, "b" * 80
    assert str(UnknownName("map", long + "x", [long]).remedy) == f"did you mean {'a' * 80}…?"
    assert str(UnknownName("map", fits + "x", [fits]).remedy) == f"did you mean {fits}?"
    assert str(UnknownName("map", "?", [long]).remedy) == f"known: {'a' * 80}…"
    many = [f"{letter}{letter}" for letter in "zyxwvutsrqponmlkjihgfedcba"]
    assert str(UnknownName("map", "?", many).remedy) == "known: " + ", ".join(
        f"{letter}{letter}" for letter in "abcdefghijklmnopqrst"
    )
    assert str(UnknownName("map", "aaa bbb", ["aaa bbbb", "aaa bb"]).remedy) == "did you mean aaa bbbb or aaa bb?"


def test_what_is_ambiguous_lists_what_can_be_written():
    cause = Cause("X106", "more than one is called {name}", "write {choices}")
    error = Ambiguous(cause, iter(["stakeholder:a", "stakeholder:b", "problem:{c}"]), name="'A'")
    assert str(error) == "more than one is called 'A' (write stakeholder:a, stakeholder:b or problem:{c})"
    assert (error.choices, error.id) == (("stakeholder:a", "stakeholder:b", "problem:{c}"), "X106")
    assert error.render("id").endswith("stakeholder:a, stakeholder:b, atau problem:{c})")


def test_of_many_choices_twenty_are_shown_whole():
    cause = Cause("X107", "more than one", "write {choices}")
    many = [f"{'a' * 90}{n}" for n in range(21)]
    assert str(Ambiguous(cause, many[:20]).remedy) == f"write {', '.join(many[:19])} or {many[19]}"
    assert str(Ambiguous(cause, many).remedy) == f"write {', '.join(many[:20])} or …"


def test_an_unknown_name_keeps_what_it_was_asked():
    error = UnknownName("measure", "betweeness", iter(["degree", "betweenness"]))
    assert (error.name, error.nearest) == ("betweeness", ("betweenness",))
    assert str(error) == "no measure is called 'betweeness' (did you mean betweenness?)"


def test_a_data_error_says_what_to_do():
    def said(*levels):
        return str(DataError([Fault("a.csv", line, 1, "bad", "mend", level) for line, level in enumerate(levels, 1)]))

    assert said("error") == "1 fault in the input (nothing was loaded; mend the lines and run again)"
    assert said("error", "error", "warning").startswith("2 faults in the input (")
    assert said("warning").startswith("0 faults in the input (")
    assert (str(DataError([]).message), DataError([]).faults) == ("0 faults in the input", ())


def test_a_fault_is_an_error_and_an_error_without_a_cause_has_no_id():
    assert Cause("Z090", "a fault").fault("a.csv", 1, 1).level == "error"
    assert SysmapError("no").id == ""
