"""Guards that walk every word of the vocabulary, and the words that users already write."""

from collections import Counter
from itertools import combinations

import pytest

from sysmap.messages import UserText
from sysmap.schema import Choice, Field, Ref, TieKind, header_key
from sysmap.vocabulary import VOCABULARY

NODES = pytest.mark.parametrize("kind", VOCABULARY.nodes, ids=lambda kind: kind.label)
TIES = pytest.mark.parametrize("tie", VOCABULARY.ties, ids=lambda tie: tie.type)
FIELDS = pytest.mark.parametrize(
    "field",
    [field for _, field in VOCABULARY.fields()] + list(VOCABULARY.headers),
    ids=[f"{owner}.{field.name}" for owner, field in VOCABULARY.fields()]
    + [f"header.{field.name}" for field in VOCABULARY.headers],
)


def clashes(columns):
    """Spellings that two of the columns claim."""
    count = Counter(spelling for column in columns for spelling in column.spellings)
    return {spelling for spelling, times in count.items() if times > 1}


def named(columns, header):
    """The names of the columns that answer to a header."""
    return [getattr(c, "name", None) or c.column for c in columns if header_key(header) in c.spellings]


def test_every_kind_of_the_data_model_is_there():
    assert {kind.label: (kind.name, kind.file) for kind in VOCABULARY.nodes} == {
        "Stakeholder": ("stakeholder", "stakeholders.csv"),
        "Problem": ("problem", "problems.csv"),
        "Innovation": ("innovation", "innovations.csv"),
        "Factor": ("factor", "factors.csv"),
        "Goal": ("goal", "goals.csv"),
        "GrowSession": ("grow", "grow.csv"),
        "Assessment": ("assessment", "assessments.csv"),
    }
    assert len({tie.type for tie in VOCABULARY.ties}) == 26
    assert [tie.type for tie in VOCABULARY.ties if not tie.directed] == ["PARTNERS_WITH"]
    assert VOCABULARY.tie("PARTNERS_WITH").file == "partnerships.csv"


@pytest.mark.parametrize(
    ("type", "identity"),
    [
        ("PARTNERS_WITH", ("kind",)),
        ("RELATES_TO", ("kind",)),
        ("INFLUENCES", ("held_by",)),
        ("ACTION", ("what",)),
        ("WORKS_ON", ()),
    ],
)
def test_identity_is_the_designs(type, identity):
    assert VOCABULARY.tie(type).identity == identity


@FIELDS
def test_a_meaning_is_one_plain_sentence_in_both_languages(field):
    for language in ("en", "id"):
        assert field.meaning.render(language).endswith(".")
        assert field.meaning.render(language)[0].isupper()
        assert field.label.render(language)[0].isupper()


@FIELDS
def test_choices_are_spelled_apart(field):
    spellings = Counter(spelling for choice in field.choices for spelling in choice.spellings)
    assert [spelling for spelling, times in spellings.items() if times > 1] == []
    assert all(field.choice(spelling.upper()) is not None for spelling in spellings)


@NODES
def test_a_kind_is_told_in_both_languages(kind):
    for language in ("en", "id"):
        assert kind.meaning.render(language).endswith(".")
    assert kind.title.render("en") != kind.plural.render("en")
    assert kind.file.endswith(".csv")


@NODES
def test_no_header_of_a_node_file_means_two_columns(kind):
    assert clashes(kind.fields + kind.refs) == set()
    assert clashes(VOCABULARY.node_fields) == set()
    for own in kind.fields + kind.refs:  # an own column may take a common field's synonym, never its name
        for common in VOCABULARY.node_fields:
            assert header_key(common.name) not in own.spellings


@NODES
def test_a_template_has_no_header_twice(kind):
    for language in ("en", "id"):
        headers = [column.label.render(language) for column in (*VOCABULARY.node_columns(kind.label), *kind.refs)]
        assert len({header_key(header) for header in headers}) == len(headers)


@NODES
def test_an_id_is_made_from_columns_the_file_has(kind):
    columns = {field.name for field in VOCABULARY.node_columns(kind.label)} | {ref.column for ref in kind.refs}
    assert set(kind.id_from) <= columns


@TIES
def test_a_tie_speaks_a_sentence_and_has_spellings(tie):
    for language in ("en", "id"):
        assert (
            tie.sentence.template(language).count("{source}") == tie.sentence.template(language).count("{target}") == 1
        )
    assert tie.sentence.filled(source="A", target=UserText("B")).render("id")
    assert header_key(tie.type) in tie.spellings


@TIES
def test_no_header_of_a_tie_file_means_two_columns(tie):
    assert clashes(tie.fields) == set()
    assert clashes(VOCABULARY.tie_fields) == set()
    for language in ("en", "id"):
        headers = [field.label.render(language) for field in (*VOCABULARY.headers, *VOCABULARY.tie_columns(tie.type))]
        assert len({header_key(header) for header in headers}) == len(headers)


def test_no_structural_header_means_two_columns():
    assert clashes(VOCABULARY.headers) == set()
    assert [header.name for header in VOCABULARY.headers] == [
        "source",
        "relation",
        "target",
        "source_kind",
        "target_kind",
        "key",
    ]
    for header in VOCABULARY.headers:
        for common in VOCABULARY.tie_fields:
            assert not header.spellings & common.spellings, (header.name, common.name)


@pytest.mark.parametrize(("one", "other"), list(combinations(VOCABULARY.ties, 2)), ids=lambda tie: tie.type)
def test_a_relation_means_one_tie(one, other):
    assert not one.spellings & other.spellings


@pytest.mark.parametrize(
    ("header", "column"),
    [
        ("KODE", "id"),
        ("key", "id"),
        ("Nama", "name"),
        ("label", "name"),
        ("judul", "name"),
        ("vertex", "name"),
        ("Mulai", "since"),
        ("end", "until"),
        ("sumber", "source"),
        ("penta-helix", "sector"),
        ("works on", "works_on"),
        ("Bagian dari", "part_of"),
        ("no_hp", "phone"),
    ],
)
def test_headers_of_a_stakeholder_file(header, column):
    kind = VOCABULARY.node("Stakeholder")
    assert named((*VOCABULARY.node_columns("Stakeholder"), *kind.refs), header) == [column]


@pytest.mark.parametrize(
    ("header", "column"),
    [
        ("From", "source"),
        ("dari", "source"),
        ("asal", "source"),
        ("Vertex 1", "source"),
        ("to", "target"),
        ("tujuan", "target"),
        ("hubungan", "relation"),
        ("kind", "relation"),
        ("bobot", "weight"),
        ("Strength", "weight"),
        ("Edge Weight", "weight"),
        ("sumber", "provenance"),
        ("id", "key"),
        ("start", "since"),
        ("selesai", "until"),
        ("Source Kind", "source_kind"),
    ],
)
def test_headers_of_a_file_of_ties(header, column):
    assert named((*VOCABULARY.headers, *VOCABULARY.tie_fields), header) == [column]


@pytest.mark.parametrize("header", ["type", "kategori", "jenis", "direction", "influence", "region"])
def test_headers_that_values_decide_or_that_stay_the_users_own_are_claimed_by_no_column(header):
    for kind in VOCABULARY.nodes:
        assert named((*VOCABULARY.node_columns(kind.label), *kind.refs), header) == []
    for tie in VOCABULARY.ties:
        assert named(VOCABULARY.tie_columns(tie.type), header) == []


@pytest.mark.parametrize(
    ("owner", "field", "text", "value"),
    [
        ("Stakeholder", "sector", "Pemerintah", "government"),
        ("Stakeholder", "sector", "swasta", "business"),
        ("Stakeholder", "sector", "LSM", "community"),
        ("Stakeholder", "sector", "akademisi ", "academia"),
        ("Stakeholder", "boundary", "luar", "external"),
        ("Innovation", "stage", "uji coba", "pilot"),
        ("Assessment", "discipline", "team_building", "team_learning"),
        ("GrowSession", "status", "g", "G"),
        ("PARTNERS_WITH", "kind", "nota kesepahaman", "MoU"),
        ("PARTNERS_WITH", "form", "kerja sama", "cooperates"),
        ("INFLUENCES", "polarity", "Same", "+"),
        ("INFLUENCES", "polarity", "opposite direction", "-"),
        ("INFLUENCES", "polarity", "\u2212", "-"),
        ("INFLUENCES", "delay", "panjang", "long"),
    ],
)
def test_values_that_people_write(owner, field, text, value):
    column = next(f for who, f in VOCABULARY.fields() if who == owner and f.name == field)
    assert column.choice(text).value == value


@pytest.mark.parametrize("text", ["NGO", "N.G.O.", "GOVERMENT", "international", "Donors"])
def test_sectors_of_real_data_that_are_not_ours(text):
    sector = next(f for f in VOCABULARY.node("Stakeholder").fields if f.name == "sector")
    assert sector.choice(text) is None
    assert not sector.closed


def test_which_choices_are_closed():
    closed = {field.name for _, field in VOCABULARY.fields() if field.closed}
    assert closed == {
        *("polarity", "sign", "stage", "discipline", "delay", "form", "status", "boundary", "evidence", "wanted"),
    }


def test_what_is_personal():
    assert VOCABULARY.personal("Stakeholder") == {
        "power",
        "interest",
        "legitimacy",
        "urgency",
        "contact",
        "email",
        "phone",
    }
    assert VOCABULARY.personal("PARTNERS_WITH") == {"trust", "value"}
    assert VOCABULARY.personal("Assessment") == {"score"}
    assert VOCABULARY.personal("Problem") == frozenset()


def test_reference_columns_of_the_beginner():
    made = {(kind.file, ref.column): ref.tie for kind in VOCABULARY.nodes for ref in kind.refs}
    assert made["problems.csv", "owners"] == "OWNS"
    assert made["innovations.csv", "funders"] == "FUNDS"
    assert made["stakeholders.csv", "part_of"] == "BELONGS_TO"
    assert made["grow.csv", "chose"] == "CHOSE"
    assert made["assessments.csv", "stakeholder"] == "ASSESSES"
    assert made["goals.csv", "shared_by"] == "SHARES"


def test_a_users_own_words_join_without_touching_ours():
    visits = TieKind(
        "VISITS",
        UserText({"en": "Visit", "id": "Kunjungan"}),
        UserText({"en": "{source} visits {target}", "id": "{source} mengunjungi {target}"}),
        (("Stakeholder", "Stakeholder"),),
    )
    grown = VOCABULARY.with_words(
        {("Stakeholder", "sector"): (Choice("donor", UserText({"en": "donor", "id": "donatur"})),)},
        (visits,),
        {"wilayah": "region"},
    )
    assert grown.tie("VISITS") is visits
    sector = next(f for f in grown.node("Stakeholder").fields if f.name == "sector")
    assert sector.choice("donatur").value == "donor"
    assert grown.header_synonyms == {"wilayah": "region"}
    assert VOCABULARY.header_synonyms == {}


def test_columns_are_fields_or_references():
    for kind in VOCABULARY.nodes:
        assert all(isinstance(field, Field) for field in kind.fields)
        assert all(isinstance(ref, Ref) for ref in kind.refs)
