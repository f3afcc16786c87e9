from __future__ import annotations

from collections.abc import Callable

import pytest

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
    assert [str(fault) for fault in dataset.errors] == [
        "problems.csv:2:3: no stakeholder has the id or the name 'Dinas Kesehatn' (did you mean Dinas Kesehatan?)",
        "problems.csv:2:3: no stakeholder has the id or the name 'Zzz' (correct it, or add it to stakeholders.csv)",
    ]
    assert [tie.source for tie in dataset.ties] == ["stakeholder:S1"]


def test_several_candidates_are_listed(examine: Examine) -> None:
    dataset = examine(stakeholders="id,name\nS1,Forum\nS2,forum\n", problems=WHAT.format("FORUM"))
    assert [str(fault.problem) for fault in dataset.errors] == ["'FORUM' may mean stakeholder S1 or stakeholder S2"]


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
    assert [str(fault.problem) for fault in vague.errors] == ["'P1' may mean problem P1 or stakeholder P1"]
    assert "target_kind" in str(vague.errors[0].remedy)
    wrong = examine(links="source,target,target_kind\nS1,P1,problm\n", **files)
    assert (wrong.errors[0].column, str(wrong.errors[0].remedy)) == (3, "did you mean problem?")


def test_a_reference_to_another_kind_is_explained(examine: Examine) -> None:
    dataset = examine(stakeholders=WHO, problems="id,name,owners\nP9,Stunting,P9\n")
    assert "known as public problem" in str(dataset.errors[0].problem)


def test_a_guarded_reference_is_found(examine: Examine) -> None:
    dataset = examine(stakeholders="id,name\n'=x,a\n", problems=WHAT.format("'=x"))
    assert [tie.source for tie in dataset.ties] == ["stakeholder:=x"]
