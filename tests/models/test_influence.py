"""MACTOR's places, by hand: who influences more than the mean, who depends more than the mean, and who comes first."""

import pytest

from sysmap.models.stakeholders_influence import measure_actors


def places(mapped, *ties):
    names = sorted({name for tie in ties for name in (tie.split()[0], tie.split()[1])})
    lines = [
        *(f"Stakeholder {name}" for name in names),
        *(
            f"{a} RELATES_TO {b} kind=influence {' '.join(more)} key={number}"
            for number, (a, b, *more) in enumerate(tie.split() for tie in ties)
        ),
    ]
    return [(one.stakeholder[-1], one.influence, one.dependence, one.place) for one in measure_actors(mapped(*lines))]


@pytest.mark.parametrize(
    ("ties", "expected"),
    [
        # A influences B with 2: the means are 1.
        (("A B weight=2",), [("A", 2, 0, "dominant"), ("B", 0, 2, "dependent")]),
        # A circle of three: each influences the next with 1, and with 1 more the one after it. Nobody is above the
        # mean.
        (("A B", "B C", "C A"), [("A", 2, 2, "autonomous"), ("B", 2, 2, "autonomous"), ("C", 2, 2, "autonomous")]),
        # B passes on what it gets: A-B 4, B-C 4, A-C min(4, 4) = 4. Means 4; C alone depends more, A alone influences
        # more.
        (
            ("A B weight=4", "B C weight=4"),
            [("A", 8, 0, "dominant"), ("B", 4, 4, "autonomous"), ("C", 0, 8, "dependent")],
        ),
        # Two relays A and B with 3 each way, C with 1 to A, D with nothing but 1 from B.
        (
            ("A B weight=3", "B A weight=3", "C A", "B D"),
            [("A", 4, 4, "relay"), ("B", 4, 4, "relay"), ("C", 2, 0, "autonomous"), ("D", 0, 2, "autonomous")],
        ),
        # Two answers on one pair are added; what one says of oneself is left out.
        (("A B weight=2", "A B", "A A weight=9"), [("A", 3, 0, "dominant"), ("B", 0, 3, "dependent")]),
    ],
)
def test_places(mapped, ties, expected):
    assert places(mapped, *ties) == expected


def test_of_equal_influence_who_depends_less_comes_first(mapped):
    # C and D influence E with 1 each; A influences D with 1, and through D also E.
    assert [row[:3] for row in places(mapped, "D E", "C E", "A D")] == [
        ("A", 2, 0),
        ("C", 1, 0),
        ("D", 1, 1),
        ("E", 0, 3),
    ]


def test_only_influence_that_was_asked_for_counts(mapped):
    assert (
        measure_actors(
            mapped(
                "Stakeholder A",
                "Stakeholder B",
                "A RELATES_TO B",
                "A RELATES_TO B kind=advice key=1",
                "A PARTNERS_WITH B kind=influence",
            )
        )
        == ()
    )
