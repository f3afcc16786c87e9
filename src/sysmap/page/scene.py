"""The scene of a map: its nodes and ties as pyvis takes them, and the data island with all that the page says of them.

The island refers to a node, a tie or a finding by its number: its place in the list of nodes, ties or findings.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from sysmap.analysis import Analysis, kept
from sysmap.errors import Cause, UnknownName
from sysmap.measures.port import MEASURES
from sysmap.messages import Joined, Message, Text, plural
from sysmap.page.scene_findings import list_findings, list_gaps
from sysmap.page.scores import graph_numbers, list_scores, text_facets
from sysmap.page.texts import UI
from sysmap.page.tool_texts import TOOLS
from sysmap.page.views.port import VIEWS
from sysmap.places.grounds import find_grounds, find_quiet_types
from sysmap.places.kept import place_nodes
from sysmap.rendering.facts import LONGEST_NAME, Facts, clean_value, drawn_nodes
from sysmap.rendering.notes import LEFT_OUT, PERSONAL_IN, TOO_FEW, describe_counts, describe_day
from sysmap.rendering.palette import KIND_COLORS, SHAPES, stroke
from sysmap.rendering.port import Look
from sysmap.schema import TieKind
from sysmap.still.scene import Scene

__all__ = ["build_scene"]

NO_COLOUR = Cause("P001", "no field or measure to colour by is called {name}")
NO_SIZE = Cause("P002", "no measure to size by is called {name}")
"""How many collaboration gaps are drawn, as dashed "ghost" ties; the rest are counted."""
LONGEST_VALUE = 80
"""Characters of a choice that nodes are coloured and filtered by; longer ones are cut."""
DEFAULTS = {"weight": 1, "confidence": 1}
"""The values of a tie whose row says nothing else; the island leaves them out."""
CUT_MARK = "… (+"
"""How the mark begins that `clean_value` puts where it cuts a text."""

ASSESSED = Message("{n} assessments are told in the panel of the stakeholder they are about.")
CUT = Message("Texts over 2,000 characters are cut; “… (+n)” says by how many.")
PAST = Message("{n} ties that do not hold on {day} are not drawn.")
GONE = plural(
    "{n} node that is not there on {day} is not drawn.", "{n} nodes that are not there on {day} are not drawn."
)
A_PART = Message(
    "This page shows a part of the map, {n} of {all} things. Ranks and all other numbers are those of the whole map."
)
WITHOUT = Message("Left out before anything was computed: {names}.")


@kept
def build_scene(analysis: Analysis, look: Look, folder: Path) -> Scene:
    """All that the page and the still picture hold, as lists and dicts that JSON takes. Callers must not change them.

    `folder` is where the files are written; the places of the nodes are read from it and kept in it.
    """
    facts = Facts(analysis, look, folder)
    kinds = list(_kinds(facts))
    nodes = _nodes(facts, kinds, place_nodes(analysis, folder))
    types, ties, tie_numbers = _ties(facts)
    title = clean_value(look.title or analysis.config.title or analysis.config.name, LONGEST_NAME)
    language = look.tongue(analysis)
    island = {
        "title": title,
        "language": language,
        "languages": list(facts.languages),
        "theme": look.theme,
        "order": list(look.views),
        "author": clean_value(analysis.config.author, LONGEST_NAME),
        "about": facts.translate(describe_counts(facts)),
        "day": facts.translate(describe_day(facts.analysis)),
        "words": _words(facts),
        "views": {name: view.collect(facts) for name, view in VIEWS.items()},
        "kinds": kinds,
        "types": types,
        "quiet": find_quiet_types(types),
        "grounds": find_grounds(facts),
        "facets": [*_facets(facts), *text_facets(facts)],
        "measures": list_scores(facts),
        "numbers": graph_numbers(facts),
        "assessed": analysis.ties_assessed,
        "colorBy": _color_by(facts),
        "sizeBy": _size_by(facts),
        "learning": _learning(facts),
        "notes": [facts.translate(note) for note in _notes(facts, nodes)],
        **list_findings(facts, tie_numbers),
        **list_gaps(facts),
    }
    return Scene(title, language, nodes, ties, island)


def _words(facts: Facts) -> dict[str, list[str]]:
    """The page's own texts and those of its views, by their keys."""
    return {
        key: facts.translate_template(text)
        for words in (UI, TOOLS, *(view.words for view in VIEWS.values()))
        for key, text in words.items()
    }


def _color_by(facts: Facts) -> str:
    """What nodes are coloured by: `label`, a measure of nodes, or a field with choices as `Label.field`.

    A look may give the field's name alone; the first kind of node that has the field is meant. Raises `UnknownName`.
    """
    fields = [
        f"{kind.label}.{field.name}"
        for kind in facts.analysis.vocabulary.nodes
        for field in kind.fields
        if field.choices
    ]
    names = ["label", *(name for name, measure in MEASURES.items() if measure.level == "node"), *fields]
    wanted = facts.look.color_by
    chosen = next(
        (name for name in names if wanted == name), next((name for name in fields if name.endswith(f".{wanted}")), None)
    )
    if chosen is None:
        raise UnknownName(NO_COLOUR, wanted, [*names, *(name.split(".")[1] for name in fields)])
    return chosen


def _size_by(facts: Facts) -> str:
    """The measure of nodes that says their size; empty where all have the same size. Raises `UnknownName`."""
    names = [name for name, measure in MEASURES.items() if measure.level == "node"]
    if facts.look.size_by and facts.look.size_by not in names:
        raise UnknownName(NO_SIZE, facts.look.size_by, names)
    return facts.look.size_by


def _kinds(facts: Facts) -> Iterator[dict[str, Any]]:
    """The kinds of the drawn nodes: their words, shape, colour, and the columns that have values."""
    for at, kind in enumerate(facts.analysis.vocabulary.nodes):
        if any(facts.analysis.props(uid)["label"] == kind.label for uid in facts.uids):
            columns = facts.columns(kind.label)
            yield {
                "label": kind.label,
                "name": kind.name,
                "title": facts.translate(kind.title),
                "plural": facts.translate(kind.plural),
                "meaning": facts.translate(kind.meaning),
                "shape": SHAPES[at % len(SHAPES)],
                "color": facts.look.colors.get(kind.label, KIND_COLORS[at % len(KIND_COLORS)]),
                "columns": [{"name": name, **words} for name, words in columns.items()],
            }


def _nodes(
    facts: Facts, kinds: list[dict[str, Any]], places: Mapping[str, tuple[float, float]]
) -> list[dict[str, Any]]:
    """The drawn nodes: `k` is the number of the kind, `p` the visible values by number of the column, as text.

    Columns go by number because their names, repeated on each node, would make up much of the page.
    """
    kind_numbers = {kind["label"]: at for at, kind in enumerate(kinds)}
    columns = {kind["label"]: {column["name"]: str(at) for at, column in enumerate(kind["columns"])} for kind in kinds}
    nodes = []
    for at, uid in enumerate(facts.uids):
        props = facts.analysis.props(uid)
        label = props["label"]
        values = {columns[label][name]: value for name, value in facts.visible_values(label, props).items()}
        x, y = places[uid]
        nodes.append(
            {
                "id": at,
                "label": clean_value(facts.analysis.name(uid), LONGEST_NAME),
                "shape": kinds[kind_numbers[label]]["shape"],
                "x": x,
                "y": y,
                "k": kind_numbers[label],
                "p": values,
            }
        )
    return nodes


def _ties(facts: Facts) -> tuple[list[dict[str, Any]], list[dict[str, Any]], dict[str, int]]:
    """The types in use, the ties between drawn nodes in the order of their uids, and uid -> number of the tie.

    Of a tie, `t` is the number of the type and `p` the visible values by number of the column, as on nodes.
    """
    drawn = set(facts.uids)
    rows = sorted(
        (str(uid), source, target, tie)
        for source, target, uid, tie in facts.analysis.graph.edges(keys=True, data=True)
        if source in drawn and target in drawn
    )
    in_use = Counter(tie["type"] for *_, tie in rows)
    kinds = [kind for kind in facts.analysis.vocabulary.ties if in_use[kind.type]]
    values = {uid: _without_defaults(facts.visible_values(tie["type"], tie)) for uid, _, _, tie in rows}
    types = [
        _type(facts, kind, {name for uid, _, _, tie in rows if tie["type"] == kind.type for name in values[uid]})
        for kind in kinds
    ]
    type_numbers = {kind.type: at for at, kind in enumerate(kinds)}
    columns = [{column["name"]: str(number) for number, column in enumerate(type["columns"])} for type in types]
    ties = []
    for uid, source, target, tie in rows:
        at = type_numbers[tie["type"]]
        row: dict[str, Any] = {"from": facts.index[source], "to": facts.index[target], "t": at}
        if values[uid]:
            row["p"] = {columns[at][name]: value for name, value in values[uid].items()}
        ties.append(row)
    return types, ties, {uid: at for at, (uid, *_) in enumerate(rows)}


def _without_defaults(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if DEFAULTS.get(name) != value}


def _type(facts: Facts, kind: TieKind, used: set[str]) -> dict[str, Any]:
    """A type of tie: its words, how it is drawn, and the columns in `used`."""
    color, width, dash = stroke(kind.type)
    columns = facts.tie_columns(kind.type, used)
    return {
        "type": kind.type,
        "title": facts.translate(kind.title),
        "sentence": facts.translate_template(kind.sentence),
        "directed": kind.directed,
        "color": color,
        "width": width,
        "dash": list(dash),
        "columns": [{"name": name, **words} for name, words in columns.items()],
    }


def _facets(facts: Facts) -> Iterator[dict[str, Any]]:
    """Every field with choices in which a drawn node has a value: what nodes are filtered and coloured by.

    `of` holds for each node the number of its value among `values`: declared choices in their order, then the user's
    own by name, then "not stated" (its number is `silent`; None where every node of the kind has a value). -1: the node
    is of another kind.
    """
    for kind in facts.analysis.vocabulary.nodes:
        of_kind = {
            uid: facts.analysis.props(uid) for uid in facts.uids if facts.analysis.props(uid)["label"] == kind.label
        }
        for field in kind.fields:
            values = {
                uid: clean_value(props[field.name], LONGEST_VALUE)
                for uid, props in of_kind.items()
                if isinstance(props.get(field.name), str)
            }
            if not (field.choices and values) or field.name in facts.hidden(kind.label):
                continue
            labels = {choice.value: facts.translate(choice.label) for choice in field.choices}
            known = [value for value in labels if value in set(values.values())]
            own = sorted(set(values.values()) - set(known))
            names = [labels.get(value, facts.repeat(value)) for value in known + own]
            number = {value: at for at, value in enumerate(known + own)}
            silent = len(number) if len(values) < len(of_kind) else None
            if silent is not None:
                names.append(facts.translate(UI["not_said"]))
            yield {
                "key": f"{kind.label}.{field.name}",
                "title": facts.translate(field.label),
                "values": names,
                "silent": silent,
                "of": [number.get(values.get(uid, ""), silent) if uid in of_kind else -1 for uid in facts.uids],
            }


def _learning(facts: Facts) -> dict[str, list[list[Any]]]:
    """Number of the stakeholder, as text -> its assessments as [discipline, wave, score, respondents].

    Empty where scores are personal and the look hides them.
    """
    labels = {
        choice.value: facts.translate(choice.label)
        for _, field in facts.analysis.vocabulary.fields()
        if field.name == "discipline"
        for choice in field.choices
    }
    profiles: dict[str, list[list[Any]]] = {}
    for uid in facts.analysis.nodes("Assessment"):
        values = facts.visible_values("Assessment", facts.analysis.props(uid))
        if uid in facts.index and uid not in facts.withheld and "score" in values:
            discipline = str(values.get("discipline", ""))
            row = [
                labels.get(discipline, facts.repeat(discipline)),
                values.get("wave"),
                values["score"],
                values.get("respondents"),
            ]
            profiles.setdefault(str(facts.index[uid]), []).append(row)
    return {
        at: sorted(rows, key=lambda row: (row[0][0], row[1] or 0))
        for at, rows in sorted(profiles.items(), key=lambda item: int(item[0]))
    }


def _notes(facts: Facts, nodes: list[dict[str, Any]]) -> Iterator[Text]:
    """What a reader must know about the page: what was left out, cut, or not drawn."""
    if facts.look.part is not None:
        yield A_PART.filled(n=len(facts.uids), all=len(drawn_nodes(facts.analysis)))
    if facts.look.leave_out:
        yield WITHOUT.filled(names=", ".join(facts.look.leave_out))
    if facts.look.include_personal:
        yield PERSONAL_IN
    if facts.left_out:
        yield LEFT_OUT.filled(fields=Joined((label.lower() for label in facts.left_out), ", "))
    if facts.withheld:
        yield TOO_FEW.filled(n=len(facts.withheld))
    if shown := sum(len(rows) for rows in _learning(facts).values()):
        yield ASSESSED.filled(n=shown)
    whole, holding = facts.analysis.whole, facts.analysis.graph
    if gone := len(whole) - len(holding):
        yield GONE.counted(gone).filled(day=describe_day(facts.analysis))
    if past := whole.number_of_edges() - holding.number_of_edges():
        yield PAST.filled(n=past, day=describe_day(facts.analysis))
    if any(CUT_MARK in str(node["p"].values()) or CUT_MARK in node["label"] for node in nodes):
        yield CUT
