"""One table of ties as columns: what is read, what is said, and every fault at once."""

import errno
import os

import pytest

from sysmap.errors import DataError
from sysmap.tables.edges import read_edges
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
    assert edges(tmp_path, "from,to\n007,NA\n1E5,7\n").names == ("007", "1E5", "7", "NA")


def test_what_is_not_read_is_said_once(tmp_path):
    (warning,) = edges(tmp_path, "from,to,kind,note\nA,B,MoU,x\nA,C,MoU,y\n").warnings
    assert str(warning) == (
        "ties.csv:1: warning: not read: kind and note (nothing to do: a measure of the network asks for source, target, weight, since and until)"
    )


def test_every_fault_with_its_place(tmp_path):
    with pytest.raises(DataError) as raised:
        edges(tmp_path, "source,target,weight,since,until\nA,,1,,\nA,B,-2,,\nA,B,many,,\n ,B,1,2025,2024\n")
    places = [(fault.line, fault.column) for fault in raised.value.faults]
    assert places == [(2, 2), (3, 3), (4, 3), (5, 1), (5, 5)]
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
