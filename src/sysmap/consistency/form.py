"""Relations about the form of findings: evidence, grades, budgets, and that nothing is said twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from sysmap.consistency.port import Run, differ, relation
from sysmap.findings.port import FINDINGS
from sysmap.findings.steps import Ended, Field, Step, Subject, Tie
from sysmap.messages import Message, Number, Text

__all__ = [
    "evidence_is_on_the_map",
    "few_are_urgent",
    "items_are_subjects",
    "no_sentence_stands_twice",
    "the_page_lists_the_findings",
    "urgent_findings_have_a_step",
    "what_is_not_assessed_is_not_told",
]

MOST_URGENT, MOST_IMPORTANT = 7, 20


@relation(100, Message("What a finding points to is on the map."))
def evidence_is_on_the_map(run: Run) -> Iterator[Text]:
    """Evidence, and the nodes and ties of steps, are uids of the map."""
    whole = run.analysis.whole
    known = {*whole, *(uid for _, _, uid in whole.edges(keys=True))}
    for one in run.findings:
        for uid in (*one.evidence, *_uids_of(one.step)):
            if uid not in known:
                yield Message("{finding} points to {uid}, which is not on the map").filled(finding=one.id, uid=uid)


def _uids_of(step: Step | None) -> tuple[str, ...]:
    if step is None:
        return ()
    match step.wanted:
        case Tie(_, source, target):
            return (*step.who, *(uid for uid in (source, target) if uid))
        case Field(uid) | Ended(uid):
            return (*step.who, uid)
    return step.who


@relation(110, Message("What a finding tells is among all that its kind finds."))
def items_are_subjects(run: Run) -> Iterator[Text]:
    """The items of each finding are subjects of its kind's search, each is told once, and a step is about an item."""
    found: dict[str, set[Subject]] = {}
    for one in run.findings:
        if not one.items:
            continue
        known = found.setdefault(one.kind, set(FINDINGS[one.kind].search(run.analysis)))
        for item in one.items:
            if item not in known:
                yield Message("{finding} tells {item}, which its kind does not find").filled(
                    finding=one.id, item=" ".join(item)
                )
        if one.step is not None and one.step.item not in one.items:
            yield Message("{finding}: its step is about something else, {item}").filled(
                finding=one.id, item=" ".join(one.step.item)
            )


@relation(120, Message("At most seven findings are urgent and twenty important, and no kind tells more than it may."))
def few_are_urgent(run: Run) -> Iterator[Text]:
    """Sentences of severity high and medium, in all and by kind."""
    for severity, most in (("high", MOST_URGENT), ("medium", MOST_IMPORTANT)):
        told = Counter(one.kind for one in run.findings if one.severity == severity)
        if told.total() > most:
            yield differ("findings", severity, told.total(), most)
        for kind, number in told.items():
            budget = FINDINGS[kind].urgent if severity == "high" else FINDINGS[kind].important
            if number > budget:
                yield differ(kind, severity, number, budget)


@relation(130, Message("Every urgent finding says who does what, and names them."))
def urgent_findings_have_a_step(run: Run) -> Iterator[Text]:
    """A finding of severity high has a step with somebody who acts, whose names stand in the sentence."""
    language = run.look.tongue(run.analysis)
    for one in run.findings:
        if one.severity != "high":
            continue
        if one.step is None or not one.step.who:
            yield Message("{finding} is urgent, and nobody is asked to act").filled(finding=one.id)
            continue
        sentence = f"{one.title.render(language)} {one.next_step.render(language)}"
        for uid in one.step.who:
            if run.analysis.name(uid) not in sentence:
                yield Message("{finding}: {name} is to act, and is not named").filled(
                    finding=one.id, name=run.analysis.name(uid)
                )


@relation(140, Message("No sentence stands twice."))
def no_sentence_stands_twice(run: Run) -> Iterator[Text]:
    """No two findings share a title or an id, and no reason stands in more than three findings."""
    language, several = run.look.tongue(run.analysis), 3
    for most, texts in (
        (1, [one.id for one in run.findings]),
        (1, [one.title.render(language) for one in run.findings]),
        (several, [one.why.render(language) for one in run.findings if one.severity != "not_assessed"]),
    ):
        for text, number in Counter(texts).items():
            if number > most:
                yield Message("{n} times: {text}").filled(n=Number(number), text=text)


@relation(150, Message("What is not assessed is told nowhere."))
def what_is_not_assessed_is_not_told(run: Run) -> Iterator[Text]:
    """A kind that is not assessed has that one finding and no other."""
    kinds = Counter(one.kind for one in run.findings)
    for one in run.findings:
        if one.severity == "not_assessed" and kinds[one.kind] > 1:
            yield Message("{kind} is not assessed, and told all the same").filled(kind=one.kind)


@relation(160, Message("The page, the table of findings and the analysis hold the same findings."))
def the_page_lists_the_findings(run: Run) -> Iterator[Text]:
    """As many on the page, listed or counted, as in the table, and of the same grades."""
    on_page = len(run.page["findings"]) + run.page["moreFindings"]
    for what, number in (("page", on_page), ("findings.csv", len(run.table("findings")))):
        if number != len(run.findings):
            yield differ(what, "findings", number, len(run.findings))
    listed = [row["severity"] for row in run.page["findings"]]
    if listed != [one.severity for one in run.findings][: len(listed)] and not run.page["moreFindings"]:
        yield Message("the page grades the findings otherwise")
