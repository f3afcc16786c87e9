"""What an analysis says was asked, from the tables, through the database and back."""

from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

import pytest

from sysmap.analysis import Analysis
from sysmap.build import analyse_graph
from sysmap.graph import build_graph
from sysmap.stores import open_store
from sysmap.tables.folder import examine_folder
from sysmap.tables.templates import templates
from sysmap.vocabulary import VOCABULARY


def analysed(folder: Path, tables: Mapping[str, str], *, stored: bool = False) -> Analysis:
    """The analysis of tables by name; `stored`: as an embedded database gives the map back."""
    folder.mkdir(exist_ok=True)
    for name, text in tables.items():
        (folder / name).write_text(text, encoding="utf-8")
    dataset = examine_folder(folder, VOCABULARY)
    assert not dataset.errors
    if stored:
        with closing(open_store((folder / "graph").as_posix(), dataset.vocabulary)) as store:
            store.apply(store.plan(dataset))
            return analyse_graph(store.graph(dataset.config.name))
    about = {"map": dataset.config.name, "config": dataset.config.text, "files": dataset.files}
    return analyse_graph(build_graph(dataset.nodes, dataset.ties, **about))


PROBLEMS = {"problems.csv": "id,name\nP,Banjir\nQ,Air\n"}


@pytest.mark.parametrize("stored", [False, True])
def test_a_word_for_none_asks_for_its_ties_and_its_field(tmp_path: Path, stored: bool) -> None:
    tables = {"stakeholders.csv": "id,name,works_on,offers\nA,Dinas A,tidak ada,nihil\nB,Dinas B,,\n"}
    analysis = analysed(tmp_path / "m", {**PROBLEMS, **tables}, stored=stored)
    assert (analysis.asks("WORKS_ON"), analysis.asks("OWNS")) == (True, False)
    assert (analysis.said_ties("Stakeholder", "WORKS_ON"), analysis.said("Stakeholder", "offers")) == ((1, 2), (1, 2))
    assert analysis.says_none("stakeholder:A", "WORKS_ON")
    assert not analysis.says_none("stakeholder:B", "WORKS_ON")
    assert (analysis.asks_field("Stakeholder", "offers"), analysis.asks_field("Stakeholder", "needs")) == (True, False)


def test_a_column_that_is_blank_or_holds_dashes_only_is_not_asked(tmp_path: Path) -> None:
    blank = analysed(tmp_path / "m", {"problems.csv": "id,name,owners,severity\nP,Banjir,,\nQ,Air,-,\n"})
    assert not blank.asks("OWNS")
    assert not blank.asks_field("Problem", "severity")


@pytest.mark.parametrize("stored", [False, True])
def test_what_sysmap_toml_lists_is_asked(tmp_path: Path, stored: bool) -> None:
    toml = 'name = "m"\n[asked]\nties = ["kemitraan"]\ncolumns = ["Problem.keparahan"]\ntables = ["inovasi"]\n'
    analysis = analysed(tmp_path / "m", {**PROBLEMS, "sysmap.toml": toml}, stored=stored)
    assert analysis.asks("PARTNERS_WITH")
    assert analysis.asks_field("Problem", "severity")
    assert analysis.said("Problem", "severity") == (0, 2)
    assert analysis.files["innovations.csv"] == 0


def test_an_empty_table_is_asked_unless_nobody_has_touched_it(tmp_path: Path) -> None:
    untouched = templates(VOCABULARY, "id")["partnerships.csv"].decode("utf-8-sig")
    assert not analysed(tmp_path / "m", {**PROBLEMS, "partnerships.csv": untouched}).asks("PARTNERS_WITH")
    assert analysed(tmp_path / "m", {**PROBLEMS, "partnerships.csv": "source,target\n"}).asks("PARTNERS_WITH")


def test_what_is_taken_away_was_never_asked(tmp_path: Path) -> None:
    toml = '[asked]\nties = ["kemitraan"]\ncolumns = ["Problem.keparahan"]\ntables = ["inovasi"]\n'
    tables = {
        "stakeholders.csv": "id,name,works_on,offers\nA,Dinas A,tidak ada,none\n",
        "partnerships.csv": "source,target\n",
    }
    analysis = analysed(tmp_path / "m", {**PROBLEMS, **tables, "sysmap.toml": toml})
    less = analysis.without({"WORKS_ON", "PARTNERS_WITH", "severity", "Stakeholder.offers", "Innovation"})
    assert not less.asks("WORKS_ON")
    assert not less.asks("PARTNERS_WITH")
    assert not less.asks_field("Problem", "severity")
    assert not less.asks_field("Stakeholder", "offers")
    assert "innovations.csv" not in less.files
