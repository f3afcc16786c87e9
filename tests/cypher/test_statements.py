"""The statements, as text: what they say, that names are quoted, and that both engines take them alike."""

from __future__ import annotations

import pytest

from sysmap.cypher import statements as module
from sysmap.cypher.lint import portability
from sysmap.cypher.statements import Statements, quote_name
from sysmap.schema import node_uid, tie_uid
from sysmap.vocabulary import VOCABULARY

STATEMENTS = Statements(VOCABULARY)
FIXED = [value for name, value in vars(module).items() if name.isupper() and isinstance(value, str)]


def every_statement() -> list[str]:
    by_label = [
        STATEMENTS.merge_nodes,
        STATEMENTS.remove_nodes,
        STATEMENTS.remaining_nodes,
        STATEMENTS.known_nodes,
        STATEMENTS.known_ties,
        STATEMENTS.nodes,
        STATEMENTS.ties,
        STATEMENTS.set_properties,
        STATEMENTS.remove_gaps_of,
        STATEMENTS.stamped_nodes,
        lambda label: STATEMENTS.tie_gaps("SYSMAP_ABOUT", label),
    ]
    by_ends = [STATEMENTS.merge_ties, STATEMENTS.remove_ties]
    return [
        *FIXED,
        *STATEMENTS.schema(),
        *(make(kind.label) for kind in VOCABULARY.nodes for make in by_label),
        *(make((tie.type, *ends)) for tie in VOCABULARY.ties for ends in tie.ends for make in by_ends),
    ]


def test_nodes_are_merged_by_uid():
    assert (
        STATEMENTS.merge_nodes("Problem") == "UNWIND $rows AS row MERGE (n:`Problem` {uid: row.uid}) SET n += row.props"
    )


def test_ties_are_merged_between_labelled_ends():
    assert STATEMENTS.merge_ties(("WORKS_ON", "Stakeholder", "Problem")) == (
        "UNWIND $rows AS row MATCH (a:`Stakeholder` {uid: row.source}) MATCH (b:`Problem` {uid: row.target}) "
        "MERGE (a)-[r:`WORKS_ON` {uid: row.uid}]->(b) SET r += row.props"
    )


def test_every_label_has_its_constraint():
    assert len(STATEMENTS.schema()) == len(VOCABULARY.nodes) + 3
    assert len(STATEMENTS.schema({"sysmap_problem_uid", "another"})) == len(VOCABULARY.nodes) + 2
    assert (
        STATEMENTS.schema()[0]
        == "CREATE CONSTRAINT `sysmap_stakeholder_uid` IF NOT EXISTS FOR (n:`Stakeholder`) REQUIRE n.uid IS UNIQUE"
    )


@pytest.mark.parametrize("text", every_statement())
def test_every_statement_means_the_same_on_both_engines(text):
    assert portability(text) == ()


def test_names_cannot_leave_their_quotes():
    name = "a` {x: 1}) DETACH DELETE n //"
    assert quote_name(name) == "`a`` {x: 1}) DETACH DELETE n //`"
    assert quote_name(name) in STATEMENTS.merge_ties((name, "Stakeholder", "Problem"))


@pytest.mark.parametrize("id", ["plain", "a:b/c>d|e#f@g%h", "", "x>problem:y"])
@pytest.mark.parametrize(("identity", "key"), [("", ""), ("MoU > 1#2@3", ""), ("", "k>#@")])
def test_the_ends_of_a_tie_are_read_from_its_uid(id, identity, key):
    source, target = node_uid("stakeholder", id), node_uid("problem", id)
    assert STATEMENTS.ends(tie_uid("WORKS_ON", source, target, identity, key)) == (
        source,
        target,
        "Stakeholder",
        "Problem",
    )
