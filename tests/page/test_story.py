"""The story of a few findings: one step a chapter, the gravest, following one thread."""

from sysmap.findings.port import FINDINGS, Finding, all_findings
from sysmap.messages import UserText
from sysmap.page.questions import QUESTIONS, answer_questions
from sysmap.page.story import CHAPTERS, tell_story
from sysmap.page.views.port import VIEWS
from sysmap.places.grounds import find_grounds, find_quiet_types
from sysmap.rendering.facts import Facts
from sysmap.rendering.port import Look


def test_every_chapter_and_question_that_a_finding_names_is_there():
    assert {kind.story for kind in FINDINGS.values()} - {""} <= {chapter.name for chapter in CHAPTERS}
    assert {name for kind in FINDINGS.values() for name in kind.answers} <= {one.name for one in QUESTIONS}


SAID = UserText({"en": "said", "id": "dikatakan"})


def told(kind, id, severity, *evidence):
    return Finding(kind, id, SAID, SAID, SAID, evidence, severity)


def test_a_step_is_the_gravest_of_its_chapter_and_follows_the_thread():
    found = [
        told("slow_answers", "a", "high", "problem:dry"),
        told("valley_of_death", "b", "high", "innovation:x"),
        told("valley_of_death", "c", "high", "problem:dry"),
        told("valley_of_death", "d", "low", "problem:dry", "problem:dry2"),
        told("leverage_point", "e", "not_assessed"),
    ]
    assert [found[step.finding].id for step in tell_story(found)] == ["a", "c"]
    assert [step.chapter.view for step in tell_story(found)] == ["map", "pipeline"]


def test_nothing_tells_no_story():
    assert tell_story([]) == ()


def test_the_shipped_case_tells_every_chapter_in_order(gunungkidul):
    steps = tell_story(all_findings(gunungkidul))
    assert [step.chapter for step in steps] == list(CHAPTERS)


def test_views_that_are_named_are_views():
    assert {chapter.view for chapter in CHAPTERS} | {question.view for question in QUESTIONS} <= {"map", *VIEWS}


def test_questions_are_answered_by_what_was_computed(gunungkidul):
    found = all_findings(gunungkidul)
    facts = Facts(gunungkidul, Look())
    by_name = {one["name"]: one for one in answer_questions(facts, found)}
    assert list(by_name) == [question.name for question in QUESTIONS]
    assert {found[at].kind for at in by_name["dying"]["findings"]} == {"valley_of_death"}
    degree = dict(gunungkidul.collaboration.degree)
    # Whoever carries most has the most partners, counted on the graph itself.
    node, value = by_name["overloaded"]["nodes"][0]
    assert value == max(degree.values()) == degree[facts.uids[node]]


def test_a_map_of_nothing_asks_nothing(analysis_of):
    assert answer_questions(Facts(analysis_of([], []), Look()), []) == []


def test_groups_are_of_those_who_stand_together(gunungkidul):
    facts = Facts(gunungkidul, Look())
    found = find_grounds(facts)
    members = [node for group in found for node in group["of"]]
    assert len(members) == len(set(members)) > 80
    assert all(group["name"] in group["of"] for group in found)


def test_a_map_of_causes_alone_draws_them():
    assert find_quiet_types([{"type": "INFLUENCES"}]) == []
