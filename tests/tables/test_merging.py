from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sysmap.messages import Message
from sysmap.schema import Field
from sysmap.tables.merging import Row, TieSet
from sysmap.tables.notes import Notes
from sysmap.tables.rows import Dataset, Value
from sysmap.vocabulary import VOCABULARY

Examine = Callable[..., Dataset]
WHO = "id\nS1\nS2\nS3\n"


def partners(examine: Examine, rows: str, header: str = "source,target,kind,weight,place,since") -> Dataset:
    return examine(stakeholders=WHO, partnerships=f"{header}\n{rows}\n")


def test_the_same_partnership_three_times_is_one(examine: Examine) -> None:
    dataset = partners(examine, "S1,S2,mou,1,a,2020\nS2,S1,MoU,1,a,2020\nS1,S2,nota kesepahaman,1.0,a,2020")
    assert [tie.uid for tie in dataset.ties] == ["PARTNERS_WITH:stakeholder:S1>stakeholder:S2#MoU"]
    assert [(fault.line, fault.column, str(fault.problem)) for fault in dataset.warnings] == [
        (line, 0, "repeats line 2; the same tie counts once") for line in (3, 4)
    ]


def test_kinds_are_ties_of_their_own(examine: Examine) -> None:
    assert len(partners(examine, "S1,S2,mou\nS1,S2,funding\nS1,S2,").ties) == 3


def test_texts_that_differ_become_a_sorted_list(examine: Examine) -> None:
    dataset = partners(examine, "S1,S2,mou,1,b\nS1,S2,mou,,a\nS1,S2,mou,1,b\nS2,S3,mou,1,z")
    assert [tie.props["place"] for tie in dataset.ties] == [["a", "b"], "z"]
    assert [(fault.line, "'place'" in str(fault.problem)) for fault in dataset.warnings] == [(3, True), (4, False)]
    assert "repeats line 2" in str(dataset.warnings[1].problem)


def test_of_numbers_that_differ_the_largest_counts(examine: Examine) -> None:
    for weights in ("123", "321", "213"):
        dataset = partners(examine, "\n".join(f"S1,S2,mou,{weight},," for weight in weights))
        assert [dict(tie.props) for tie in dataset.ties] == [{"kind": "MoU", "weight": 3}]
        assert not dataset.errors
        assert {(fault.id, fault.column) for fault in dataset.warnings if fault.id != "F094"} == {("F303", 4)}


def test_rows_at_several_times_are_ties_of_their_own_times(examine: Examine) -> None:
    dataset = partners(examine, "S2,S3,,1,,2021-05\nS2,S3,,2,,2020\nS3,S2,,4,,2023-01-01")
    assert [(tie.uid.partition("#")[2], dict(tie.props)) for tie in dataset.ties] == [
        ("2020", {"weight": 2, "since": "2020", "until": "2021-04"}),
        ("2021-05", {"weight": 1, "since": "2021-05", "until": "2022-12-31"}),
        ("2023-01-01", {"weight": 4, "since": "2023-01-01"}),
    ]
    assert {fault.id for fault in dataset.faults} == {"F304"}
    assert 'repeat = "max"' in str(dataset.faults[0].remedy)


@pytest.mark.parametrize(("repeat", "weight"), [("sum", 7), ("max", 4)])
def test_on_request_rows_at_several_times_are_one_tie(examine: Examine, repeat: str, weight: float) -> None:
    (tie,) = examine(
        toml=f'[read]\nrepeat = "{repeat}"\n',
        partnerships="source,target,weight,since\nS1,S2,2,2021\nS2,S1,4,2019\nS1,S2,,2020\n",
    ).ties
    assert dict(tie.props) == {"weight": weight, "since": "2019"}


def test_a_column_of_years_looks_at_the_ties_year_by_year(examine: Examine) -> None:
    """In 2021, the last year, A-B and A-C were there; what was not seen again ended."""
    dataset = examine(partnerships="source,target,year\nA,B,2020\nA,B,2021\nA,C,2021\nB,C,2020\nA,C,2020\n")
    assert [(tie.uid.split(":stakeholder:", 1)[1], tie.props.get("until")) for tie in dataset.ties] == [
        ("a>stakeholder:b#2020", "2020"),
        ("a>stakeholder:b#2021", None),
        ("a>stakeholder:c#2020", "2020"),
        ("a>stakeholder:c#2021", None),
        ("b>stakeholder:c", "2020"),
    ]
    assert [str(text) for text in dataset.understood["partnerships.csv"]] == ["'year' as the time of each tie"]


def test_years_of_ties_that_are_mostly_said_once_are_when_they_began(examine: Examine) -> None:
    rows = "A,B,2019\nA,B,2022\nA,C,2020\nB,C,2021\n"
    dataset = examine(partnerships=f"dari,ke,tahun\n{rows}")
    assert [(tie.props["since"], tie.props.get("until")) for tie in dataset.ties] == [
        ("2019", "2021"),
        ("2022", None),
        ("2020", None),
        ("2021", None),
    ]


def test_a_key_tells_them_apart(examine: Examine) -> None:
    dataset = partners(examine, "S1,S2,mou,1,a/b\nS1,S2,mou,2,c", "source,target,kind,weight,key")
    assert [tie.uid for tie in dataset.ties] == [
        "PARTNERS_WITH:stakeholder:S1>stakeholder:S2@a%2Fb",
        "PARTNERS_WITH:stakeholder:S1>stakeholder:S2@c",
    ]
    assert not dataset.faults


def test_a_tie_to_itself(examine: Examine) -> None:
    dataset = partners(examine, "S1,s1,mou")
    assert [(fault.line, fault.column, fault.level) for fault in dataset.faults] == [(2, 2, "warning")]
    assert dataset.lost["partnerships.csv"] == (2,)
    causal = examine(factors="id\nF1\n", links="source,target,polarity\nF1,F1,+\n", partnerships="source,target\n")
    assert [(fault.file, fault.line, fault.level) for fault in causal.faults] == [("links.csv", 2, "warning")]
    assert len(causal.ties) == 1


def test_who_holds_it_is_part_of_an_influence(examine: Examine) -> None:
    dataset = examine(factors="id\nF1\nF2\n", links="source,target,polarity,held_by\nF1,F2,+,\nF1,F2,-,Petani\n")
    assert [tie.uid for tie in dataset.ties] == [
        "INFLUENCES:factor:F1>factor:F2",
        "INFLUENCES:factor:F1>factor:F2#Petani",
    ]


MENTORS = """
[ties.MENTORS]
ends = [["Stakeholder", "Stakeholder"]]
identity = ["topic", "season"]
[ties.MENTORS.fields.topic]
[ties.MENTORS.fields.season]
"""


MENTORED = ("S1", "MENTORS", "S2")
START = "MENTORS:stakeholder:S1>stakeholder:S2"


def mentors(examine: Examine, rows: Iterable[tuple[str, str]]) -> Dataset:
    lines = io.StringIO()
    csv.writer(lines).writerows(
        [["source", "relation", "target", "topic", "season"], *(MENTORED + row for row in rows)]
    )
    return examine(stakeholders=WHO, toml=MENTORS, links=lines.getvalue())


def test_a_value_in_one_field_of_the_identity_is_not_the_same_as_in_another(examine: Examine) -> None:
    rows = {
        ("", ""): START,
        ("x", ""): f"{START}#x",  # as it always was, like the two below
        ("y", ""): f"{START}#y",
        ("x", "y"): f"{START}#x%7Cy",
        ("", "x"): f"{START}#%7Cx",
        ("x|y", ""): f"{START}#x\\%7Cy",
        ("x\\", "y"): f"{START}#x\\\\%7Cy",
    }
    dataset = mentors(examine, rows)
    assert not dataset.faults
    assert {tie.uid: (tie.props.get("topic", ""), tie.props.get("season", "")) for tie in dataset.ties} == {
        uid: row for row, uid in rows.items()
    }


@given(st.sets(st.tuples(*[st.text("a|\\", max_size=3)] * 2), max_size=12))
def test_rows_of_other_identities_are_other_ties(rows: set[tuple[str, str]]) -> None:
    fields = (Field("topic", Message("topic"), Message("topic")), Field("season", Message("season"), Message("season")))
    kind = replace(VOCABULARY.tie("PARTNERS_WITH"), fields=fields, identity=("topic", "season"))
    ties = TieSet(VOCABULARY)
    for topic, season in sorted(rows):
        props: dict[str, Value] = {name: text for name, text in (("topic", topic), ("season", season)) if text}
        ties.add(kind, "stakeholder:S1", "stakeholder:S2", Row(props, 2, Notes("links.csv"), {}))
    ties.settle()
    assert len(ties.rows()) == len(rows)


def test_a_reference_column_and_a_link_say_the_same_tie(examine: Examine) -> None:
    dataset = examine(
        stakeholders=WHO, problems="id,owners\nP1,S1\n", links="source,relation,target,role\nS1,owns,P1,koordinator\n"
    )
    assert [(tie.uid, dict(tie.props)) for tie in dataset.ties] == [
        ("OWNS:stakeholder:S1>problem:P1", {"role": "coordinator"})
    ]
    assert not dataset.errors


def test_rows_that_repeat_others_are_said_once_and_the_first_is_named(examine: Examine) -> None:
    dataset = partners(examine, "S1,S2,mou,1,a\nS1,S3,mou,1,b\nS1,S2,mou,1,a\nS1,S3,mou,1,b")
    assert [(fault.line, str(fault.problem)) for fault in dataset.warnings] == [
        (4, "repeats line 2; the same tie counts once"),
        (5, "repeats line 3; the same tie counts once"),
    ]
    assert len(dataset.ties) == 2


def test_a_row_that_says_less_or_more_repeats_the_tie_and_completes_it(examine: Examine) -> None:
    for rows in ("S1,S2,mou,,\nS1,S2,mou,3,a", "S1,S2,mou,3,a\nS1,S2,mou,,"):
        dataset = partners(examine, rows)
        assert [dict(tie.props) for tie in dataset.ties] == [{"kind": "MoU", "weight": 3, "place": "a"}]
        assert [(fault.line, "repeats line 2" in str(fault.problem)) for fault in dataset.faults] == [(3, True)]


def test_of_two_columns_that_disagree_each_is_named_at_the_first(examine: Examine) -> None:
    header = "source,target,kind,form,place,what,value"
    dataset = partners(examine, "S1,S2,mou,informs,a\nS1,S2,mou,merged,b", header)
    assert [(fault.line, fault.column) for fault in dataset.errors] == [(3, 4)]
    assert "they disagree: form merged and informs" in str(dataset.errors[0].problem)
    assert "place" not in str(dataset.errors[0].problem)
    assert [tie.props["form"] for tie in dataset.ties] == ["informs"]  # the first stands


def test_a_text_that_comes_a_second_time_adds_nothing_to_the_list(examine: Examine) -> None:
    dataset = partners(examine, "S1,S2,mou,1,c\nS1,S2,mou,1,a\nS1,S2,mou,1,b\nS1,S2,mou,1,a")
    assert [tie.props["place"] for tie in dataset.ties] == [["a", "b", "c"]]
    assert [
        (fault.line, "'place'" in str(fault.problem), "repeats line 2" in str(fault.problem))
        for fault in dataset.warnings
    ] == [(3, True, False), (4, True, False), (5, False, True)]


def test_a_tie_of_another_file_is_named_with_it(examine: Examine) -> None:
    dataset = examine(
        stakeholders=WHO,
        partnerships="source,target,kind,weight\nS1,S2,mou,1\n",
        links="source,relation,target,kind,weight\nS3,partners_with,S2,mou,1\nS1,partners_with,S2,mou,2\n",
    )
    assert [(fault.file, fault.line, fault.column) for fault in dataset.warnings] == [("links.csv", 3, 5)]
    assert "line 2 of partnerships.csv" in str(dataset.warnings[0].problem)
    said = examine(
        stakeholders=WHO,
        partnerships="source,target,kind\nS1,S2,mou\n",
        links="source,relation,target,kind\nS1,partners_with,S2,mou\n",
    )
    assert [(fault.level, "repeats line 2 of partnerships.csv" in str(fault.problem)) for fault in said.faults] == [
        ("warning", True)
    ]


def test_an_undirected_tie_runs_from_the_lesser_end_and_a_directed_one_as_it_is_written(examine: Examine) -> None:
    assert [(tie.source, tie.target) for tie in partners(examine, "S2,S1,mou").ties] == [
        ("stakeholder:S1", "stakeholder:S2")
    ]
    dataset = examine(
        factors="id\nF1\nF2\n", links="source,target,polarity\nF2,F1,+\nF1,F2,-\n", partnerships="source,target\n"
    )
    assert [(tie.source, tie.target, tie.props["polarity"]) for tie in dataset.ties] == [
        ("factor:F1", "factor:F2", "-"),
        ("factor:F2", "factor:F1", "+"),
    ]


def test_a_tie_to_itself_is_refused_by_its_kind(examine: Examine) -> None:
    dataset = partners(examine, "S1,S2,mou\nS1,s1,mou")
    assert [(tie.source, tie.target) for tie in dataset.ties] == [("stakeholder:S1", "stakeholder:S2")]
    [fault] = dataset.warnings
    assert (fault.line, fault.column) == (3, 2)
    assert "'S1' is tied to itself by PARTNERS_WITH" in str(fault.problem)
    [warning] = examine(
        factors="id\nF1\n", links="source,target,polarity\nF1,F1,+\n", partnerships="source,target\n"
    ).faults
    assert (warning.column, "'F1' influences itself" in str(warning.problem)) == (2, True)


def test_all_that_tells_a_users_own_ties_apart_stands_in_their_name(examine: Examine) -> None:
    own = (
        '[ties.TRAINS]\nends = [["Stakeholder", "Stakeholder"]]\n'
        'identity = ["what", "who"]\nfields = { what = {}, who = {} }\n'
    )
    rows = "S1,TRAINS,S2,air,petani\nS1,TRAINS,S2,air,\nS1,TRAINS,S2,,petani\nS1,TRAINS,S2,,\n"
    dataset = examine(stakeholders=WHO, toml=own, links=f"source,relation,target,what,who\n{rows}")
    names = [tie.uid.removeprefix("TRAINS:stakeholder:S1>stakeholder:S2") for tie in dataset.ties]
    assert names == ["", "#%7Cpetani", "#air", "#air%7Cpetani"]
    assert not dataset.faults


def test_a_word_of_a_relation_stands_in_no_column_and_is_listed(examine: Examine) -> None:
    rows = "S1,mengawasi,P1,2020\nS1,menanyai,P1,2020\nS1,mengawasi,P1,2020\n"
    dataset = examine(stakeholders=WHO, problems="id\nP1\n", links=f"source,relation,target,since\n{rows}")
    assert [tie.props["role"] for tie in dataset.ties] == [["menanyai", "mengawasi"]]
    assert not dataset.errors
    assert "'role'" in "".join(str(fault.problem) for fault in dataset.warnings)


def test_parts_in_a_circle_are_a_fault_and_told_once(examine: Examine) -> None:
    dataset = examine(stakeholders="id,part_of\na,b\nb,c\nc,a\nd,d\ne,a\n")
    assert [(fault.line, str(fault.problem)) for fault in dataset.errors] == [
        (2, "'a', 'b' and 'c' belong to each other in a circle")
    ]
    assert [(fault.line, fault.id) for fault in dataset.warnings] == [(5, "F092")]


def test_what_two_tables_of_nodes_say_of_each_other_is_no_repetition(examine: Examine) -> None:
    dataset = examine(stakeholders="id,works_on\nS1,P1\n", problems="id,worked_on_by\nP1,S1;S1\n")
    assert (len(dataset.ties), dataset.faults) == (1, ())


def test_columns_of_ones_own_that_differ_are_kept_as_a_list(examine: Examine) -> None:
    dataset = partners(examine, "S1,S2,mou,1,,,3\nS1,S2,mou,1,,,4", "source,target,kind,weight,place,since,No")
    assert [tie.props["No"] for tie in dataset.ties] == [["3", "4"]]
    assert not dataset.errors
