"""Archetypes on a map: roles, words, what is left out and why.

Stories told by hand; the search itself is tested in algorithms.
"""

import itertools
import random

import pytest

from sysmap.algorithms import ARCHETYPES
from sysmap.models.causes.archetype_texts import ARCHETYPE_TEXTS
from sysmap.models.causes.archetypes import find_archetypes

TRUCKS = (
    "Problem drought severity=5",
    "Factor trucks",
    "Factor repair",
    "Factor leaks",
    "drought INFLUENCES trucks polarity=+ strength=0.5",
    "trucks INFLUENCES drought polarity=-",
    "drought INFLUENCES repair polarity=+",
    "repair INFLUENCES drought polarity=- delay=long strength=0.5",
    "trucks INFLUENCES repair polarity=-",
)
QUARRY = (
    "Problem poverty severity=4",
    "Factor quarry",
    "Factor soil",
    "poverty INFLUENCES quarry polarity=+",
    "quarry INFLUENCES poverty polarity=-",
    "quarry INFLUENCES soil polarity=-",
    "soil INFLUENCES poverty polarity=- delay=long",
)


def test_every_archetype_has_its_words_and_they_can_be_filled():
    assert list(ARCHETYPE_TEXTS) == [template.name for template in ARCHETYPES]
    for template in ARCHETYPES:
        roles = {role for way in template.ways for role in (way.source, way.target)}
        kind = ARCHETYPE_TEXTS[template.name]
        filled = dict.fromkeys(
            roles | {f"{what}_{number}" for number in range(len(template.ways)) for what in ("by", "way")}, "x"
        )
        for said in (kind.headline, kind.story, kind.check, kind.remedy):
            assert "{" not in said.filled(**filled).render("en")
        assert kind.barred | ({kind.ailing} - {""}) <= roles
        for number in kind.along:
            assert any(f"{{{what}_{number}}}" in kind.story.template("en") for what in ("by", "way"))


def test_a_burden_is_shifted_and_its_fix_that_fails_is_not_told_again(mapped):
    [found] = find_archetypes(mapped(*TRUCKS)).found
    assert (found.kind, found.roles) == (
        "shifting_the_burden",
        {"symptom": "problem:drought", "quick_fix": "factor:trucks", "solution": "factor:repair"},
    )
    assert (found.links, found.strength, found.alike, found.problems) == (
        5,
        pytest.approx(0.25),
        0,
        ("problem:drought",),
    )
    assert found.nodes == ("problem:drought", "factor:trucks", "factor:repair")
    assert found.headline.render("en") == "trucks may shift the burden of drought away from repair"
    assert (
        found.remedy.render("en")
        == "Protect repair: its own money, people and dates. Use trucks only to win time for it."
    )
    assert len(found.ties) == 5


def test_what_lies_between_is_told(mapped):
    [found] = find_archetypes(mapped(*QUARRY)).found
    assert found.kind == "fixes_that_fail"
    assert (
        found.story.render("en")
        == "quarry answers poverty and soon eases it. Later, by way of soil, it brings it back."
    )
    assert (
        found.story.render("id")
        == "quarry menjawab poverty dan segera meredakannya. Belakangan, lewat soil, ia justru mengembalikannya."
    )


def test_a_problem_is_nobodys_fix_and_does_not_compete(mapped):
    assert find_archetypes(mapped(*(line.replace("Factor quarry", "Problem quarry") for line in QUARRY))).found == ()
    assert (
        len(
            find_archetypes(
                mapped(*(line.replace("Factor quarry", "Problem quarry status=resolved") for line in QUARRY))
            ).found
        )
        == 1
    )
    rivals = [
        f"{a} INFLUENCES {b} polarity={sign}"
        for a, b, sign in (("aid", "a", "+"), ("a", "aid", "+"), ("aid", "b", "-"), ("b", "aid", "-"))
    ]
    assert [one.kind for one in find_archetypes(mapped("Factor aid", "Factor a", "Factor b", *rivals)).found] == [
        "success_to_the_successful"
    ]
    assert find_archetypes(mapped("Factor aid", "Problem a", "Factor b", *rivals)).found == ()


def test_ways_that_are_told_in_the_same_words_are_told_once(mapped):
    [found] = find_archetypes(
        mapped(*TRUCKS, "repair INFLUENCES leaks polarity=-", "leaks INFLUENCES drought polarity=+ delay=long")
    ).found
    assert (found.links, found.alike) == (5, 1)


def test_the_gravest_then_the_shortest_come_first(mapped):
    other = [
        line.replace("poverty severity=4", "disease severity=5")
        .replace("poverty", "disease")
        .replace("quarry", "pills")
        .replace("soil", "germs")
        for line in QUARRY
    ]
    longer = [
        line.replace("poverty", "noise")
        .replace("severity=4", "severity=5")
        .replace("quarry", "walls")
        .replace("soil", "echo")
        for line in QUARRY[:-1]
    ]
    found = find_archetypes(
        mapped(
            *QUARRY,
            *other,
            *longer,
            "Factor halls",
            "echo INFLUENCES halls polarity=+",
            "halls INFLUENCES noise polarity=- delay=long",
        )
    ).found
    assert [one.roles["problem"] for one in found] == ["problem:disease", "problem:noise", "problem:poverty"]


def test_one_groups_map_may_hold_what_the_common_one_does_not(mapped):
    analysis = mapped(
        *QUARRY[:-1],
        "soil INFLUENCES poverty polarity=- delay=long held_by=herders",
        "quarry INFLUENCES poverty polarity=+ held_by=owners key=1",
    )
    assert len(find_archetypes(analysis).found) == len(find_archetypes(analysis, "herders").found) == 1
    assert find_archetypes(analysis, "owners").found == ()


def test_without_delays_it_is_said(mapped):
    assert find_archetypes(mapped(*QUARRY)).timed
    assert not find_archetypes(mapped("Factor a", "Factor b", "a INFLUENCES b polarity=+")).timed


def test_a_dense_map_is_cut_and_says_where(mapped):
    chance = random.Random(1)
    pairs = sorted(chance.sample(list(itertools.permutations(range(30), 2)), 300))
    archetypes = find_archetypes(
        mapped(
            *(f"Factor {n}" for n in range(30)),
            *(
                f"{a} INFLUENCES {b} polarity={chance.choice('+-')} delay={chance.choice(('none', 'long'))}"
                for a, b in pairs
            ),
        )
    )
    assert set(archetypes.cut) == set(ARCHETYPE_TEXTS)
    assert all(links >= 4 for links in archetypes.cut.values())
