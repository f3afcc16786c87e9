from __future__ import annotations

from collections.abc import Callable

import pytest

from sysmap.tables.rows import Dataset

Examine = Callable[..., Dataset]
NODES = {
    "stakeholders": "id\nS1\nS2\n",
    "problems": "id\nP1\nP2\n",
    "innovations": "id\nI1\n",
    "factors": "id\nF1\nF2\n",
    "goals": "id\nG1\n",
}


def links(examine: Examine, rows: str, header: str = "source,relation,target") -> Dataset:
    return examine(links=f"{header}\n{rows}\n", **NODES)


@pytest.mark.parametrize(
    ("row", "uid"),
    [
        ("S1,works_on,P1", "WORKS_ON:stakeholder:S1>problem:P1"),
        ("S1,Menangani,P1", "WORKS_ON:stakeholder:S1>problem:P1"),
        ("S1,WORKS ON,P1", "WORKS_ON:stakeholder:S1>problem:P1"),
        ("S2,partners_with,S1", "PARTNERS_WITH:stakeholder:S1>stakeholder:S2"),
        ("S1,supports,G1", "SUPPORTS:stakeholder:S1>goal:G1"),
        ("I1,mengatasi,P1", "ADDRESSES:innovation:I1>problem:P1"),
        ("S1,,P1", "WORKS_ON:stakeholder:S1>problem:P1"),
    ],
)
def test_known_relations_in_both_languages(examine: Examine, row: str, uid: str) -> None:
    dataset = links(examine, row)
    assert [tie.uid for tie in dataset.ties] == [uid]
    assert not dataset.faults


@pytest.mark.parametrize(
    ("row", "type", "props"),
    [
        ("S1,humanitarian aid; logistics,P1", "WORKS_ON", {"role": "humanitarian aid; logistics"}),
        ("S1,pelaksana,P1", "WORKS_ON", {"role": "implementer"}),
        ("S1,tester,I1", "TAKES_PART_IN", {"role": "tester"}),
        ("S1,gossip,S2", "RELATES_TO", {"kind": "gossip"}),
        ("S1,melaporkan,S2", "RELATES_TO", {"kind": "melaporkan"}),
    ],
)
def test_unknown_relations_by_their_ends(examine: Examine, row: str, type: str, props: dict[str, str]) -> None:
    dataset = links(examine, row)
    assert [(tie.type, dict(tie.props)) for tie in dataset.ties] == [(type, props)]
    assert [(fault.line, fault.level) for fault in dataset.faults] == [(2, "warning")]


def test_unknown_relations_are_said_once_for_a_file(examine: Examine) -> None:
    dataset = links(examine, "S1,a,P1\nS1,b,P2\nS2,c,P1\nS2,d,P2\nS1,e,S2")
    assert [fault.line for fault in dataset.warnings] == [2]
    assert str(dataset.warnings[0].problem) == (
        "not a known relation: 'e' (taken as RELATES_TO with the text as kind) and "
        "'a', 'b', 'c' and 'd' (taken as WORKS_ON with the text as role)"
    )


def test_ends_that_a_relation_cannot_join(examine: Examine) -> None:
    dataset = links(examine, "P1,works_on,P2\nF1,zzz,I1\nS1,works_on,\nG1,,F1")
    assert [(fault.line, fault.level) for fault in dataset.faults] == [
        (2, "error"),
        (3, "error"),
        (4, "warning"),
        (5, "error"),
    ]
    assert "INFLUENCES" in str(dataset.errors[1].remedy)
    assert dataset.ties == ()


@pytest.mark.parametrize("header", ["source,polarity,target", "dari,+/-,ke", "From,sign,To"])
def test_polarity_and_no_relation_is_influence(examine: Examine, header: str) -> None:
    dataset = links(examine, "F1,+,F2\nP1,berlawanan arah,F1\nF2,,P1", header)
    assert [(tie.uid, dict(tie.props)) for tie in dataset.ties] == [
        ("INFLUENCES:factor:F1>factor:F2", {"polarity": "+"}),
        ("INFLUENCES:factor:F2>problem:P1", {}),
        ("INFLUENCES:problem:P1>factor:F1", {"polarity": "-"}),
    ]
    assert not dataset.faults


@pytest.mark.parametrize(
    "header", ["source,kind,target", "source,type,target", "source,Jenis,target", "source,hubungan,target"]
)
def test_what_else_a_relation_column_may_be_called(examine: Examine, header: str) -> None:
    assert [tie.type for tie in links(examine, "S1,works_on,P1", header).ties] == ["WORKS_ON"]


def test_kind_beside_relation_is_the_kind(examine: Examine) -> None:
    dataset = links(examine, "S1,partners_with,S2,mou\nS1,relates_to,S2,advice", "source,relation,target,kind")
    assert [tie.uid for tie in dataset.ties] == [
        "PARTNERS_WITH:stakeholder:S1>stakeholder:S2#MoU",
        "RELATES_TO:stakeholder:S1>stakeholder:S2#advice",
    ]


@pytest.mark.parametrize(
    ("file", "header", "cell", "expected"),
    [
        ("partnerships", "Source,Target,Type", "Undirected", (1, "")),
        ("partnerships", "Source,Target,Type", "Directed", (1, "F081")),
        ("partnerships", "Source,Target,Direction", "mutual", (1, "")),
        ("links", "From,To,Arah", "satu arah", (1, "")),
        ("links", "From,To,Arah", "timbal balik", (2, "")),
        ("links", "From,To,Type", "Undirected", (1, "")),
    ],
)
def test_directions_are_used_or_told(
    examine: Examine, file: str, header: str, cell: str, expected: tuple[int, str]
) -> None:
    ties, told = expected
    dataset = examine(**{file: f"{header}\nS1,S2,{cell}\n"}, **NODES)
    assert [dict(tie.props) for tie in dataset.ties] == [{}] * ties
    assert [fault.id for fault in dataset.warnings] == [told] * bool(told)
    said = f"directions from '{header.rpartition(',')[2]}'"
    assert (said in map(str, dataset.understood[f"{file}.csv"])) == (not told)


def test_a_tie_of_one_direction_cannot_go_both_ways(examine: Examine) -> None:
    links = "From,Relation,To,Direction\nS1,works_on,P1,mutual\nS1,relates_to,S2,mutual\n"
    dataset = examine(links=links, **NODES)
    assert sorted(tie.uid for tie in dataset.ties) == [
        "RELATES_TO:stakeholder:S1>stakeholder:S2",
        "RELATES_TO:stakeholder:S2>stakeholder:S1",
        "WORKS_ON:stakeholder:S1>problem:P1",
    ]
    assert [fault.id for fault in dataset.warnings] == ["F232"]


def test_a_sign_is_never_a_role(examine: Examine) -> None:
    dataset = links(examine, "S1,+,P1")
    assert [(tie.type, dict(tie.props)) for tie in dataset.ties] == [("WORKS_ON", {})]
    assert [fault.id for fault in dataset.warnings] == ["F233"]


def test_a_column_in_the_file_of_one_tie_may_name_several(examine: Examine) -> None:
    rows = "From,To,Type\nS1,S2,Partnership\nS1,P1,works on\n"
    dataset = examine(partnerships=rows, **NODES)
    assert sorted(tie.type for tie in dataset.ties) == ["PARTNERS_WITH", "WORKS_ON"]
    named = examine(partnerships=":START_ID(Stakeholder),:END_ID(Stakeholder),:TYPE\nS1,S2,PARTNERS_WITH\n", **NODES)
    assert [(tie.type, dict(tie.props)) for tie in named.ties] == [("PARTNERS_WITH", {})]


@pytest.mark.parametrize(
    "header", ["source,target,type", "source,target,jenis", "source,target,relation", "source,target,bentuk kemitraan"]
)
def test_kind_of_a_partnership(examine: Examine, header: str) -> None:
    dataset = examine(partnerships=f"{header}\nS1,S2,hibah\n", **NODES)
    assert [dict(tie.props) for tie in dataset.ties] == [{"kind": "funding"}]


def test_several_targets_in_a_cell(examine: Examine) -> None:
    assert len(links(examine, "S1;S2,works_on,P1|P2").ties) == 4


def test_a_column_of_other_ties_is_kept_and_said(examine: Examine) -> None:
    dataset = links(examine, "S1,works_on,P1,+\nF1,influences,F2,+", "source,relation,target,polarity")
    assert [dict(tie.props) for tie in dataset.ties] == [{"polarity": "+"}, {"polarity": "+"}]
    assert [str(fault.problem) for fault in dataset.warnings] == ["WORKS_ON has no 'polarity'; it was kept as written"]


def test_a_file_that_does_not_say_what_it_joins(examine: Examine) -> None:
    dataset = examine(links="a,what is it?\nS1,12\n", **NODES)
    assert [(fault.file, fault.line) for fault in dataset.errors] == [("links.csv", 1)]


def test_links_alone_name_factors(examine: Examine) -> None:
    dataset = examine(links="source,target,polarity\njob loss,frustration,+\nfrustration,Job Loss,-\n")
    assert [(node.uid, node.props["name"]) for node in dataset.nodes] == [
        ("factor:frustration", "frustration"),
        ("factor:job-loss", "Job Loss"),
    ]
    assert len(dataset.ties) == 2
    assert [(fault.line, fault.level) for fault in dataset.faults] == [(0, "warning"), (2, "warning")]
    assert str(dataset.faults[1].problem) == "'job loss' was taken for 'Job Loss'; they count as one"


def test_partnerships_alone_name_stakeholders(examine: Examine) -> None:
    dataset = examine(partnerships="from,to\nMedici,Albizzi\n")
    assert [node.uid for node in dataset.nodes] == ["stakeholder:albizzi", "stakeholder:medici"]


def test_links_alone_follow_their_relation_and_kinds(examine: Examine) -> None:
    dataset = examine(links="source,relation,target,target_kind\nA,works_on,B,\nA,leads,C,innovation\nA,advises,D,\n")
    assert [node.uid for node in dataset.nodes] == ["innovation:c", "problem:b", "stakeholder:a", "stakeholder:d"]
    assert [tie.type for tie in dataset.ties] == ["LEADS", "RELATES_TO", "WORKS_ON"]


TWO_KINDS = "source,target\nDinkes,Proyek A\nUGM,Proyek A\nUGM,Proyek B\nPMI,Proyek B\n"


@pytest.mark.parametrize("file", ["links", "ties", "edges"])
def test_ends_of_two_kinds_are_stakeholders_and_what_they_work_on(examine: Examine, file: str) -> None:
    dataset = examine(**{file: TWO_KINDS})
    assert {tie.type for tie in dataset.ties} == {"WORKS_ON"}
    assert [node.label for node in dataset.nodes] == ["Problem"] * 2 + ["Stakeholder"] * 3
    assert [fault.id for fault in dataset.warnings if fault.id == "F309"] == ["F309"]


def test_a_file_that_is_called_partnerships_holds_partnerships(examine: Examine) -> None:
    assert {tie.type for tie in examine(partnerships=TWO_KINDS).ties} == {"PARTNERS_WITH"}
