from __future__ import annotations

import gc
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sysmap.errors import DataError
from sysmap.tables.finding import known_files
from sysmap.tables.folder import examine_folder, read_folder
from sysmap.tables.rows import Dataset
from sysmap.vocabulary import VOCABULARY

Examine = Callable[..., Dataset]


@pytest.mark.parametrize("make", [lambda path: path / "none", lambda path: path, lambda path: _file(path / "a.txt")])
def test_no_folder_or_nothing_in_it(make: Callable[[Path], Path], tmp_path: Path) -> None:
    with pytest.raises(DataError) as raised:
        read_folder(make(tmp_path), VOCABULARY)
    assert len(raised.value.faults) == 1
    assert raised.value.exit_code == 3


def _file(path: Path) -> Path:
    path.write_text("x", "utf-8")
    return path


def test_an_empty_folder_is_told_what_was_expected(tmp_path: Path) -> None:
    (tmp_path / "sysmap.toml").write_text("", "utf-8")
    assert "stakeholders.csv" in str(examine_folder(tmp_path, VOCABULARY).errors[0].remedy)


def test_a_file_with_a_header_only_is_empty_and_not_absent(examine: Examine) -> None:
    assert examine(stakeholders="id,name\n", partnerships="source,target\n").files == {
        "stakeholders.csv": 0,
        "partnerships.csv": 0,
    }


def test_all_faults_of_all_files_at_once_sorted(examine: Examine) -> None:
    dataset = examine(
        stakeholders="id,power\nS1,9\n",
        problems="id,severity\nP1,x\n",
        links="source,relation,target\nS1,works_on,P7\n",
        toml="nme=1\n",
    )
    assert [(fault.file, fault.line) for fault in dataset.errors] == [
        ("links.csv", 2),
        ("sysmap.toml", 1),
    ]
    assert [(fault.file, fault.line) for fault in dataset.warnings] == [("problems.csv", 2), ("stakeholders.csv", 2)]
    assert list(dataset.faults) == sorted(dataset.faults)


def test_strict_makes_warnings_errors(examine: Examine) -> None:
    files = {"stakeholders": "id,sector\nS1,ngo\n"}
    assert not examine(**files).errors
    assert len(examine(strict=True, **files).errors) == 1


def test_names_of_maps(examine: Examine, tmp_path: Path) -> None:
    assert examine(stakeholders="id\nS1\n").config.name == tmp_path.name
    assert examine(toml='name = "gk"\ntitle = "T"\n').config.name == "gk"
    told = examine_folder(tmp_path, VOCABULARY, map_name="told")
    assert (told.config.name, told.config.title) == ("told", "T")
    assert [fault.file for fault in examine_folder(tmp_path, VOCABULARY, map_name='a/"b"').errors] == ["--map"]
    flag = "\U0001f3f4\U000e0067\U000e007f"  # signs above U+FFFF that cannot be printed alone
    assert examine_folder(tmp_path, VOCABULARY, map_name=flag).config.name == flag


def test_files_in_any_case_and_files_that_are_none(tmp_path: Path) -> None:
    for name in ("Stakeholders.CSV", "stakehodlers 2.csv", "notes.txt"):
        (tmp_path / name).write_text("id\nS1\n", "utf-8")
    dataset = examine_folder(tmp_path, VOCABULARY)
    assert dataset.files == {"stakeholders.csv": 1}
    assert dataset.places == {"stakeholders.csv": "Stakeholders.CSV"}
    assert dataset.unread == ("notes.txt",)
    assert [(fault.file, str(fault.remedy)) for fault in dataset.faults] == [
        ("stakehodlers 2.csv", "did you mean stakeholders.csv?")
    ]


def test_a_second_file_of_one_name_is_told(tmp_path: Path) -> None:
    for name in ("stakeholders.csv", "STAKEHOLDERS.csv"):
        (tmp_path / name).write_text(f"id\n{name}\n", "utf-8")
    dataset = examine_folder(tmp_path, VOCABULARY)
    assert [node.props["id"] for node in dataset.nodes] == ["STAKEHOLDERS.csv"]
    assert [(fault.file, fault.id, fault.level) for fault in dataset.faults] == [
        ("stakeholders.csv", "F003", "warning")
    ]


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "problems.csv").mkdir()
    (tmp_path / "stakeholders.csv").write_text("id\nS1\n", "utf-8")
    dataset = examine_folder(tmp_path, VOCABULARY)
    assert [(fault.file, fault.line) for fault in dataset.errors] == [("problems.csv", 0)]
    assert len(dataset.nodes) == 1


def test_the_column_that_groups_are_told_by_is_looked_for(examine: Examine) -> None:
    people = "id,name,office\nS1,Bappeda,Wonosari\n"
    for known in ("office", "sector", "community"):
        assert not examine(stakeholders=people, toml=f'[analysis]\ngrouping = "{known}"\n').faults
    [found] = examine(stakeholders=people, toml='[analysis]\ngrouping = "offices"\n').warnings
    assert (str(found.problem), str(found.remedy)) == (
        "[analysis] grouping is 'offices', which no stakeholder has",
        "did you mean office or offers?",
    )


def test_the_focal_organisation_is_looked_for(examine: Examine) -> None:
    assert not examine(stakeholders="id,name\nS1,Bappeda\n", toml='focal = "bappeda"\n').faults
    assert ["Bapeda" in str(fault.problem) for fault in examine(toml='\nfocal = "Bapeda"\n').warnings] == [True]


def test_own_words_are_used_on_the_rows(examine: Examine) -> None:
    toml = '[ties.MENTORS]\nends = [["Stakeholder", "Stakeholder"]]\n[choices."Stakeholder.sector"]\nfaith = { id = "keagamaan" }\n'
    dataset = examine(
        stakeholders="id,sector\nS1,Keagamaan\nS2,\n", links="source,relation,target\nS1,mentors,S2\n", toml=toml
    )
    assert dataset.nodes[0].props["sector"] == "faith"
    assert [tie.type for tie in dataset.ties] == ["MENTORS"]
    assert dataset.vocabulary.tie("MENTORS")
    assert not dataset.faults


def test_the_order_of_rows_changes_nothing(examine: Examine) -> None:
    nodes = ["S1,a,media", "S2,b,ngo", "S3,c,", "S4,d,ngo"]
    ties = ["S1,S2,mou,x", "S2,S1,mou,y", "S3,S4,funding,x", "S1,S3,,z", "S1,S2,mou,x"]
    one = examine(
        stakeholders="\n".join(["id,name,sector", *nodes]), partnerships="\n".join(["source,target,kind,place", *ties])
    )
    two = examine(
        stakeholders="\n".join(["id,name,sector", *nodes[::-1]]),
        partnerships="\n".join(["source,target,kind,place", *ties[::-1]]),
    )
    assert (one.nodes, one.ties) == (two.nodes, two.ties)


def test_the_garbage_collector_is_on_again(examine: Examine) -> None:
    examine(stakeholders="id\nS1\n")
    assert gc.isenabled()


CELLS = st.sampled_from(
    [
        "S1",
        "S2",
        "P1",
        "",
        " ",
        '"',
        "S1;P1",
        "|",
        ";",
        "'=x",
        "\0",
        "\ufeff",
        "2024-01-31",
        "Jan-24",
        "-",
        "+",
        "works_on",
        "mou",
        "1E5",
        "é",
        "\u200b",
    ]
)
HEADERS = st.sampled_from(
    [
        "id",
        "name",
        "type",
        "kind",
        "source",
        "target",
        "relation",
        "polarity",
        "since",
        "until",
        "key",
        "owners",
        "x",
        "",
        "label",
        "uid",
        "weight",
        "stage",
        "innovation",
        "date",
        "target_kind",
    ]
)


@st.composite
def tables(draw: st.DrawFn) -> bytes:
    width = draw(st.integers(1, 6))
    rows = [
        draw(st.lists(HEADERS, min_size=width, max_size=width)),
        *draw(st.lists(st.lists(CELLS, max_size=width + 1), max_size=6)),
    ]
    text = draw(st.sampled_from(["\n", "\r\n", "\r"])).join(draw(st.sampled_from(",;\t|")).join(row) for row in rows)
    return draw(
        st.one_of(st.just(text.encode(draw(st.sampled_from(["utf-8", "utf-8-sig", "utf-16"])))), st.binary(max_size=60))
    )


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(st.sampled_from([*known_files(VOCABULARY), "sysmap.toml"]), tables(), max_size=5))
def test_no_file_makes_it_raise_and_every_fault_has_a_place_and_a_remedy(files: dict[str, bytes]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for name, data in files.items():
            (Path(folder) / name).write_bytes(data)
        dataset = examine_folder(Path(folder), VOCABULARY)
    assert all(fault.problem and fault.remedy and fault.line >= 0 and fault.column >= 0 for fault in dataset.faults)
    uids = {node.uid for node in dataset.nodes}
    assert len(uids) == len(dataset.nodes)
    assert all({tie.source, tie.target} <= uids for tie in dataset.ties)
    assert len({tie.uid for tie in dataset.ties}) == len(dataset.ties)
    assert all(value is not None for row in (*dataset.nodes, *dataset.ties) for value in row.props.values())
