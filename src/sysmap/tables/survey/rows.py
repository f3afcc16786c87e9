"""What the respondents of a survey said, to nodes and ties of the map.

Several respondents of one organisation count together. A partnership that both sides named is sure (confidence 1), one
that a single side named half so (0.5). What the tables of the map say already is not said again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import fmean

from sysmap.errors import Cause
from sysmap.messages import Number
from sysmap.schema import Vocabulary, node_uid
from sysmap.tables.cells import known_choice
from sysmap.tables.merging import Row, TieSet
from sysmap.tables.notes import Notes
from sysmap.tables.rows import NodeRow, Value
from sysmap.tables.survey.answers import Answer, Detail
from sysmap.tables.survey.form import DISCIPLINES
from sysmap.tables.survey.questions import token
from sysmap.tables.text import fold_text, list_some, make_ids, show_cell

__all__ = ["Surveyed", "add_answered_ties", "with_answers"]

ADDED = Cause(
    "F363",
    "{count} names in the answers stand in no table; they were added: {names}",
    "nothing to do, or write them into the tables",
)

CONFIRMED, ONE_SIDED = 1.0, 0.5


@dataclass(frozen=True, slots=True)
class Surveyed:
    """An organisation that answered: its uid, and what its respondents said, with the uids of all that they named.

    `line`: that of the first respondent. `day`: the first day on which one answered, empty where none is known.
    `assessments`: the nodes that hold its scores.
    """

    uid: str
    line: int
    partners: Mapping[str, Detail]
    problems: tuple[str, ...]
    day: str
    assessments: tuple[str, ...] = ()


class _Names:
    """The nodes of one label by the name of their choice, by id and by name; what is called by no node becomes one."""

    def __init__(self, label: str, nodes: Iterable[NodeRow], vocabulary: Vocabulary) -> None:
        self.label, self.kind = label, vocabulary.node(label).name
        self.known: dict[str, str] = {}
        self.added: list[NodeRow] = []
        ours = [node for node in nodes if node.label == label]
        # An id is surer than the name of a choice, and that is surer than a name.
        self.known |= {fold_text(str(node.props["name"])): node.uid for node in reversed(ours)}
        self.known |= {token(str(node.props["id"])): node.uid for node in ours}
        self.known |= {str(node.props["id"]): node.uid for node in ours}
        self.ids = [str(node.props["id"]) for node in ours]

    def uid(self, text: str) -> str:
        """The uid of what a choice or a name means."""
        known = self.known.get(text) or self.known.get(fold_text(text))
        return known or self.add(text)

    def add(self, name: str) -> str:
        (id,) = make_ids([name], self.ids).values()
        uid = node_uid(self.kind, id)
        self.ids.append(id)
        self.known[fold_text(name)] = uid
        self.added.append(NodeRow(self.label, uid, {"id": id, "name": name}))
        return uid


def with_answers(
    answers: Sequence[Answer], nodes: Sequence[NodeRow], vocabulary: Vocabulary, notes: Notes
) -> tuple[list[NodeRow], tuple[Surveyed, ...]]:
    """The nodes with what the answers say of them, and who answered with whom it works and on what.

    Offers and needs join those that an organisation has; names that no table has become nodes, which is noted. The
    scores of an organisation are the means of its respondents', one assessment for each discipline.
    """
    offices, problems = _Names("Stakeholder", nodes, vocabulary), _Names("Problem", nodes, vocabulary)
    by_office: dict[str, list[Answer]] = {}
    for answer in answers:
        by_office.setdefault(offices.uid(answer.office), []).append(answer)
    ids = {node.uid: str(node.props["id"]) for node in (*nodes, *offices.added)}
    scored = {uid: tuple(_assessments(ids[uid], said, vocabulary)) for uid, said in by_office.items()}
    surveyed = tuple(_surveyed(uid, said, offices, problems, scored[uid]) for uid, said in sorted(by_office.items()))
    added = [*offices.added, *problems.added]
    if added:
        names = list_some(show_cell(node.props["name"]) for node in added)
        notes.warning(0, 0, ADDED, count=Number(len(added)), names=names)
    merged = [_with_lists(node, by_office.get(node.uid, ())) for node in (*nodes, *added)]
    return [*merged, *(row for rows in scored.values() for row in rows)], surveyed


def _surveyed(
    uid: str, said: Sequence[Answer], offices: _Names, problems: _Names, scored: Iterable[NodeRow]
) -> Surveyed:
    partners: dict[str, Detail] = {}
    for answer in said:
        for name in answer.partners or ():
            partner, detail = offices.uid(name), answer.details.get(name, Detail())
            known = partners.get(partner, Detail())
            partners[partner] = Detail(known.kind or detail.kind, max(known.often, detail.often))
    worked = dict.fromkeys(problems.uid(name) for answer in said for name in answer.problems or ())
    partners.pop(uid, None)
    days = [answer.day for answer in said if answer.day]
    assessments = tuple(row.uid for row in scored)
    return Surveyed(uid, said[0].line, partners, tuple(worked), min(days, default=""), assessments)


def _with_lists(node: NodeRow, said: Iterable[Answer]) -> NodeRow:
    """The node with the offers and needs of its respondents behind its own."""
    props: dict[str, Value] = dict(node.props)
    for answer in said:
        for name, values in (("offers", answer.offers), ("needs", answer.needs)):
            own = props.get(name)
            merged = list(dict.fromkeys([*(own if isinstance(own, list) else []), *values]))
            if merged:
                props[name] = merged
    return replace(node, props=props)


def _assessments(office: str, said: Sequence[Answer], vocabulary: Vocabulary) -> Iterator[NodeRow]:
    """One assessment for each discipline and round that the respondents of an organisation scored."""
    kind = vocabulary.node("Assessment").name
    for wave in sorted({answer.wave for answer in said}):
        for discipline in DISCIPLINES:
            scores = [a.scores[discipline] for a in said if a.wave == wave and discipline in a.scores]
            if scores:
                name = f"{office} {discipline} {wave}"
                (id,) = make_ids([name]).values()
                props: dict[str, Value] = {"id": id, "name": name, "discipline": discipline, "score": fmean(scores)}
                yield NodeRow("Assessment", node_uid(kind, id), props | {"wave": wave, "respondents": len(scores)})


def add_answered_ties(surveyed: Sequence[Surveyed], vocabulary: Vocabulary, ties: TieSet, notes: Notes) -> None:
    """Add the partnerships, the work and the assessments that the answers tell, but for what the tables say already."""
    said = {one.uid: one for one in surveyed}
    present = ties.pairs() if surveyed else set()

    def add(type: str, source: str, target: str, line: int, props: dict[str, Value]) -> None:
        if (type, frozenset((source, target))) not in present:
            ties.add(vocabulary.tie(type), source, target, Row(props, line, notes, {"target": 0}))

    for one in surveyed:
        for other, detail in one.partners.items():
            back = said[other].partners.get(one.uid) if other in said else None
            # What both said is told once, where the one with the lower uid said it.
            if back is None or one.uid < other:
                add("PARTNERS_WITH", one.uid, other, one.line, _partnership(vocabulary, detail, back, one.day))
        for problem in one.problems:
            add("WORKS_ON", one.uid, problem, one.line, {})
        for assessment in one.assessments:
            add("ASSESSES", assessment, one.uid, one.line, {})


def _partnership(vocabulary: Vocabulary, detail: Detail, back: Detail | None, day: str) -> dict[str, Value]:
    """The properties of a partnership: by what one side said, and `back`, what the other said, if it named the one."""
    kinds = next(field for field in vocabulary.tie("PARTNERS_WITH").fields if field.name == "kind")
    tokens = {token(choice.value): choice.value for choice in kinds.choices}
    kind = detail.kind or (back.kind if back else "")
    often = max(detail.often, back.often if back else "")
    props: dict[str, Value] = {"confidence": CONFIRMED if back else ONE_SIDED, "provenance": "survey"}
    if kind:
        props["kind"] = tokens.get(kind) or known_choice(kinds, kind) or kind
    if often in ("1", "2", "3", "4"):
        props["weight"] = float(often)
    if day:
        props["since"] = day
    return props
