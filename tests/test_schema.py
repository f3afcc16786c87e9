"""The grammar: what it refuses, and how identities and spellings are made."""

import pytest

from sysmap.errors import UnknownName
from sysmap.messages import UserText
from sysmap.schema import Choice, Field, NodeKind, Ref, TieKind, Vocabulary, header_key, node_uid, tie_uid

ANY = UserText({"en": "Any", "id": "Apa pun"})
SAYS = UserText({"en": "{source} says {target}", "id": "{source} berkata {target}"})
SECTOR = Field("sector", ANY, ANY, choices=(Choice("government", UserText({"en": "government", "id": "pemerintah"})),))
PERSON = NodeKind("Person", "person", "persons.csv", ANY, ANY, ANY, fields=(SECTOR,))
KNOWS = TieKind(
    "KNOWS", ANY, SAYS, (("Person", "Person"),), fields=(Field("since_when", ANY, ANY, sensitivity="personal"),)
)
SMALL = Vocabulary((PERSON,), (KNOWS,), (Field("id", ANY, ANY),), (Field("weight", ANY, ANY, "number", above=0),), ())


def number(**bounds):
    return Field("power", ANY, ANY, "number", **bounds)


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda: Field("two words", ANY, ANY), "choose an identifier"),
        (lambda: Field("sm_hash", ANY, ANY), "choose an identifier"),
        (lambda: Field("uid", ANY, ANY), "choose an identifier"),
        (lambda: Field("map", ANY, ANY), "choose an identifier"),
        (lambda: Field("stage", ANY, ANY, closed=True), "a closed field needs choices"),
        (lambda: Field("name", ANY, ANY, low=1), "only a number has a range"),
        (lambda: Field("day", ANY, ANY, "date", above=1), "only a number has a range"),
        (lambda: Field("power", ANY, ANY, "number", choices=SECTOR.choices), "only a text has choices"),
        (lambda: number(low=5, high=1), "one lower bound"),
        (lambda: number(low=0, above=0), "one lower bound"),
        (lambda: NodeKind("Two words", "person", "p.csv", ANY, ANY, ANY), "must be identifiers"),
        (lambda: NodeKind("Person", "person", "p.csv", ANY, ANY, ANY, fields=(SECTOR, SECTOR)), "declared twice"),
        (
            lambda: NodeKind(
                "Person", "person", "p.csv", ANY, ANY, ANY, (SECTOR,), (Ref("sector", "KNOWS", True, ANY),)
            ),
            "declared twice",
        ),
        (lambda: TieKind("knows", ANY, SAYS, (("Person", "Person"),)), "upper-case"),
        (lambda: TieKind("KNOWS", ANY, SAYS, ()), "which labels"),
        (lambda: TieKind("KNOWS", ANY, SAYS, (("Person", "Person"),), identity=("kind",)), "does not have"),
        (lambda: Vocabulary((PERSON, PERSON), (), (), (), ()), "declared twice"),
        (
            lambda: Vocabulary((PERSON,), (TieKind("Person".upper(), ANY, SAYS, (("Person", "Dog"),)),), (), (), ()),
            "no kind of node has the label 'Dog'",
        ),
        (
            lambda: Vocabulary(
                (NodeKind("Cat", "cat", "c.csv", ANY, ANY, ANY, refs=(Ref("knows", "KNOWS", True, ANY),)), PERSON),
                (KNOWS,),
                (),
                (),
                (),
            ),
            "cannot join Cat",
        ),
    ],
)
def test_nonsense_is_refused_and_the_refusal_says_what_to_choose(make, says):
    with pytest.raises(ValueError, match=says):
        make()


def test_unknown_kinds_offer_the_nearest():
    assert SMALL.node("Person") is PERSON
    with pytest.raises(UnknownName, match="did you mean Person"):
        SMALL.node("Persn")
    with pytest.raises(UnknownName, match="did you mean KNOWS"):
        SMALL.tie("KNOW")


def test_columns_and_owners():
    assert [field.name for field in SMALL.node_columns("Person")] == ["id", "sector"]
    assert [field.name for field in SMALL.tie_columns("KNOWS")] == ["since_when", "weight"]
    assert [(owner, field.name) for owner, field in SMALL.fields()] == [
        ("node", "id"),
        ("Person", "sector"),
        ("tie", "weight"),
        ("KNOWS", "since_when"),
    ]
    assert SMALL.personal("KNOWS") == {"since_when"}
    assert SMALL.personal("Person") == frozenset()


@pytest.mark.parametrize(
    ("bounds", "interval", "inside", "outside"),
    [
        ({"low": 1, "high": 5}, "1-5", (1, 3.5, 5), (0.25, 5.1)),
        ({"above": 0}, "> 0", (1e-9, 7), (0, -1)),
        ({"above": 0, "high": 1}, "> 0, <= 1", (0.5, 1), (0, 2)),
        ({"low": 0}, ">= 0", (0, 1e12), (-1,)),
        ({"high": 9}, "<= 9", (9, -3), (10,)),
        ({}, "", (-1, 0, 1), ()),
    ],
)
def test_a_range_says_itself(bounds, interval, inside, outside):
    field = number(**bounds)
    assert field.interval == interval
    assert all(field.admits(value) for value in inside)
    assert not any(field.admits(value) for value in outside)


@pytest.mark.parametrize(
    ("kind", "id", "uid"),
    [
        ("stakeholder", "A", "stakeholder:A"),
        ("stakeholder", "007", "stakeholder:007"),
        ("problem", "dac:education", "problem:dac%3Aeducation"),
        ("problem", "a/b>c|d#e@f%g", "problem:a%2Fb%3Ec%7Cd%23e%40f%25g"),
        ("stakeholder", "Kalurahan Girisekar é", "stakeholder:Kalurahan Girisekar é"),
    ],
)
def test_node_uid_encodes_only_what_has_a_meaning(kind, id, uid):
    assert node_uid(kind, id) == uid


def test_tie_uid_tells_identity_from_key():
    ends = ("stakeholder:A", "stakeholder:B")
    assert tie_uid("PARTNERS_WITH", *ends) == "PARTNERS_WITH:stakeholder:A>stakeholder:B"
    assert tie_uid("PARTNERS_WITH", *ends, identity="joint/a") == "PARTNERS_WITH:stakeholder:A>stakeholder:B#joint%2Fa"
    assert (
        tie_uid("PARTNERS_WITH", *ends, identity="MoU", key="k@1") == "PARTNERS_WITH:stakeholder:A>stakeholder:B@k%401"
    )


def test_header_keys_forgive_case_blanks_and_dashes():
    assert (
        len(
            {
                header_key(text)
                for text in ("Worked on by", "worked_on_by", "WORKED-ON  BY", "workedonby", "\ufeffWorked on by")
            }
        )
        == 1
    )


def test_a_choice_is_found_by_any_spelling():
    assert SECTOR.choice(" PEMERINTAH ").value == "government"
    assert SECTOR.choice("media") is None


def test_a_users_choices_reach_ties_too():
    typed = SMALL.with_words(
        {("KNOWS", "since_when"): (Choice("childhood", UserText({"en": "childhood", "id": "masa kecil"})),)}, (), {}
    )
    assert typed.tie("KNOWS").fields[0].choice("masa kecil").value == "childhood"
