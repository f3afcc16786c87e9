"""The closing set and separate answers as sentences."""

from sysmap.findings.port import all_findings


def find(analysis, kind):
    return [finding for finding in all_findings(analysis) if finding.kind == kind]


def test_the_closing_set_names_ties_and_the_convenor(mapped):
    lines = (
        *(f"Stakeholder {name}" for name in "ABCDE"),
        *(f"Problem {p}" for p in "pqrs"),
        *(f"{name} WORKS_ON {p}" for name, p in zip("ABCD", "pqrs", strict=True)),
        *(f"E WORKS_ON {p}" for p in "pqrs"),
        "A PARTNERS_WITH B",
        "A PARTNERS_WITH C",
        "A PARTNERS_WITH D",
    )
    [finding] = find(mapped(*lines), "closing_set")
    assert (
        finding.title.render("en") == "1 new partnership would bring 4 of 4 distant gap pairs within two steps (100%)"
    )
    assert "A - E (4)" in finding.why.render("id")
    assert (
        finding.next_step.render("en")
        == "Bring A and E together first. Or let A convene: 1 new tie makes it the partner of all in such a gap."
    )
    assert finding.evidence == ("stakeholder:A", "stakeholder:E")
    assert finding.severity == "info"


def test_where_each_tie_closes_one_gap_there_is_nothing_to_tell(mapped):
    assert (
        find(mapped("Stakeholder A", "Stakeholder B", "Problem p", "A WORKS_ON p", "B WORKS_ON p"), "closing_set") == []
    )


def test_no_tie_is_told_by_gaps_that_only_a_dropped_tie_lets_it_close(mapped):
    # Three who share a problem and have no partners: the first tie closes one gap, the second two more, but only
    # because the first was made. Without it the second closes one as well, so there is nothing to tell.
    lines = (*(f"Stakeholder {name}" for name in "ABC"), "Problem p", *(f"{name} WORKS_ON p" for name in "ABC"))
    assert find(mapped(*lines), "closing_set") == []


def test_without_partnership_data_both_are_not_assessed(mapped):
    analysis = mapped("Stakeholder A", "Problem p", files=("problems.csv", "innovations.csv", "links.csv"))
    for kind in ("closing_set", "separate_answers"):
        assert [finding.severity for finding in find(analysis, kind)] == ["not_assessed"]


def test_innovations_led_from_separate_pieces(mapped):
    [finding] = find(
        mapped(
            "Stakeholder A",
            "Stakeholder B",
            "Problem p severity=4",
            "Innovation i",
            "Innovation j",
            "A LEADS i",
            "B LEADS j",
            "i ADDRESSES p",
            "j ADDRESSES p",
        ),
        "separate_answers",
    )
    assert finding.title.render("id") == "2 inovasi menjawab p dari 2 bagian jaringan yang tidak terhubung: i dan j"
    assert (finding.severity, finding.evidence) == ("medium", ("problem:p", "innovation:i", "innovation:j"))
    assert finding.next_step.render("en").startswith("Bring A and B together over p")
    assert finding.items == (("problem:p", "innovation:i", "innovation:j"),)
