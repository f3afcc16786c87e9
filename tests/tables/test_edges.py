"""One table of ties as columns: what is read, what is said, and every fault at once."""

import errno
import os
import random

import pytest

from sysmap.errors import DataError
from sysmap.tables.edges import read_edges
from sysmap.tables.folder import read_folder
from sysmap.tables.read_settings import ReadSettings
from sysmap.vocabulary import VOCABULARY


def edges(folder, text):
    file = folder / "ties.csv"
    file.write_bytes(text.encode("utf-8") if isinstance(text, str) else text)
    return read_edges(file, VOCABULARY)


def pairs(found):
    return [(found.names[s], found.names[t]) for s, t in zip(found.source, found.target, strict=True)]


def test_ends_and_weights(tmp_path):
    found = edges(tmp_path, "source,target,weight\nB,A,2\nA, C ,\nC,B,0.5\n")
    assert found.names == ("A", "B", "C")
    assert pairs(found) == [("B", "A"), ("A", "C"), ("C", "B")]
    assert (found.weight, found.since, found.until, found.warnings) == ([2, None, 0.5], None, None, ())


def test_headers_in_indonesian_a_semicolon_and_a_decimal_comma(tmp_path):
    found = edges(tmp_path, "dari;ke;bobot;sejak\r\nDinas A;Desa B;1,5;2024\r\n".encode("utf-16"))
    assert pairs(found) == [("Dinas A", "Desa B")]
    assert (found.weight, found.since) == ([1.5], ["2024"])


def test_ids_stay_text(tmp_path):
    assert edges(tmp_path, "from,to\n007,07\n1E5,7\n").names == ("007", "07", "1E5", "7")


def test_what_is_not_read_is_said_once(tmp_path):
    (warning,) = edges(tmp_path, "from,to,form,note\nA,B,informs,x\nA,C,informs,y\n").warnings
    assert str(warning) == (
        "ties.csv:1: warning: not read: form and note (nothing to do: a measure of the network asks for source, target, weight, since and until)"
    )


def test_every_fault_with_its_place(tmp_path):
    with pytest.raises(DataError) as raised:
        edges(tmp_path, "source,target,weight,since,until\nA,,1,,\nA,B,-2,,\nA,B,many,,\n ,B,1,2025,2024\n")
    places = [(fault.line, fault.column, fault.level) for fault in raised.value.faults]
    assert places == [
        (2, 2, "warning"),
        (3, 3, "warning"),
        (4, 3, "warning"),
        (5, 1, "warning"),
        (5, 5, "error"),
    ]
    assert all(fault.remedy for fault in raised.value.faults)


@pytest.mark.parametrize(
    ("text", "said"),
    [("", "not even a header"), ("name,age\nA,3\n", "source or target"), (b"source,target\nA\0,B\n", "NUL byte")],
)
def test_what_is_no_table_of_ties(tmp_path, text, said):
    with pytest.raises(DataError) as raised:
        edges(tmp_path, text)
    assert said in str(raised.value.faults[0])


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(DataError) as raised:
        read_edges(tmp_path / "nowhere.csv", VOCABULARY)
    assert os.strerror(errno.ENOENT) in str(raised.value.faults[0])


def test_a_header_alone_is_a_network_of_nobody(tmp_path):
    assert edges(tmp_path, "source,target\n").names == ()


def held(found):
    """The ties of a table by pair: their weights, periods left aside."""
    ties = {}
    weights = found.weight or [None] * len(found.source)
    for pair, weight in zip(pairs(found), weights, strict=True):
        ties.setdefault(tuple(sorted(pair)), []).append(weight)
    return ties


def test_rows_of_one_pair_are_one_tie_with_the_largest_weight(tmp_path):
    found = edges(tmp_path, "source,target,weight\na,b,1\na,b,1\nb,a,2\nb,c,1\n")
    assert held(found) == {("a", "b"): [2], ("b", "c"): [1]}
    assert [str(fault.problem) for fault in found.warnings] == [
        "2 rows repeat ties (2 with another weight); a tie counts once, with its largest weight: lines 3 and 4"
    ]


def test_on_request_weights_add_up_and_a_row_without_one_counts_one(tmp_path):
    (tmp_path / "ties.csv").write_text("source,target,weight\na,b,\na,b,2\nb,a,0.5\nb,c,\n")
    found = read_edges(tmp_path / "ties.csv", VOCABULARY, read=ReadSettings(repeat="sum"))
    assert held(found) == {("a", "b"): [3.5], ("b", "c"): [None]}
    assert not found.warnings


def test_kinds_and_keys_keep_ties_apart(tmp_path):
    found = edges(tmp_path, "source,target,kind,weight\na,b,MoU,1\nb,a,hibah,2\na,b,mou,4\n")
    assert held(found) == {("a", "b"): [4, 2]} or held(found) == {("a", "b"): [2, 4]}


def test_a_tie_to_oneself_one_to_nobody_and_one_without_weight_are_no_ties(tmp_path):
    found = edges(tmp_path, "source,target,weight\na,a,1\na,NA,1\nb,,1\n-,c,1\nd,e,0\ne,f,-2\na,f,3\n")
    assert found.names == ("a", "b", "c", "d", "e", "f")
    assert held(found) == {("a", "f"): [3]}
    assert [(fault.line, fault.column, fault.id, fault.level) for fault in found.warnings] == [
        (2, 2, "F092", "warning"),
        (3, 2, "F301", "warning"),
        (4, 2, "F072", "warning"),
        (5, 1, "F301", "warning"),
        (6, 3, "F310", "warning"),
        (7, 3, "F311", "warning"),
    ]
    assert found.lost == (2, 3, 4, 5, 6, 7)


def test_spellings_of_a_name_are_the_most_usual_one(tmp_path):
    found = edges(tmp_path, "source,target\nBappeda ,Dinkes\n Bappeda,UGM\nbappeda,BPBD\nBAPPEDA,PMI\n")
    assert found.names == ("BPBD", "Bappeda", "Dinkes", "PMI", "UGM")
    assert [str(fault.problem) for fault in found.warnings] == [
        "'bappeda' was taken for 'Bappeda'; they count as one",
        "'BAPPEDA' was taken for 'Bappeda'; they count as one",
    ]


def test_a_list_with_commas_is_several_ties_where_others_name_its_parts(tmp_path):
    found = edges(tmp_path, 'source,target\nA,"B, C, D"\nC,"A, D"\nE,"PT Maju, Tbk"\n')
    assert sorted(held(found)) == [("A", "B"), ("A", "C"), ("A", "D"), ("C", "D"), ("E", "PT Maju, Tbk")]
    assert "'B'" in str(found.warnings[0].problem)


@pytest.mark.parametrize(
    ("rows", "names"),
    [
        ("NA,ID\nID,TL\nnull,ID\n", ("ID", "NA", "TL")),  # Namibia, Indonesia, Timor-Leste
        ("NA,Dinkes\nID,TL\n", ("Dinkes", "ID", "TL")),
        ("NA,ID\nID,ID\n", ("ID",)),
        ("1101,1101.0\n1101,7\n", ("1101", "7")),
        ("1101,1101.0\n1101.0,7\n", ("1101", "1101.0", "7")),  # both in one column
    ],
)
def test_namibia_and_numbers(tmp_path, rows, names):
    assert edges(tmp_path, f"source,target\n{rows}").names == names


def test_things_of_two_kinds_are_told(tmp_path):
    found = edges(tmp_path, "source,target\nDinkes,Proyek A\nUGM,Proyek A\nUGM,Proyek B\nPMI,Proyek B\n")
    assert ["two-mode" in str(fault.problem) for fault in found.warnings] == [True]
    assert not edges(tmp_path, "source,target\na,b\nc,d\n").warnings


def as_map(folder):
    """The ties of partnerships.csv in a folder as a map, by the names of their ends."""
    dataset = read_folder(folder, VOCABULARY)
    name = {node.uid: node.props["name"] for node in dataset.nodes}
    ties = [
        (*sorted((name[tie.source], name[tie.target])), *(tie.props.get(key) for key in ("weight", "since", "until")))
        for tie in dataset.ties
    ]
    return sorted(name.values()), sorted(ties, key=str), dataset.lost["partnerships.csv"]


@pytest.mark.parametrize("repeat", ["", "sum", "max"])
def test_a_table_and_a_map_of_it_say_the_same_in_any_order_of_rows(tmp_path, repeat):
    dice = random.Random(len(repeat))
    names = ["A", "a", "B", " b", "C c", "c  C", "NA", "", "-", "D, A", "1101", "1101.0", "E"]
    settings = ReadSettings(repeat=repeat)
    (tmp_path / "sysmap.toml").write_text(f'[read]\nrepeat = "{repeat}"\n' if repeat else "")
    for _ in range(20):
        times = dice.choice([[""], ["", "2020", "2021-05"], ["2019", "2020", "2021"]])
        head = f"source,target,weight,kind,{dice.choice(['since', 'year'])}\n"
        rows = [
            f'"{dice.choice(names)}","{dice.choice(names)}",{dice.choice(["", 0, 1, 2.5, -1])},'
            f"{dice.choice(['', 'MoU'])},{dice.choice(times)}\n"
            for _ in range(dice.randrange(1, 12))
        ]
        said = []
        for _ in range(2):
            (tmp_path / "partnerships.csv").write_text(head + "".join(rows))
            found = read_edges(tmp_path / "partnerships.csv", VOCABULARY, read=settings)
            columns = [column or [None] * len(found.source) for column in (found.weight, found.since, found.until)]
            ties = [(*sorted(pair), *rest) for pair, *rest in zip(pairs(found), *columns, strict=True)]
            said.append((sorted(found.names), sorted(ties, key=str)))
            assert (*said[-1], found.lost) == as_map(tmp_path)
            told = {fault.line for fault in found.warnings}
            assert set(found.lost) <= told
            dice.shuffle(rows)
        assert said[0] == said[1]
