"""The two scripts for those who load without us: schema.cypher and load.cypher, made from the vocabulary."""

from __future__ import annotations

from collections.abc import Iterator

from sysmap.cypher.queries import parameters_of
from sysmap.cypher.statements import Statements, quote_name
from sysmap.schema import Field, NodeKind, Ref, TieKind, Vocabulary
from sysmap.tables.settings import Settings

__all__ = ["load_script", "schema_script"]

ENCODED = {"%": "%25", ":": "%3A", "/": "%2F", ">": "%3E", "|": "%7C", "#": "%23", "@": "%40"}
"""What a uid writes for characters that have a meaning in it; the percent sign has to be the first."""

SCHEMA_HEAD = """// The constraints of a sysmap database: each is the index that nodes are found by.
// Made from the vocabulary by scripts/docs; do not edit.
"""

LOAD_HEAD = """// Loads the CSV files of a dataset into Neo4j without sysmap. Made from the vocabulary by scripts/docs; do not edit.
//
// 1. Copy the files into Neo4j's import folder. Their columns are called as in docs/vocabulary.md, every node has an `id`,
//    lists are separated by |, references are ids, and a relation is the type of a tie.
// 2. Run schema.cypher once.
// 3. Set the map's name, in cypher-shell:  :param map => 'gunungkidul'
// 4. Run this script; take out the statements of files that you do not have.
// 5. The last statement writes on the map's node what the queries take where nothing else is given, such as which ties are
//    work on a problem; change it there. Give the node `as_of` if the map has a day of its own ('2026-09-30').
//
// A second run changes nothing. It removes nothing either, and checks nothing: `sysmap load` does both, and adopts what
// was loaded by this script.
"""


def schema_script(vocabulary: Vocabulary) -> str:
    """The text of schema.cypher.

    >>> from sysmap.vocabulary import VOCABULARY
    >>> print(schema_script(VOCABULARY).splitlines()[3])
    CREATE CONSTRAINT `sysmap_stakeholder_uid` IF NOT EXISTS FOR (n:`Stakeholder`) REQUIRE n.uid IS UNIQUE;
    """
    return SCHEMA_HEAD + "\n" + "".join(f"{statement};\n" for statement in Statements(vocabulary).schema())


def load_script(vocabulary: Vocabulary) -> str:
    """The text of load.cypher: it writes the uids that we write, and no `sm_hash`."""
    return LOAD_HEAD + "".join(f"\n{statement};\n" for statement in _statements(vocabulary))


def _statements(vocabulary: Vocabulary) -> Iterator[str]:
    for kind in vocabulary.nodes:
        yield _nodes(vocabulary, kind)
    for kind in vocabulary.nodes:
        for ref in (ref for ref in kind.refs if not ref.proven):
            yield from _references(vocabulary, kind, ref)
    for tie in vocabulary.ties:
        if tie.file:
            yield from (_ties(vocabulary, tie, ends, tie.file, []) for ends in tie.ends)
        chosen = [f"toUpper(row.relation) = '{tie.type}'"]
        yield from (_ties(vocabulary, tie, ends, "links.csv", chosen) for ends in tie.ends)
    yield _about(vocabulary)


def _nodes(vocabulary: Vocabulary, kind: NodeKind) -> str:
    columns = [field for field in vocabulary.node_columns(kind.label) if field.name not in ("id", "name")]
    props = ["map: $map", "id: row.id", "name: coalesce(row.name, row.id)", *map(_assigned, columns)]
    return (
        f"{_rows(kind.file, ['row.id IS NOT NULL'])}\n"
        f"MERGE (n:{quote_name(kind.label)} {{uid: {_uid(kind.name, 'row.id')}}})\n"
        f"SET n += {{{', '.join(props)}}}"
    )


def _references(vocabulary: Vocabulary, kind: NodeKind, ref: Ref) -> Iterator[str]:
    tie = vocabulary.tie(ref.tie)
    for source, target in tie.ends:
        mine, other = (source, target) if ref.outgoing else (target, source)
        if mine != kind.label:
            continue
        start, end = ("mine", "other") if ref.outgoing else ("other", "mine")
        yield (
            f"{_rows(kind.file, [f'row.{ref.column} IS NOT NULL'])}\n"
            f"UNWIND {_list(ref.column)} AS reference\n"
            f"MATCH (mine:{quote_name(mine)} {{uid: {_uid(kind.name, 'row.id')}}})\n"
            f"MATCH (other:{quote_name(other)} {{uid: {_uid(vocabulary.node(other).name, 'reference')}}})\n"
            + _merged(tie, start, end, "''", [])
        )


def _ties(vocabulary: Vocabulary, tie: TieKind, ends: tuple[str, str], file: str, chosen: list[str]) -> str:
    source, target = (vocabulary.node(label) for label in ends)
    kinds = [
        f"coalesce(row.{column}, '{kind.name}') = '{kind.name}'"
        for column, kind in (("source_kind", source), ("target_kind", target))
    ]
    identity = "coalesce(" + ", ".join(["'@' + " + _encoded("row.key"), *_identity(tie), "''"]) + ")"
    props = [*map(_assigned, vocabulary.tie_columns(tie.type))]
    return (
        f"{_rows(file, [*chosen, *kinds])}\n"
        f"MATCH (source:{quote_name(source.label)} {{uid: {_uid(source.name, 'row.source')}}})\n"
        f"MATCH (target:{quote_name(target.label)} {{uid: {_uid(target.name, 'row.target')}}})\n"
        + _merged(tie, "source", "target", identity, props)
    )


def _merged(tie: TieKind, start: str, end: str, identity: str, props: list[str]) -> str:
    """The tie between two matched nodes; an undirected one begins at the lower uid."""
    ordered = (
        ""
        if tie.directed
        else (
            f"WITH row, {identity} AS identity, CASE WHEN {start}.uid < {end}.uid THEN [{start}, {end}] ELSE [{end}, {start}] END AS ends\n"
            "WITH row, identity, ends[0] AS source, ends[1] AS target\n"
        )
    )
    start, end, identity = (start, end, identity) if tie.directed else ("source", "target", "identity")
    place = f"substring({start}.uid, size($map) + 1) + '>' + substring({end}.uid, size($map) + 1)"
    merge = f"MERGE ({start})-[r:{quote_name(tie.type)} {{uid: $map + '/{tie.type}:' + {place} + {identity}}}]->({end})"
    return ordered + merge + (f"\nSET r += {{{', '.join(props)}}}" if props else "")


def _identity(tie: TieKind) -> list[str]:
    """The part of the uid that the tie's identity fields make.

    Several stand between bars, from the last that the row has back to the first; bars within a value are escaped.
    """
    if not tie.identity:
        return []
    if len(tie.identity) == 1:
        return ["'#' + " + _encoded(f"row.{quote_name(tie.identity[0])}")]
    values = ", ".join(f"row.{quote_name(name)}" for name in tie.identity)
    place = r"'|' + replace(replace(coalesce(value, ''), '\\', '\\\\'), '|', '\\|') + text"
    empty = "value IS NULL AND text = ''"
    joined = f"reduce(text = '', value IN reverse([{values}]) | CASE WHEN {empty} THEN '' ELSE {place} END)"
    return [f"'#' + nullIf({_encoded(f'substring({joined}, 1)')}, '')"]


def _rows(file: str, conditions: list[str]) -> str:
    return f"LOAD CSV WITH HEADERS FROM 'file:///{file}' AS row\nWITH row WHERE {' AND '.join(conditions)}"


def _uid(kind: str, expression: str) -> str:
    return f"$map + '/{kind}:' + {_encoded(expression)}"


def _encoded(expression: str) -> str:
    for character, code in ENCODED.items():
        expression = f"replace({expression}, '{character}', '{code}')"
    return expression


def _list(column: str) -> str:
    return f"[item IN split(replace(row.{quote_name(column)}, ';', '|'), '|') | trim(item)]"


def _assigned(field: Field) -> str:
    """A property and its value out of the row; null, and so absent, where the row has none."""
    name = quote_name(field.name)
    if field.many:
        return f"{name}: {_list(field.name)}"
    convert = {"integer": "toInteger", "number": "toFloat", "boolean": "toBoolean"}.get(field.type)
    return f"{name}: {convert}(row.{name})" if convert else f"{name}: row.{name}"


def _about(vocabulary: Vocabulary) -> str:
    """What a reader is told of the map: which files it came from, by what is there, and what the queries take."""
    counted = [(kind.file, f"MATCH (n:{quote_name(kind.label)}) WHERE n.map = $map") for kind in vocabulary.nodes]
    counted += [
        (tie.file, f"MATCH (a:{quote_name(tie.sources[0])})-[:{quote_name(tie.type)}]->() WHERE a.map = $map")
        for tie in vocabulary.ties
        if tie.file
    ]
    parts = ",\n      ".join(f"{{file: '{file}', rows: COUNT {{ {pattern} }}}}" for file, pattern in counted)
    settings = ", ".join(f"m.{name} = {value!r}" for name, value in parameters_of(Settings()).items())
    return (
        f"WITH [part IN [\n      {parts}] WHERE part.rows > 0] AS parts\n"
        "MERGE (m:`SysmapMap` {uid: $map})\n"
        "SET m.map = $map, m.files = '{' + substring(reduce(text = '', part IN parts | "
        "text + ', \"' + part.file + '\": ' + toString(part.rows)), 2) + '}',\n"
        f"    {settings}"
    )
