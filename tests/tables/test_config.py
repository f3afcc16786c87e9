from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sysmap.errors import Fault
from sysmap.messages import languages
from sysmap.tables import toml_reader
from sysmap.tables.config import parse_config
from sysmap.tables.read_settings import ReadSettings
from sysmap.tables.rows import MapConfig
from sysmap.tables.settings import Settings
from sysmap.vocabulary import VOCABULARY


def parse(text: str) -> tuple[MapConfig, tuple[Fault, ...]]:
    config, _, faults = parse_config(text, VOCABULARY, "folder")
    return config, faults


READ_EN = ReadSettings(language="en")


def test_nothing_said() -> None:
    config, words, faults = parse_config("", VOCABULARY, "folder")
    assert (config, faults) == (MapConfig("folder", "folder", read=ReadSettings(language="id")), ())
    assert words == VOCABULARY


def test_everything_said() -> None:
    text = 'name = "gk"\ntitle = "Air"\nlanguage = "en"\nauthor = "A"\ndate = 2024-05-06\nfocal = "S1"\n[analysis]\ntop = 5\nworks = ["OWNS"]\n'
    config, faults = parse(text)
    assert config == MapConfig(
        "gk", "Air", "en", "A", "2024-05-06", "S1", Settings(top=5, works=("OWNS",)), text, READ_EN
    )
    assert faults == ()


TIE = '[ties.MENTORS]\nends = [["Stakeholder", "Stakeholder"]]\n'


@pytest.mark.parametrize(
    ("text", "line", "problem", "remedy"),
    [
        ('name = "a"\ntitel = "x"\n', 2, "titel is not a known key", "did you mean title"),
        (
            "qqq = 1\n",
            1,
            "qqq is not a known key",
            "choose name, id, title, language, author, date, focal, read, analysis, asked, choices, headers or ties",
        ),
        ("name = \n", 1, "the value is missing here", 'write key = "a text"'),
        (
            'name = "a"\nname = "b"\n',
            2,
            "name is given a second time; it stands already on line 1",
            "keep one of the two",
        ),
        ('a = "', 1, "is not closed on its line", "put a quotation mark at its end"),
        ('\nlanguage = "jv"\n', 2, 'language is "jv"', "choose en or id"),
        ('name = "a/b"\n', 1, "holds a slash", "give a short name"),
        ("title = 5\n", 1, "title is 5, not a text", 'write title = "..."'),
        ("title = true\n", 1, "title is true, not a text", 'write title = "..."'),
        ('date = "01/02/2024"\n', 1, "may be 1 February", "write it as 2024-01-31"),
        ('date = "2024"\n', 1, 'date is "2024", not a day', "write it as 2024-01-31"),
        ("date = 07:32:00\n", 1, "date is 07:32:00, not a day", "write it as 2024-01-31"),
        ("analysis = 5\n", 1, "analysis is 5, not a table", "write [analysis]"),
        ("[[analysis]]\ntop = 5\n", 1, "analysis is [{ top = 5 }], not a table", "write [analysis]"),
        ("[analysis]\ntopp = 5\n", 2, "[analysis] topp is not a known key", "did you mean top"),
        ("[analysis]\ntop = 0\n", 2, "[analysis] top is 0", "give a whole number from 1 on"),
        ('[analysis]\ntop = "5"\n', 2, '[analysis] top is "5"', "give a whole number from 1 on"),
        ("[analysis]\n\nseed = -1\n", 3, "[analysis] seed is -1", "give a whole number from 0 to 4294967295"),
        ("analysis.seed = -1\n", 1, "[analysis] seed is -1", "give a whole number from 0 to 4294967295"),
        ("[analysis]\nweight_need = -3\n", 2, "weight_need is -3", "give a whole number from 0 to 1000"),
        ("[analysis]\nweight_need = 2.5\n", 2, "weight_need is 2.5", "give a whole number"),
        ("[analysis]\nweight_need = 2.0\n", 2, "weight_need is 2.0", "give a whole number"),
        ("[analysis]\nweight_need = true\n", 2, "weight_need is true", "give a whole number"),
        ("[analysis]\nmicmac_links = 1000000000\n", 2, "micmac_links", "from 1 to 50"),
        ("[analysis]\nsalient = 6\n", 2, "salient is 6", "from 1 to 5"),
        (
            '[analysis]\nworks = [\n  "OWNS",\n  "works_on",\n]\n',
            4,
            'works holds "works_on", which is not known',
            "did you mean WORKS_ON",
        ),
        ('[analysis]\nworks = ["FUNDS"]\n', 2, 'works holds "FUNDS", which is not known', "choose "),
        ('[analysis]\nworks = "OWNS"\n', 2, 'works is a single text, "OWNS", not a list', 'write works = ["OWNS"]'),
        ("[analysis]\nworks = 3\n", 2, "works is 3, not a list of texts", 'write works = ["...", "..."]'),
        ('[analysis]\nworks = [\n"OWNS",\n 5]\n', 4, "works holds 5, which is not a text", "put it in quotes"),
        ('[analysis]\ndead_stages = ["dead"]\n', 2, "dead_stages", "did you mean idea?"),
        ("[analysis]\ngrouping = 3\n", 2, "grouping is 3, not a text", 'write grouping = "..."'),
        ('[analysis]\ngrouping = ""\n', 2, "grouping is empty", 'write grouping = "..."'),
        (
            "[analysis]\n"
            + "".join(
                f"weight_{term} = 0\n" for term in ("need", "partners", "work", "fit", "bridge", "diversity", "load")
            ),
            1,
            "every weight_... is 0",
            "give one of them 1 or more",
        ),
        (
            'name = "a"\n[choices."Stakeholder.secto"]\nx = "y"\n',
            2,
            '"Stakeholder.secto"',
            "did you mean Stakeholder.sector",
        ),
        (
            '[choices."Stakeholder.secto"]\nx = { enn = 5 }\n',
            1,
            '"Stakeholder.secto"',
            "did you mean Stakeholder.sector",
        ),
        ("[choices.a]\na = { enn = 5 }\n", 1, '"a" is not a field that takes choices', ""),
        (
            '[choices.Stakeholder.sector]\nx = "y"\n',
            1,
            '"Stakeholder" alone is not a field',
            'write both names in one pair of quotes: [choices."Stakeholder.sector"]',
        ),
        ('[choices."Stakeholder.power"]\nx = "y"\n', 1, "not a field that takes choices", ""),
        ('[choices."tie.provenance"]\nx = "y"\n', 1, "not a field that takes choices", ""),
        (
            '[choices."Stakeholder.sector"]\nfaith = { en = 5 }\n',
            2,
            '[choices."Stakeholder.sector".faith] en is 5, not a text',
            'write en = "..."',
        ),
        ('[choices."Stakeholder.sector"]\nfaith = ""\n', 2, "faith holds no text", 'write faith = "..."'),
        ('[choices."Stakeholder.sector"]\n"" = "faith"\n', 2, "a choice has an empty name", ""),
        ('[choices."Stakeholder.sector"]\nfaith = 5\n', 2, "faith is 5, not a text", '{ en = "...", id = "..." }'),
        (
            '[choices."Stakeholder.sector"]\nfaith = { en = "f", synonims = [] }\n',
            2,
            "synonims is not a known key",
            "did you mean synonyms?",
        ),
        (
            '[ties.mentors]\nends = [["Stakeholder", "Stakeholder"]]\n',
            1,
            '"mentors" cannot be the name of a tie',
            "upper-case",
        ),
        (
            '[ties.MENTORS]\ntitle = "x"\n',
            1,
            "[ties.MENTORS] ends is missing",
            'write ends = [["Stakeholder", "Problem"]]',
        ),
        (
            "[ties.MENTORS]\nends = []\n",
            2,
            "[ties.MENTORS] ends is [], not a list of pairs",
            'write ends = [["Stakeholder", "Problem"]]',
        ),
        (
            '[ties.MENTORS]\nends = ["Stakeholder", "Problem"]\n',
            2,
            'ends is ["Stakeholder", "Problem"], not a list of pairs',
            'write ends = [["Stakeholder", "Problem"]]',
        ),
        (
            '[ties.MENTORS]\nends = [["Stakeholder"]]\n',
            2,
            'ends is [["Stakeholder"]], not a list of pairs',
            'write ends = [["Stakeholder", "Problem"]]',
        ),
        (
            '[ties.MENTORS]\nends = [\n["Stakeholder", "Dog"]]\n',
            3,
            'ends holds "Dog", which is not a kind of node',
            "choose Stakeholder, ",
        ),
        (
            '[ties.MENTORS]\nends = [["Stakeholder", "Stakholder"]]\n',
            2,
            'ends holds "Stakholder"',
            "did you mean Stakeholder?",
        ),
        ('[ties.OWNS]\nends = [["Stakeholder", "Problem"]]\n', 1, "OWNS is declared already", "choose another name"),
        (TIE + 'sentence = "x"\n', 3, "does not name both ends", "{source}"),
        (
            TIE + 'sentence = { en = "{source} mentors {target}",\tid = "{source} dan" }\n',
            3,
            "[ties.MENTORS.sentence] id does not name both ends",
            "{source}",
        ),
        (
            TIE + 'sentence = "{source:>999999999} mentors {target}"\n',
            3,
            "has other braces than those of {source} and {target}",
            "take the other braces out",
        ),
        (TIE + 'sentence = "{source} {mentors} {target}"\n', 3, "has other braces", "take the other braces out"),
        (TIE + 'sentence = "{source} mentors {target} }"\n', 3, "has other braces", "take the other braces out"),
        (TIE + "title = {}\n", 3, "title holds no text", 'write title = "..."'),
        (TIE + 'title = ""\n', 3, "title holds no text", 'write title = "..."'),
        (TIE + 'identity = ["x"]\n', 3, 'identity holds "x", but the tie has no fields', ""),
        (
            TIE + 'identity = ["hour"]\nfields = { hours = {} }\n',
            3,
            'identity holds "hour", which the tie does not have',
            "did you mean hours?",
        ),
        (TIE + "directed = 1\n", 3, "directed is 1", "write true or false"),
        (TIE + "direct = true\n", 3, "[ties.MENTORS] direct is not a known key", "did you mean directed?"),
        (
            TIE + "xyz = true\n",
            3,
            "[ties.MENTORS] xyz is not a known key",
            "choose ends, title, sentence, fields, identity, directed or synonyms",
        ),
        (
            TIE + 'fields = { hours = { type = "int" } }\n',
            3,
            '[ties.MENTORS.fields.hours] type is "int"',
            "choose text, integer, number, date or boolean",
        ),
        (
            TIE + '[ties.MENTORS.fields.hours]\ntype = "number"\nlow = "x"\n',
            5,
            '[ties.MENTORS.fields.hours] low is "x", not a number',
            "without quotes",
        ),
        (TIE + '[ties.MENTORS.fields.hours]\ntype = "number"\nlow = nan\n', 5, "low is nan, not a number", ""),
        (
            TIE + '[ties.MENTORS.fields.hours]\ntype = "number"\nlow = 3\nhigh = 2\n',
            5,
            "low is above high",
            "not above high",
        ),
        (
            TIE + "[ties.MENTORS.fields.hours]\nhigh = 2\n",
            4,
            "high is set, but the field is not a number",
            'write type = "number"',
        ),
        (
            TIE + "[ties.MENTORS.fields.hours]\nunit = 2\n",
            4,
            "[ties.MENTORS.fields.hours] unit is not a known key",
            "choose title, meaning",
        ),
        (
            TIE + "[ties.MENTORS.fields.uid]\n",
            3,
            '"uid" cannot be the name of a field',
            "uid, map and names that begin with sm_ are taken",
        ),
        (
            TIE + '[ties.MENTORS.fields."two words"]\n',
            3,
            '"two words" cannot be the name of a field',
            "letters, digits and _",
        ),
        (
            '[headers]\n"Nama Lembaga" = "nam"\n',
            2,
            '[headers] "Nama Lembaga" is "nam", which is not a known column',
            "did you mean name?",
        ),
        ('[headers]\nfoo = ["a"]\n', 2, '[headers] foo is ["a"], not a text', 'write foo = "..."'),
        ("a = 1" + "0" * 4300, 1, "more than 100 digits", "a shorter number"),
        ("\n\na = " + "[" * 2000, 3, "more than 32 lists or tables", ""),
        (
            'title = "Uji"\n'
            + TIE
            + '[ties.MENTORS.fields.topic]\ntype = "text"\n[ties.HOSTS]\nends = [["Stakeholder", "Problem"]]\ntype = "oops"\n',
            8,
            "[ties.HOSTS] type is not a known key",
            "choose ends",
        ),
        ('"a\u0085\u2028b" = 1\n', 1, '"a\\u0085\\u2028b" is not a known key', ""),
    ],
)
def test_faults(text: str, line: int, problem: str, remedy: str) -> None:
    _, faults = parse(text)
    assert len(faults) == 1
    assert (faults[0].file, faults[0].line, faults[0].level) == ("sysmap.toml", line, "error")
    assert problem in str(faults[0].problem)
    assert remedy in str(faults[0].remedy)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_all_faults_are_told_at_once_each_at_its_line_and_column(end: str) -> None:
    text = """title = 5
# [ties.OWNS]
titel = "x"
[analysis]
top = "top = 3"
works = ["OWNS", 5,
  "works_on"]
[headers]
"Nama" = "nam"
[choices."MENTORS.about"]
x = { synonyms = "a", en = 5 }
[ties.MENTORS]
ends = [["Stakeholder", "Dog"]]
fields = { about = {}, hours = { type = "int", low = "x" } }
identity = ["about", "zz"]
titl = "x"
[ties.visits]
ends = "Stakeholder"
sentence = "{x}"
"""
    _, faults = parse(text.replace("\n", end))
    assert [(fault.line, fault.column) for fault in faults] == [
        (1, 1),
        (3, 1),
        (5, 1),
        (6, 18),
        (7, 3),
        (9, 1),
        (11, 7),
        (11, 23),
        (13, 25),
        (14, 34),
        (14, 48),
        (15, 22),
        (16, 1),
        (17, 7),
        (18, 1),
        (19, 1),
    ]


def test_errors_of_toml_do_not_hide_the_other_faults() -> None:
    _, faults = parse('title = Air\ntitel = "x"\n[analysis]\ntop = 0\n')
    assert [fault.line for fault in faults] == [1, 2, 4]


@pytest.mark.parametrize(
    "text",
    [
        '[ties.MENTORS\nends = [["Stakeholder", "Stakeholder"]]\n[choices."MENTORS.about"]\nx = "y"\n[headers]\nTentang = "about"\n',
        '[ties.MENTORS]\nends = 5\nfields = { about = {} }\n[analysis]\nworks = ["MENTORS"]\n[choices."MENTORS.about"]\nx = "y"\n',
        TIE
        + 'fields = { about = 5 }\nidentity = ["about"]\n[choices."MENTORS.about"]\nx = "y"\n[headers]\nTentang = "about"\n',
        TIE + "fields = { hours = { type = 5, low = 3 } }\n",
        '[choices."Problem.status"]\nselesai = 5\n[analysis]\nsettled_problems = ["selesai"]\n',
    ],
)
def test_one_fault_is_not_told_again_by_what_follows_from_it(text: str) -> None:
    _, faults = parse(text.replace('Tentang = "about"', "") if "ties.MENTORS\n" in text else text)
    assert len(faults) == 1


def test_a_moment_is_its_day() -> None:
    config, faults = parse("date = 2024-05-06T07:08:09\n")
    assert (config.date, faults) == ("2024-05-06", ())


def test_a_whole_number_may_be_0_and_not_less() -> None:
    assert parse("[analysis]\nstalled = 0\n")[0].settings.stalled == 0
    (fault,) = parse("[analysis]\nstalled = -1\n")[1]
    assert "from 0 on" in str(fault.remedy)


def test_of_many_unknown_names_the_first_are_compared_with_the_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(toml_reader, "MOST_OFFERS", 2)
    _, faults = parse("titel = 1\nfocl = 1\nauthr = 1\n")
    assert ["did you mean" in str(fault.remedy) for fault in faults] == [True, True, False]


def test_a_fault_never_speaks_python_or_pydantic() -> None:
    values = ["5", "2.5", "true", "'x'", "[]", "[1]", "['x']", "{}", "{ x = 1 }", "nan", "1979-05-27", "07:32:00"]
    keys = [
        "name",
        "language",
        "date",
        "analysis.top",
        "analysis.works",
        "analysis.grouping",
        "choices",
        "choices.x",
        'choices."Stakeholder.sector".x',
        "headers",
        "headers.x",
        "ties",
        "ties.X",
        "ties.X.ends",
        "ties.X.title",
        "ties.X.fields",
        "ties.X.fields.y",
        "ties.X.fields.y.low",
        "ties.X.fields.y.type",
        "ties.X.directed",
        "ties.X.identity",
    ]
    foreign = re.compile(
        r"True|False|None|\bstr\b|\bint\b|\bdict\b|tuple|input|Input|datetime|string|valid|\{\w*\}(?<!\{source\})(?<!\{target\})(?<!\{\})|<class"
    )
    for key in keys:
        for value in values:
            for fault in parse(f"{key} = {value}\n")[1]:
                assert not foreign.search(f"{fault.problem} {fault.remedy}"), fault


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ('language = "jv"\n', ("sysmap.toml:1:1: ", 'language berisi "jv"', "pilih en atau id")),
        ("[analysis]\ntop = 0\n", ("sysmap.toml:2:1: ", "[analysis] top", "bilangan bulat")),
        (
            '[analysis]\nworks = ["works_on"]\n',
            ("sysmap.toml:2:10: ", 'works memuat "works_on", yang tidak dikenal', "WORKS_ON?"),
        ),
        (
            "[ties.MENTORS]\nxyz = true\nends = 5\n",
            ("sysmap.toml:2:1: ", "[ties.MENTORS] xyz", "title, sentence, fields, identity, directed, atau synonyms"),
        ),
        (
            TIE + "title = 5\n",
            (
                "sysmap.toml:3:1: ",
                "[ties.MENTORS] title berisi 5",
                'title = "...", atau title = { en = "...", id = "..." }',
            ),
        ),
        (
            TIE + 'sentence = "x"\n',
            ("sysmap.toml:3:1: ", "[ties.MENTORS] sentence tidak menyebut", "dengan {source} dan {target}"),
        ),
    ],
)
def test_a_fault_speaks_the_readers_language(text: str, parts: tuple[str, ...]) -> None:
    fault = parse(text)[1][0]
    assert [part for part in parts if part not in fault.render("id")] == []
    assert fault.render("id") != fault.render("en")


KEYS = st.sampled_from(
    [
        "name",
        "title",
        "language",
        "date",
        "analysis",
        "choices",
        "headers",
        "ties",
        "ends",
        "sentence",
        "fields",
        "type",
        "low",
        "high",
        "identity",
        "directed",
        "synonyms",
        "en",
        "id",
        "X",
        "OWNS",
        "about",
        "Stakeholder.sector",
        "X.about",
        "works",
        "weight_need",
        "top",
        "",
        "x y",
        "{a}",
    ]
)
VALUES = st.recursive(
    st.sampled_from(
        [
            '"text"',
            '"number"',
            '""',
            '"X"',
            '"Stakeholder"',
            '"{source} {target}"',
            '"{"',
            "5",
            "-1",
            "2.5",
            "nan",
            "inf",
            "true",
            "2024-01-31",
            "07:32:00",
            '[["Stakeholder", "Problem"]]',
        ]
    ),
    lambda inner: (
        st.lists(inner, max_size=2).map(lambda items: f"[{', '.join(items)}]")
        | st.dictionaries(KEYS, inner, max_size=4).map(
            lambda table: "{ " + ", ".join(f"{json.dumps(key)} = {value}" for key, value in table.items()) + " }"
        )
    ),
    max_leaves=12,
)


@settings(max_examples=250, deadline=None)
@given(st.dictionaries(KEYS, VALUES, max_size=4))
def test_nothing_that_toml_can_hold_is_an_exception(table: dict[str, str]) -> None:
    lines = [f"{json.dumps(key)} = {value}" for key, value in table.items()]
    config, words, faults = parse_config("\n".join(lines), VOCABULARY, "folder")
    assert config.name
    assert words.with_words({}, (), {}) == words
    assert all(1 <= fault.line <= len(lines) for fault in faults)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_no_text_is_an_exception(toml_jumbles: st.SearchStrategy[str], data: st.DataObject) -> None:
    parse(data.draw(toml_jumbles))


def test_hostile_sizes_end_soon() -> None:
    """Each of them is read within seconds; what takes the square of its length would take hours."""
    many = 4000
    for text, count in {
        "".join(f"titel{number} = 1\n" for number in range(many)): many,
        "".join(f'[choices."Stakeholder.s{number}"]\nx = "y"\n' for number in range(many)): many,
        "[analysis]\nworks = [" + '"works_on",\n' * many + "]": many,
        TIE + "".join(f"fields.f{number}.typ = 1\n" for number in range(many)): many,
        "a = " + "[" * 900_000: 1,
        "a = " + "9" * 900_000: 1,
        'a = "' + "x" * 900_000: 1,
        "a = 1\n" * 160_000: 1,
        "#" * 2_000_000: 1,
    }.items():
        assert len(parse(text)[1]) == count


def test_an_empty_text_needs_no_library() -> None:
    """A folder without sysmap.toml, and every start of the program, are spared the time of pydantic's import."""
    program = (
        "import sys; from sysmap.tables.config import parse_config; from sysmap.vocabulary import VOCABULARY; parse_config('', VOCABULARY, 'x'); import sysmap.page.looks;"
        "sys.exit('pydantic_core' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_own_words_join_the_vocabulary() -> None:
    text = """
[choices."Stakeholder.sector"]
faith = { en = "faith-based", id = "keagamaan", synonyms = ["masjid"] }
[ties.MENTORS]
ends = [["Stakeholder", "Stakeholder"]]
title = { en = "Mentoring", id = "Pendampingan" }
sentence = { en = "{source} mentors {target}", id = "{source} mendampingi {target}" }
fields = { hours = { type = "number", low = 0, title = { en = "Hours", id = "Jam" } }, about = {} }
identity = ["about"]
synonyms = ["coaches"]
[choices."MENTORS.about"]
farming = { en = "farming", id = "pertanian" }
[headers]
"Nama Lembaga" = "name"
"""
    _, words, faults = parse_config(text, VOCABULARY, "folder")
    assert faults == ()
    sector = next(field for field in words.node("Stakeholder").fields if field.name == "sector")
    assert sector.choice("masjid").value == "faith"
    mentors = words.tie("MENTORS")
    assert (mentors.ends, mentors.identity, mentors.directed) == ((("Stakeholder", "Stakeholder"),), ("about",), True)
    assert [field.name for field in mentors.fields] == ["hours", "about"]
    assert mentors.fields[1].choice("pertanian").value == "farming"
    assert words.header_synonyms == {"Nama Lembaga": "name"}


def test_own_words_may_have_a_form_in_every_language_that_is_known() -> None:
    forms = {language: f"mentors in {language}" for language in languages()}
    text = TIE + "title = { " + ", ".join(f'{language} = "{form}"' for language, form in forms.items()) + " }\n"
    _, words, faults = parse_config(text, VOCABULARY, "folder")
    assert faults == ()
    assert {language: words.tie("MENTORS").title.render(language) for language in languages()} == forms


def test_a_language_that_joins_the_catalogues_may_be_written_at_once(tmp_path: Path) -> None:
    """The languages are those of the catalogues, so this runs in a process that finds one more of them."""
    program = """
import sys
from pathlib import Path
from sysmap.messages import catalogues
folder = Path(sys.argv[1])
for language in ("id", "jv"):
    (folder / language / "LC_MESSAGES").mkdir(parents=True)
    (folder / language / "LC_MESSAGES" / "sysmap.po").touch()
catalogues.FOLDER = folder
from sysmap.tables.config import parse_config
from sysmap.vocabulary import VOCABULARY
tie = '[ties.MENTORS]\\nends = [["Stakeholder", "Stakeholder"]]\\n'
_, words, faults = parse_config(tie + 'title = { id = "Pendampingan", jv = "Ndampingi" }', VOCABULARY, "x")
print(words.tie("MENTORS").title.render("jv"), *faults)
print(*parse_config(tie + 'title = { id = "Pendampingan", su = "Ngabina" }', VOCABULARY, "x")[2])
print(*parse_config(tie + 'title = 5', VOCABULARY, "x")[2])
print(*parse_config(tie + 'title = { jv = 5 }', VOCABULARY, "x")[2])
"""
    done = subprocess.run([sys.executable, "-c", program, str(tmp_path)], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == [
        "Ndampingi",
        "sysmap.toml:3:32: [ties.MENTORS.title] su is not a known key (choose en, id or jv)",
        'sysmap.toml:3:1: [ties.MENTORS] title is 5, not a text (write title = "...", or title = { en = "...", id = "...", jv = "..." })',
        'sysmap.toml:3:11: [ties.MENTORS.title] jv is 5, not a text (write jv = "...", with the text in quotes)',
    ]


def test_one_bad_entry_leaves_the_others() -> None:
    _, words, faults = parse_config('[headers]\n"A" = "nonsense"\n"B" = "name"\n', VOCABULARY, "folder")
    assert len(faults) == 1
    assert words.header_synonyms == {"B": "name"}


MENTORS = '[ties.MENTORS]\nends = [["Stakeholder", "Stakeholder"]]\n'


@pytest.mark.parametrize(
    ("more", "line", "key", "remedy"),
    [
        ('sentense = "{source} mentors {target}"\n', 3, "sentense", "sentence"),
        ('\n\nsinonyms = ["coaches"]\n', 5, "sinonyms", "synonyms"),
        ("colour = 5\n", 3, "colour", "directed"),  # near nothing: all that is known is named
        ('[ties.MENTORS.fields.hours]\ntype = "number"\nlowest = 0\n', 5, "lowest", "low"),
        ('[ties.MENTORS.fields.hours]\ntype = "number"\nunit = "h"\n', 5, "unit", "meaning"),
    ],
)
def test_unknown_keys_of_a_users_tie_and_of_its_fields_are_named_and_the_tie_is_kept(
    more: str, line: int, key: str, remedy: str
) -> None:
    _, words, faults = parse_config(MENTORS + more, VOCABULARY, "folder")
    assert [(fault.line, fault.level) for fault in faults] == [(line, "error")]
    assert str(faults[0].problem).endswith(f" {key} is not a known key")
    assert remedy in str(faults[0].remedy)
    assert words.tie("MENTORS").ends == (("Stakeholder", "Stakeholder"),)


def test_two_unknown_keys_of_a_users_tie_are_two_faults() -> None:
    _, faults = parse(MENTORS + "colour = 5\nwidth = 2\n")
    assert [
        (fault.line, f" {key} is" in str(fault.problem)) for fault, key in zip(faults, ("colour", "width"), strict=True)
    ] == [(3, True), (4, True)]


def test_every_known_key_of_a_users_tie_may_stand() -> None:
    more = (
        'title = "Mentoring"\nsentence = "{source} mentors {target}"\nsynonyms = ["coaches"]\nidentity = ["about"]\ndirected = false\n'
        '[ties.MENTORS.fields.about]\n[ties.MENTORS.fields.hours]\ntitle = "Hours"\nmeaning = "In a month."\ntype = "number"\nlow = 0\nhigh = 99\nsynonyms = ["jam"]\n'
    )
    _, words, faults = parse_config(MENTORS + more, VOCABULARY, "folder")
    assert faults == ()
    hours = words.tie("MENTORS").fields[1]
    assert (
        hours.label.render("id"),
        hours.meaning.render("en"),
        hours.type,
        hours.low,
        hours.high,
        hours.synonyms,
    ) == (
        "Hours",
        "In a month.",
        "number",
        0,
        99,
        ("jam",),
    )
    assert words.tie("MENTORS").directed is False
