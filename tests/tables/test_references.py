from __future__ import annotations

from collections.abc import Callable

import pytest

from sysmap.errors import Fault
from sysmap.tables import references
from sysmap.tables.rows import Dataset

Examine = Callable[..., Dataset]
WHO = "id,name\nS1,Dinas Kesehatan\nS2,Bappeda\nS|3,Forum; Anak\nP1,Bukan Masalah\n"
WHAT = "id,name,owners\nP1,Stunting,{}\n"


@pytest.mark.parametrize(
    ("cell", "sources"),
    [
        ("S1", ["S1"]),
        (" s1 ", ["S1"]),
        ("dinas  kesehatan", ["S1"]),
        ("S1;S2", ["S1", "S2"]),
        ("S1 | Bappeda", ["S1", "S2"]),
        ("S|3", ["S%7C3"]),
        ("Forum; Anak", ["S%7C3"]),
        ("S1;S1", ["S1"]),
        ("", []),
        (" ", []),
    ],
)
def test_by_id_or_name_whole_or_split(examine: Examine, cell: str, sources: list[str]) -> None:
    dataset = examine(stakeholders=WHO, problems=WHAT.format(f'"{cell}"'))
    assert [tie.source for tie in dataset.ties] == [f"stakeholder:{source}" for source in sources]
    assert {(tie.type, tie.target) for tie in dataset.ties} <= {("OWNS", "problem:P1")}
    assert not dataset.faults


def test_each_part_that_means_nothing_is_a_fault(examine: Examine) -> None:
    dataset = examine(stakeholders=WHO, problems=WHAT.format("Dinas Kesehatn;S1;Zzz"))
    assert [str(fault) for fault in unmatched(dataset)] == [
        "problems.csv:2:3: warning: no stakeholder has the id or the name 'Dinas Kesehatn' (did you mean Dinas Kesehatan?)",
        f"problems.csv:2:3: warning: no stakeholder has the id or the name 'Zzz' ({ADD})",
    ]
    assert [tie.source for tie in dataset.ties] == ["stakeholder:S1"]


def test_several_candidates_are_listed(examine: Examine) -> None:
    dataset = examine(stakeholders="id,name\nS1,Forum\nS2,forum\n", problems=WHAT.format("FORUM"))
    assert not dataset.errors
    [asked] = [fault for fault in dataset.questions if fault.file == "problems.csv"]
    assert str(asked.problem) == "'FORUM' may mean stakeholder S1 or stakeholder S2"


def test_the_kind_of_tie_and_the_kind_columns_tell_namesakes_apart(examine: Examine) -> None:
    files = {"stakeholders": WHO, "problems": "id\nP1\nP2\n"}
    dataset = examine(
        links="source,relation,target,target_kind\nS1,works_on,P1,\nS1,,P1,masalah publik\nS1,,P1,Stakeholder\n",
        **files,
    )
    assert [tie.uid for tie in dataset.ties] == [
        "RELATES_TO:stakeholder:S1>stakeholder:P1",
        "WORKS_ON:stakeholder:S1>problem:P1",
    ]
    vague = examine(links="source,target\nS1,P1\n", **files)
    assert [str(fault.problem) for fault in vague.questions] == ["'P1' may mean problem P1 or stakeholder P1"]
    assert "target_kind" in str(vague.questions[0].remedy)
    wrong = examine(links="source,target,target_kind\nS1,P1,problm\n", **files)
    assert (wrong.errors[0].column, str(wrong.errors[0].remedy)) == (3, "did you mean problem?")


def test_a_reference_to_another_kind_is_explained(examine: Examine) -> None:
    dataset = examine(stakeholders=WHO, problems="id,name,owners\nP9,Stunting,P9\n")
    assert "known as public problem" in str(dataset.errors[0].problem)


def test_a_guarded_reference_is_found(examine: Examine) -> None:
    dataset = examine(stakeholders="id,name\n'=x,a\n", problems=WHAT.format("'=x"))
    assert [tie.source for tie in dataset.ties] == ["stakeholder:=x"]


ADD = 'correct it, add it to stakeholders.csv, or say unlisted = "add" under [read] in sysmap.toml'
NEXT = "correct it, or add it to stakeholders.csv"
NEAR = "did you mean Bappeda?"


def unmatched(dataset: Dataset) -> list[Fault]:
    """What was told of names that mean no node, or one of another kind."""
    return [fault for fault in dataset.faults if fault.id in ("F064", "F065")]


def remedies(examine: Examine, *owners: str) -> list[str]:
    """The remedies for owners that mean nothing.

    A search among the two stakeholders of WHOM compares four ids and names.
    """
    dataset = examine(
        stakeholders="id,name\nS1,Bappeda\nS2,Dinas Kesehatan\n",
        problems="id,name,owners\n"
        + "".join(f"P{number},Stunting {number},{owner}\n" for number, owner in enumerate(owners)),
    )
    return [str(fault.remedy) for fault in unmatched(dataset)]


@pytest.mark.parametrize(("budget", "told"), [(12, 3), (11, 2), (8, 2), (7, 1), (4, 1), (3, 0), (0, 0)])
def test_suggestions_stop_where_the_budget_is_spent(
    examine: Examine, monkeypatch: pytest.MonkeyPatch, budget: int, told: int
) -> None:
    monkeypatch.setattr(references, "_COMPARISONS", budget)
    assert remedies(examine, "Bapeda", "Bappda", "Bapppeda") == [NEAR] * told + [ADD] * (3 - told)


def test_the_same_reference_is_searched_for_once(examine: Examine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(references, "_COMPARISONS", 8)
    assert remedies(examine, "Bapeda", "Bapeda", "Bapeda", "Bappda", "Bapppeda") == [NEAR] * 4 + [ADD]


def test_the_budget_as_it_is_suffices_for_a_thousand_faults_on_fifty_stakeholders(examine: Examine) -> None:
    # 50 ids and 50 names: 1,000 searches are the whole budget of 100,000 comparisons, and one more is too many.
    # (Texts far longer than any name are compared by their length alone, which is quick.)
    people = "id,name\n" + "".join(f"S{number},Forum Anak {number}\n" for number in range(50))
    owners = [*(f"{number}{'x' * 400}" for number in range(999)), "Forum Anka 1", "Forum Anka 2"]
    problems = "id,name,owners\n" + "".join(
        f"P{number},Stunting {number},{owner}\n" for number, owner in enumerate(owners)
    )
    told = [str(fault.remedy) for fault in unmatched(examine(stakeholders=people, problems=problems))]
    assert told[998:] == [ADD, "did you mean Forum Anak 1, Forum Anak 41 or Forum Anak 31?", ADD]


def test_among_few_what_is_far_is_still_offered(examine: Examine) -> None:
    assert remedies(examine, "Kesehatan Masyarakat Kota") == [f"the nearest are Dinas Kesehatan; {NEXT}"]
    assert remedies(examine, "xyzw") == [ADD]


def test_an_exact_id_comes_before_an_id_and_an_id_before_a_name(examine: Examine) -> None:
    def sources(cell: str) -> list[str]:
        people = "id,name\ns1,Satu\nS1,Dua\nX,s 1\nY,x\nZ,Dua\n"
        return [tie.source.partition(":")[2] for tie in examine(stakeholders=people, problems=WHAT.format(cell)).ties]

    assert sources("s1") == ["s1"]
    assert sources("S1") == ["S1"]
    assert sources("x") == ["X"]  # the id X, not Y who is called x
    assert sources("SATU") == ["s1"]  # no id of that name
    assert sources("s 1") == ["X"]


def test_what_may_mean_several_is_listed_in_order(examine: Examine) -> None:
    dataset = examine(
        stakeholders="id,name\nB,Forum\nA,forum\n", problems="id,name\nP1,FORUM\n", links="source,target\nfoRum,P1\n"
    )
    assert "'foRum' may mean problem P1, stakeholder A or stakeholder B" in str(dataset.questions[0].problem)
    assert "source_kind" in str(dataset.questions[0].remedy)


def test_what_is_known_as_another_kind_is_told_with_every_kind(examine: Examine) -> None:
    dataset = examine(stakeholders=WHO, problems="id,name,owners\nP9,Air,AIR\n", goals="id,name\nG9,air\n")
    assert "'AIR' is known as goal and public problem, and here it must be stakeholder" in str(
        dataset.errors[0].problem
    )
    assert "or the relation" in str(dataset.errors[0].remedy)


def test_the_nearest_names_are_three_at_most_and_near_ones_come_first(examine: Examine) -> None:
    def remedy(cell: str, *names: str) -> str:
        people = "id,name\n" + "".join(f"{number},{name}\n" for number, name in enumerate(names))
        return str(unmatched(examine(stakeholders=people, problems=WHAT.format(cell)))[0].remedy)

    assert remedy("Forum Anka", "Forum Anak", "Bappeda") == "did you mean Forum Anak?"
    # Far ones are offered too, three at most: 0.3 is near enough. By difflib's ratio, twice the letters in common over
    # all letters.
    assert (
        remedy("abcdefghij", "abcxxxxxxx", "yyyyyyyyab") == f"the nearest are abcxxxxxxx; {NEXT}"
    )  # 2 x 3 over 20 is 0.3, 2 x 2 is not
    assert (
        remedy("abcdefgh", "abxxxxxx", "xabcxxxx", "abcdxxxx", "xabxxxxx", "xxabcxxx")
        == f"the nearest are abcdxxxx, xxabcxxx and xabcxxxx; {NEXT}"
    )


def test_among_many_only_what_is_near_is_offered(examine: Examine) -> None:
    def remedy(count: int) -> str:
        # Each has an id that is its name; with the one that is far there are so many names.
        people = "id,name\nabcxxxxxxx,abcxxxxxxx\n" + "".join(
            f"{number:010},{number:010}\n" for number in range(count - 1)
        )
        return str(unmatched(examine(stakeholders=people, problems=WHAT.format("abcdefghij")))[0].remedy)

    assert remedy(1_000) == f"the nearest are abcxxxxxxx; {NEXT}"
    assert remedy(1_001) == ADD


def test_of_several_files_each_is_named_once(examine: Examine) -> None:
    dataset = examine(
        stakeholders=WHO,
        problems="id\nP1\n",
        links="source,relation,target\nzzzzzz,works_on,P1\nS1,works_on,qqqqqq\nzzzzzz,,P1\n",
    )
    said = [(str(fault.problem), str(fault.remedy)) for fault in unmatched(dataset)]
    assert said[0] == ("no stakeholder has the id or the name 'zzzzzz'", ADD)
    assert said[1] == ("no public problem has the id or the name 'qqqqqq'", ADD.replace("stakeholders", "problems"))
    assert said[2] == ("no node has the id or the name 'zzzzzz'", "correct it, or add it to its file")


def test_where_no_table_has_such_nodes_it_is_one_question_that_stops_nothing(examine: Examine) -> None:
    dataset = examine(stakeholders="name,works_on\nA,Stunting\nB,Stunting; Banjir\n")
    assert dataset.errors == ()
    assert {fault.id for fault in dataset.questions} == {"F383"}
    assert [fault.line for fault in dataset.questions] == [2, 3, 3]
    assert 'unlisted = "add"' in str(dataset.questions[0].remedy)
    assert dataset.ties == ()


def test_beside_a_table_of_such_nodes_an_unknown_one_is_a_warning(examine: Examine) -> None:
    tables = {"stakeholders": "name,works_on\nA,Stunting\n", "problems": "name\nBanjir\n"}
    assert [(fault.id, fault.level) for fault in unmatched(examine(**tables))] == [("F064", "warning")]


def test_names_that_nobody_lists_become_stubs_on_request(examine: Examine) -> None:
    files = {
        "stakeholders": "id,name,works_on\nugm,UGM,Banjir\n",
        "problems": "id,name,owners\np1,Stunting,PKK Desa;UGM\n",
        "partnerships": "source,target\nugm,Red A\nugm,red  a\nRed-A,-\nP1,ugm\n",
    }
    told = examine(**files)
    assert {str(fault.quoted) for fault in unmatched(told)} == {
        *("'Banjir'", "'PKK Desa'", "'Red A'", "'red  a'", "'Red-A'"),
        "'P1'",  # a problem's id is no stakeholder, and stays an error
    }
    dataset = examine(toml='[read]\nunlisted = "add"\n', **files)
    assert [fault.id for fault in unmatched(dataset)] == ["F065"]
    stubs = {str(node.props["name"]): node for node in dataset.nodes if node.props.get("stub") is True}
    assert {name: node.label for name, node in stubs.items()} == {
        **dict.fromkeys(("PKK Desa", "Red A", "Red-A"), "Stakeholder"),
        "Banjir": "Problem",
    }
    assert len({node.uid for node in stubs.values()}) == len(stubs)
    assert [str(fault.problem) for fault in dataset.warnings if fault.id == "F315"] == [
        "1 name that stands in no table was added: 'Banjir'",
        "3 names that stand in no table were added: 'PKK Desa', 'Red A' and 'Red-A'",
    ]


@pytest.mark.parametrize(
    ("ids", "cell", "found"),
    [
        ("1101\n1102\n", "1101.0", ["1101"]),
        ("1101\n1102\n", "1.101E3", ["1101"]),
        ("1101.0\n1102.0\n", "1101", ["1101.0"]),
        ("007\n7\n07\n", "7.0", ["7"]),
        ("007\n8\n", "7.0", []),
        ("1101\n1101.0\n", "1101", ["1101"]),
        ("1101\n1101.0\n", "1.101E3", []),  # two rows of one table never become one
    ],
)
def test_ids_that_a_program_took_for_numbers(examine: Examine, ids: str, cell: str, found: list[str]) -> None:
    dataset = examine(stakeholders=f"id\n{ids}", problems=WHAT.format(cell))
    assert [tie.source.partition(":")[2] for tie in dataset.ties] == found
    assert [fault.id for fault in dataset.warnings if fault.id == "F302"] == ["F302"] * (
        bool(found) and cell != found[0]
    )


def test_an_id_whose_digits_excel_has_cut(examine: Examine) -> None:
    (fault,) = unmatched(examine(stakeholders="id\n3274071203850001\n", problems=WHAT.format("3.27407E+15")))
    assert "Excel has cut its digits" in str(fault.remedy)


def test_what_names_nobody_is_no_tie_and_no_fault(examine: Examine) -> None:
    for cell in ("NA", "-", "tidak ada", "#REF!", "=A1", "S1;-"):
        dataset = examine(stakeholders=WHO, problems=WHAT.format(cell))
        assert [tie.source for tie in dataset.ties] == ["stakeholder:S1"] * (cell == "S1;-")
        cause = "F413" if cell == "-" else "F301"  # a column of nothing but dashes is told as a whole
        assert [(fault.id, fault.level) for fault in dataset.faults] == [(cause, "warning")]
    named = examine(stakeholders="id,name\nn,NA\n", problems=WHAT.format("NA"), toml='[read]\nkeep = ["NA"]\n')
    assert (len(named.ties), named.faults) == (1, ())


def test_zero_is_nobody_among_names_and_a_node_like_any_other_among_numbers(examine: Examine) -> None:
    names = examine(stakeholders=WHO, partnerships="source,target\nS1,0\nS1,S2\n")
    assert [(fault.line, fault.id) for fault in names.faults] == [(2, "F301")]
    numbers = examine(stakeholders="id\n1\n2\n", partnerships="source,target\n1,0\n1,2\n")
    assert [(fault.line, fault.id) for fault in numbers.errors] == [(2, "F064")]


def test_a_name_that_several_carry_is_the_one_of_the_same_spelling(examine: Examine) -> None:
    people = "id,name\nS1,PKK Desa\nS2,pkk desa\n"
    assert [tie.source for tie in examine(stakeholders=people, problems=WHAT.format("pkk desa")).ties] == [
        "stakeholder:S2"
    ]
    dataset = examine(stakeholders=people, partnerships="source,target\nPKK DESA,S1\nS1,S2\n", problems="id\nP1\n")
    assert [(fault.line, fault.id) for fault in dataset.questions if fault.file == "partnerships.csv"] == [(2, "F066")]
    assert dataset.lost["partnerships.csv"] == (2,)
    assert not dataset.errors


def test_ids_whose_digits_excel_has_cut_are_told_where_they_are_written(examine: Examine) -> None:
    dataset = examine(stakeholders="id,name\n3.27407E+15,A\n1E5,B\n")
    assert [(fault.line, fault.column) for fault in dataset.warnings if fault.id == "F317"] == [(2, 1)]
