"""The data of the page: nodes and ties as pyvis holds them, and all that is said of them. Nodes are named by number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from sysmap.analysis import Analysis, kept
from sysmap.errors import Cause, UnknownName
from sysmap.findings.needs import COORDINATION
from sysmap.findings.port import Finding, all_findings, first_missing_need
from sysmap.measures.port import MEASURES
from sysmap.messages import Joined, Message, Text
from sysmap.models.gaps.ranking import find_gaps
from sysmap.models.partners.suggestions import suggest_partnerships
from sysmap.page.questions import answer_questions
from sysmap.page.scores import graph_numbers, list_scores, round_score, text_facets
from sysmap.page.story import tell_story
from sysmap.page.texts import UI
from sysmap.page.tool_texts import TOOLS
from sysmap.page.views.port import VIEWS
from sysmap.places.grounds import find_grounds, find_quiet_types
from sysmap.places.kept import place_nodes
from sysmap.rendering.facts import LONGEST_NAME, Facts, clean_value, drawn_nodes, pair, templates
from sysmap.rendering.notes import LEFT_OUT, PERSONAL_IN, TOO_FEW, describe_counts, describe_day
from sysmap.rendering.palette import KIND_COLORS, SHAPES, stroke
from sysmap.rendering.port import Look
from sysmap.schema import TieKind
from sysmap.still.scene import Scene

__all__ = ["MOST_FINDINGS", "build_scene"]

NO_COLOUR = Cause("P001", "no field or measure to colour by is called {name}")
NO_SIZE = Cause("P002", "no measure to size by is called {name}")
MOST_FINDINGS = 120
"""How many findings a page lists; the rest are counted and stand in findings.csv."""
MOST_GHOSTS = 50
MOST_SUGGESTED = 20
MOST_PROBLEMS = 12
USUAL = {"weight": 1, "confidence": 1}
"""What a tie has when nothing is said of it: not repeated on each."""

ASSESSED = Message("{n} assessments are told in the panel of the stakeholder they are about.")
CUT = Message("Texts over 2,000 characters are cut; “… (+n)” says by how many.")
PAST = Message("{n} ties that do not hold on {day} are not drawn.")
A_PART = Message("This page shows a part of the map, {n} of {all} things. Ranks and all other numbers are those of the whole map.")
WITHOUT = Message("Left out before anything was computed: {names}.")


@kept
def build_scene(analysis: Analysis, look: Look, folder: Path) -> Scene:
    """Everything the page holds, as plain lists and dicts that JSON takes, not to be changed; `folder` keeps the places."""
    facts = Facts(analysis, look, folder)
    found = place_nodes(analysis, folder)
    kinds = list(_kinds(facts))
    nodes = _nodes(facts, kinds, found)
    types, ties, tie_at = _ties(facts)
    title = clean_value(look.title or analysis.config.title or analysis.config.name, LONGEST_NAME)
    language = look.language or analysis.config.language
    told = {
        "title": title, "language": language, "theme": look.theme, "order": list(look.views), "author": clean_value(analysis.config.author, LONGEST_NAME),
        "about": pair(describe_counts(facts)), "day": pair(describe_day(facts.analysis)), "words": _spoken(), "views": {name: one.told(facts) for name, one in VIEWS.items()},
        "kinds": kinds, "types": types, "quiet": find_quiet_types(types), "grounds": find_grounds(facts), "facets": [*_facets(facts), *text_facets(facts)],
        "measures": list_scores(facts), "numbers": graph_numbers(facts),
        "assessed": analysis.ties_assessed, "colorBy": _color_by(facts), "sizeBy": _size_by(facts),
        "learning": _learning(facts), "notes": [pair(note) for note in _notes(facts, nodes)],
        **_findings(facts, tie_at), **_gaps(facts),
    }
    return Scene(title, language, nodes, ties, told)


def _spoken() -> dict[str, list[str]]:
    """What the page and its views say of themselves."""
    return {key: templates(text) for spoken in (UI, TOOLS, *(one.words for one in VIEWS.values())) for key, text in spoken.items()}


def _color_by(facts: Facts) -> str:
    """`label`, a measure, or a field with choices as `Label.field`; the field's name alone stands for the first kind that has it."""
    fields = [f"{kind.label}.{field.name}" for kind in facts.analysis.vocabulary.nodes for field in kind.fields if field.choices]
    names = ["label", *(name for name, measure in MEASURES.items() if measure.level == "node"), *fields]
    wanted = facts.look.color_by
    found = next((name for name in names if wanted == name), next((name for name in fields if name.endswith(f".{wanted}")), None))
    if found is None:
        raise UnknownName(NO_COLOUR, wanted, [*names, *(name.split(".")[1] for name in fields)])
    return found


def _size_by(facts: Facts) -> str:
    """A measure of nodes, or nothing for all the same size."""
    names = [name for name, measure in MEASURES.items() if measure.level == "node"]
    if facts.look.size_by and facts.look.size_by not in names:
        raise UnknownName(NO_SIZE, facts.look.size_by, names)
    return facts.look.size_by


def _kinds(facts: Facts) -> Iterator[dict[str, Any]]:
    for at, kind in enumerate(facts.analysis.vocabulary.nodes):
        if any(facts.analysis.props(uid)["label"] == kind.label for uid in facts.uids):
            columns = facts.columns(kind.label)
            yield {"label": kind.label, "name": kind.name, "title": pair(kind.title), "plural": pair(kind.plural), "meaning": pair(kind.meaning),
                   "shape": SHAPES[at % len(SHAPES)], "color": facts.look.colors.get(kind.label, KIND_COLORS[at % len(KIND_COLORS)]), "columns": [{"name": name, **words} for name, words in columns.items()]}


def _nodes(facts: Facts, kinds: list[dict[str, Any]], found: Mapping[str, tuple[float, float]]) -> list[dict[str, Any]]:
    place = {kind["label"]: at for at, kind in enumerate(kinds)}
    columns = {kind["label"]: {column["name"]: str(at) for at, column in enumerate(kind["columns"])} for kind in kinds}
    nodes = []
    for at, uid in enumerate(facts.uids):
        props = facts.analysis.props(uid)
        label = props["label"]
        told = {columns[label][name]: value for name, value in facts.told(label, props).items()}
        nodes.append({"id": at, "label": clean_value(facts.analysis.name(uid), LONGEST_NAME), "shape": kinds[place[label]]["shape"],
                      "x": found[uid][0], "y": found[uid][1], "k": place[label], "p": told})
    return nodes


def _ties(facts: Facts) -> tuple[list[dict[str, Any]], list[dict[str, Any]], dict[str, int]]:
    """The types in use, the ties between drawn nodes in the order of their uids, and uid -> number of the tie."""
    drawn = set(facts.uids)
    rows = sorted((str(uid), source, target, tie) for source, target, uid, tie in facts.analysis.graph.edges(keys=True, data=True)
                  if source in drawn and target in drawn)
    used = Counter(tie["type"] for *_, tie in rows)
    kinds = [kind for kind in facts.analysis.vocabulary.ties if used[kind.type]]
    kept = [(uid, source, target, tie["type"], _unusual(facts.told(tie["type"], tie))) for uid, source, target, tie in rows]
    types = [_type(facts, kind, {name for *_, type, told in kept if type == kind.type for name in told}) for kind in kinds]
    place = {kind.type: at for at, kind in enumerate(kinds)}
    ties = []
    for _, source, target, type, told in kept:
        at = place[type]
        columns = {column["name"]: str(number) for number, column in enumerate(types[at]["columns"])}
        tie: dict[str, Any] = {"from": facts.index[source], "to": facts.index[target], "t": at}
        if told:
            tie["p"] = {columns[name]: value for name, value in told.items()}
        ties.append(tie)
    return types, ties, {uid: at for at, (uid, *_) in enumerate(kept)}


def _unusual(told: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in told.items() if USUAL.get(name) != value}


def _type(facts: Facts, kind: TieKind, used: set[str]) -> dict[str, Any]:
    color, width, dash = stroke(kind.type)
    columns = facts.tie_columns(kind.type, used)
    return {"type": kind.type, "title": pair(kind.title), "sentence": templates(kind.sentence), "directed": kind.directed,
            "color": color, "width": width, "dash": list(dash), "columns": [{"name": name, **words} for name, words in columns.items()]}


def _facets(facts: Facts) -> Iterator[dict[str, Any]]:
    """Every choice field some drawn node has a value in; `of` holds each node's place among the values, -1 where it does not apply."""
    for kind in facts.analysis.vocabulary.nodes:
        mine = {uid: facts.analysis.props(uid) for uid in facts.uids if facts.analysis.props(uid)["label"] == kind.label}
        for field in kind.fields:
            values = {uid: clean_value(props[field.name], 80) for uid, props in mine.items() if isinstance(props.get(field.name), str)}
            if not (field.choices and values) or field.name in facts.hidden(kind.label):
                continue
            labels = {choice.value: pair(choice.label) for choice in field.choices}
            known = [value for value in labels if value in set(values.values())]
            own = sorted(set(values.values()) - set(known))
            names = [[labels.get(value, [value, value])][0] for value in known + own]
            place = {value: at for at, value in enumerate(known + own)}
            silent = len(place) if len(values) < len(mine) else None
            if silent is not None:
                names.append(pair(UI["not_said"]))
            yield {"key": f"{kind.label}.{field.name}", "title": pair(field.label), "values": names, "silent": silent,
                   "of": [place.get(values.get(uid, ""), silent) if uid in mine else -1 for uid in facts.uids]}


def _learning(facts: Facts) -> dict[str, list[list[Any]]]:
    """Number of the stakeholder -> its assessments as [discipline, wave, score, respondents]; scores only where they may be shown."""
    labels = {choice.value: pair(choice.label) for _, field in facts.analysis.vocabulary.fields()
              if field.name == "discipline" for choice in field.choices}
    found: dict[str, list[list[Any]]] = {}
    for uid in facts.analysis.nodes("Assessment"):
        told = facts.told("Assessment", facts.analysis.props(uid))
        if uid in facts.index and uid not in facts.withheld and "score" in told:
            discipline = str(told.get("discipline", ""))
            row = [labels.get(discipline, [discipline] * 2), told.get("wave"), told["score"], told.get("respondents")]
            found.setdefault(str(facts.index[uid]), []).append(row)
    return {at: sorted(rows, key=lambda row: (row[0][0], row[1] or 0)) for at, rows in sorted(found.items(), key=lambda item: int(item[0]))}


def _notes(facts: Facts, nodes: list[dict[str, Any]]) -> Iterator[Text]:
    """What a reader must know of the page: what was left out, cut, or not drawn."""
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
    past = facts.analysis.whole.number_of_edges() - facts.analysis.graph.number_of_edges()
    if past:
        yield PAST.filled(n=past, day=describe_day(facts.analysis))
    if any("… (+" in str(node["p"].values()) or "… (+" in node["label"] for node in nodes):
        yield CUT


def _findings(facts: Facts, tie_at: Mapping[str, int]) -> dict[str, Any]:
    found = tuple(one for one in all_findings(facts.analysis, personal=facts.look.include_personal)
                  if facts.look.part is None or not one.evidence or any(uid in facts.index for uid in one.evidence))
    # What the story and the answers tell is on the page, however many graver findings there are.
    listed = [*range(min(len(found), MOST_FINDINGS)), *sorted(at for at in _told_of(facts, found) if at >= MOST_FINDINGS)]
    shown = tuple(found[at] for at in listed)
    rows = [_finding(one, facts.index, tie_at) for one in shown]
    return {"findings": rows, "moreFindings": len(found) - len(rows), "headlines": _headlines(found[:MOST_FINDINGS]), "questions": answer_questions(facts, shown),
            "story": [{"title": pair(step.chapter.title), "view": step.chapter.view, "finding": step.finding} for step in tell_story(shown)]}


def _told_of(facts: Facts, found: tuple[Finding, ...]) -> set[int]:
    """Numbers of the findings that the story and the ready-made questions take from."""
    return {step.finding for step in tell_story(found)} | {at for answer in answer_questions(facts, found) for at in answer["findings"]}


def _finding(one: Finding, index: Mapping[str, int], tie_at: Mapping[str, int]) -> dict[str, Any]:
    return {"kind": one.kind, "severity": one.severity, "title": pair(one.title), "why": pair(one.why), "next": pair(one.next_step),
            "nodes": sorted({index[uid] for uid in one.evidence if uid in index}),
            "ties": sorted({tie_at[uid] for uid in one.evidence if uid in tie_at})}


def _headlines(found: tuple[Finding, ...], count: int = 3) -> list[int]:
    """Numbers of the findings to open with: the gravest of each kind first, then the next gravest."""
    seen: set[str] = set()
    first = [at for at, one in enumerate(found) if one.severity != "not_assessed" and not (one.kind in seen or seen.add(one.kind))]  # type: ignore[func-returns-value]
    rest = [at for at in range(len(found)) if at not in set(first)]
    return sorted((first + rest)[:count])


def _gaps(facts: Facts) -> dict[str, Any]:
    """Suggestions; the strongest collaboration gaps, to be drawn as ghost ties, and how many more there are, or for want of what nobody can say."""
    suggested = _suggestions(facts) if facts.analysis.ties_assessed else []
    if absent := first_missing_need(facts.analysis, COORDINATION):
        return {"suggestions": suggested, "gaps": [], "moreGaps": 0, "gapsAbsent": pair(absent.why)}
    found = find_gaps(facts.analysis)
    rows = [{"s": facts.index[gap.source], "t": facts.index[gap.target], "reason": pair(gap.reason),
             "problems": [facts.index[uid] for uid in gap.problems[:MOST_PROBLEMS] if uid in facts.index]}
            for gap in found.top[:MOST_GHOSTS] if gap.source in facts.index and gap.target in facts.index]
    return {"suggestions": suggested, "gaps": rows, "moreGaps": found.count - len(rows) if facts.look.part is None else 0, "gapsAbsent": None}


def _suggestions(facts: Facts) -> list[dict[str, Any]]:
    """The strongest suggested partnerships with what each term adds, and a sentence for each."""
    return [{"s": facts.index[one.source], "t": facts.index[one.target], "score": round_score(one.score),
             "terms": [[term, round_score(added), pair(one.reasons[term]) if term in one.reasons else None] for term, added in one.terms.items() if added]}
            for one in suggest_partnerships(facts.analysis)[:MOST_SUGGESTED] if one.source in facts.index and one.target in facts.index]
