"""From a foreign file and the meaning of its words to our rows, with every number that a reader must be told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from sysmap.exchange.foreign import Cell, Connection, Element, Foreign
from sysmap.exchange.meaning import Joins, Meaning, Reading, TieMeaning
from sysmap.messages import Message, Text, plural
from sysmap.schema import Field, TieKind, Vocabulary, node_uid, tie_uid
from sysmap.tables.cells import choose_parser
from sysmap.tables.rows import NodeRow, TieRow, Value
from sysmap.tables.text import list_some, plain_header, show_cell

__all__ = ["Translation", "translate"]

NO_END = plural(
    "{n} connection ends at an element that is not in the file, and was left out: {which}",
    "{n} connections end at an element that is not in the file, and were left out: {which}",
)
NO_TIE = plural(
    "{n} connection was left out, because no tie joins a {source} and a {target}: {which}",
    "{n} connections were left out, because no tie joins a {source} and a {target}: {which}",
)
NO_NAME = plural(
    "{n} element has no name, and is called by its id: {which}",
    "{n} elements have no name, and are called by their ids: {which}",
)
SAME_NAME = plural(
    "{n} name is borne by several elements, which stay apart: {which}",
    "{n} names are borne by several elements, which stay apart: {which}",
)
SIGN_WITHOUT_ARROW = plural(
    "{n} connection has a sign and no direction; it was taken as drawn: {which}",
    "{n} connections have a sign and no direction; they were taken as drawn: {which}",
)
GUESSED_SIGN = plural("{n} sign is guessed from {what}: {which}", "{n} signs are guessed from {what}: {which}")
GUESSED_FROM: Mapping[str, Text] = {"color": Message("the colour")}
ASIDE = Message("the column {column} does not hold what our {field} holds, and is kept as {name}")


@dataclass
class Translation:
    """Rows of a map, the places of its nodes by uid, and what must be told of how it was made.

    `kinds` counts the elements of each label, `types` the connections of each type. `words`: the file's word for a
    connection -> the types of tie that its connections became.
    """

    nodes: list[NodeRow] = field(default_factory=list)
    ties: dict[str, TieRow] = field(default_factory=dict)
    places: dict[str, tuple[float, float]] = field(default_factory=dict)
    told: list[Text] = field(default_factory=list)
    uids: dict[str, str] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)
    tie_fields: tuple[Field, ...] = ()
    words: dict[str, set[str]] = field(default_factory=dict)

    @property
    def kinds(self) -> Mapping[str, int]:
        """Label -> how many elements became such nodes."""
        return Counter(node.label for node in self.nodes)

    @property
    def types(self) -> Mapping[str, int]:
        """Type -> how many connections became such ties."""
        return Counter(tie.type for tie in self.ties.values())


def translate(foreign: Foreign, types: Reading, relations: Mapping[str, str], vocabulary: Vocabulary) -> Translation:
    """The rows of a foreign file. `relations`: the file's word for a connection -> the type of tie that it becomes."""
    made = Translation(told=list(foreign.lost), tie_fields=vocabulary.tie_fields)
    _add_nodes(made, foreign.elements, types, vocabulary)
    _add_ties(made, foreign, relations, vocabulary)
    return made


def _add_nodes(made: Translation, elements: Iterable[Element], types: Reading, vocabulary: Vocabulary) -> None:
    by_label: dict[str, list[tuple[Element, Meaning]]] = {}
    for element in elements:
        by_label.setdefault(types[element.type].label, []).append((element, types[element.type]))
    for label, rows in by_label.items():
        kind = vocabulary.node(label)
        columns = _Columns([element.columns for element, _ in rows], vocabulary.node_columns(label))
        for element, meaning in rows:
            props: dict[str, Value] = {"id": element.id, "name": element.name.strip() or element.id}
            props |= meaning.values
            props |= columns.read(element.columns)
            if element.type and meaning.reason is not None:
                props.setdefault("type (file)", element.type)
            uid = node_uid(kind.name, element.id)
            made.nodes.append(NodeRow(label, uid, props))
            made.uids[element.id], made.labels[element.id] = uid, label
            if element.place is not None:
                made.places[uid] = element.place
        made.told += columns.told
    nameless = [element.id for element in _made_elements(by_label) if not element.name.strip()]
    twins = [
        name for name, n in Counter(one.name.strip() for one in _made_elements(by_label)).items() if name and n > 1
    ]
    made.told += [*_tell(NO_NAME, nameless), *_tell(SAME_NAME, twins)]


def _made_elements(by_label: Mapping[str, list[tuple[Element, Meaning]]]) -> list[Element]:
    """All elements, by kind."""
    return [element for rows in by_label.values() for element, _ in rows]


class _Columns:
    """Which of the file's columns are fields of ours: those whose name is a field's and all of whose cells it takes."""

    def __init__(self, rows: list[Mapping[str, Cell]], fields: tuple[Field, ...]) -> None:
        self.told: list[Text] = []
        self.names: dict[str, tuple[str, Field | None]] = {}
        taken: set[str] = {"id", "name"}
        for column in dict.fromkeys(name for row in rows for name in row):
            known = next((one for one in fields if plain_header(column) in one.spellings), None)
            cells = [row[column] for row in rows if column in row]
            if known is not None and known.name not in taken and all(_fits(known, cell) for cell in cells):
                self.names[column] = known.name, known
                taken.add(known.name)
            else:
                name = f"{column} (file)" if known is not None else column
                self.names[column] = name, None
                if known is not None:
                    self.told.append(ASIDE.filled(column=column, field=known.label, name=name))

    def read(self, row: Mapping[str, Cell]) -> Iterator[tuple[str, Value]]:
        """The properties of one row."""
        for column, cell in row.items():
            name, known = self.names[column]
            yield name, cell if known is None else _value(known, cell)


def _fits(field: Field, cell: Cell) -> bool:
    if isinstance(cell, list):
        return field.many
    read = choose_parser(field)(str(cell))
    return read.value is not None and read.cause is None


def _value(field: Field, cell: Cell) -> Value:
    if isinstance(cell, list):
        return cell
    value = choose_parser(field)(str(cell)).value
    return str(cell) if value is None else value


def _add_ties(made: Translation, foreign: Foreign, relations: Mapping[str, str], vocabulary: Vocabulary) -> None:
    names = {element.id: element.name.strip() or element.id for element in foreign.elements}
    joins = Joins(vocabulary, relations)
    missing: list[str] = []
    unjoined: dict[tuple[str, str], list[str]] = {}
    for one in foreign.connections:
        if one.source not in made.uids or one.target not in made.uids:
            missing.append(_which(one, names))
            continue
        labels = made.labels[one.source], made.labels[one.target]
        meaning = joins.join(one, *labels)
        if meaning is None:
            unjoined.setdefault(labels, []).append(_which(one, names))
        else:
            made.words.setdefault(one.type, set()).add(meaning.kind.type)
            _add_tie(made, one, meaning)
    made.told += _tell(NO_END, missing)
    for (source, target), which in unjoined.items():
        words = {"source": vocabulary.node(source).title, "target": vocabulary.node(target).title}
        made.told += _tell(NO_TIE, which, **words)
    unsure = [_which(one, names) for one in foreign.connections if one.sign and one.direction == "undirected"]
    made.told += _tell(SIGN_WITHOUT_ARROW, unsure)
    for what in dict.fromkeys(one.guess for one in foreign.connections if one.guess):
        guessed = [_which(one, names) for one in foreign.connections if one.guess == what]
        made.told += _tell(GUESSED_SIGN, guessed, what=GUESSED_FROM.get(what, what))


def _which(one: Connection, names: Mapping[str, str]) -> str:
    """A connection by the names of its ends."""
    return f"{names.get(one.source, one.source)} → {names.get(one.target, one.target)}"


def _add_tie(made: Translation, one: Connection, meaning: TieMeaning) -> None:
    """Add the tie, or both ties of a two-way arrow; what joins the same two again is told apart by its id."""
    kind = meaning.kind
    ends = [made.uids[one.source], made.uids[one.target]]
    if meaning.turned:
        ends.reverse()
    if not kind.directed:
        ends.sort()
    ways = [ends, ends[::-1]] if one.direction == "mutual" and kind.directed and _may_turn(made, kind, one) else [ends]
    columns = _Columns([one.columns], (*kind.fields, *made.tie_fields))
    for source, target in ways:
        props: dict[str, Value] = {**dict(columns.read(one.columns)), **meaning.values}
        key = str(props.get(kind.identity[0], "")) if kind.identity else ""
        uid = tie_uid(kind.type, source, target, key)
        if uid in made.ties:
            uid = tie_uid(kind.type, source, target, key=one.id or str(len(made.ties)))
        made.ties[uid] = TieRow(kind.type, uid, source, target, props)


def _may_turn(made: Translation, kind: TieKind, one: Connection) -> bool:
    """Whether the kind of tie can also lead from the connection's target to its source."""
    return (made.labels[one.target], made.labels[one.source]) in kind.ends and one.source != one.target


def _tell(text: Message, which: list[str], **values: object) -> list[Text]:
    """A sentence with the number of things and the first of them; nothing where there is none."""
    if not which:
        return []
    return [text.counted(len(which)).filled(which=list_some(map(show_cell, which), 5), **values)]
