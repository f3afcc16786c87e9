from __future__ import annotations

import pytest

from sysmap.errors import Fault
from sysmap.tables.config import parse_config
from sysmap.tables.rows import MapConfig
from sysmap.tables.settings import Settings
from sysmap.vocabulary import VOCABULARY


def parse(text: str) -> tuple[MapConfig, tuple[Fault, ...]]:
    config, _, faults = parse_config(text, VOCABULARY, "folder")
    return config, faults


def test_nothing_said() -> None:
    config, words, faults = parse_config("", VOCABULARY, "folder")
    assert (config, faults) == (MapConfig("folder", "folder"), ())
    assert words == VOCABULARY


def test_everything_said() -> None:
    text = 'name = "gk"\ntitle = "Air"\nlanguage = "en"\nauthor = "A"\ndate = 2024-05-06\nfocal = "S1"\n[analysis]\ntop = 5\nworks = ["OWNS"]\n'
    config, faults = parse(text)
    assert config == MapConfig("gk", "Air", "en", "A", "2024-05-06", "S1", Settings(top=5, works=("OWNS",)), text)
    assert faults == ()


@pytest.mark.parametrize(("text", "line", "problem", "remedy"), [
    ('name = "a"\ntitel = "x"\n', 2, "'titel' is no known key", "did you mean title"),
    ("name = \n", 1, "is no TOML", 'write key = "value"'),
    ('name = "a"\nname = "b"\n', 2, "is no TOML", 'write key = "value"'),
    ('a = "', 1, "is no TOML", 'write key = "value"'),
    ('\nlanguage = "jv"\n', 2, "language 'jv' is not known", "write id or en"),
    ('name = "a/b"\n', 1, "holds a slash", "give a short name"),
    ("title = 5\n", 1, "title is '5', not a text", 'write title = "..."'),
    ('date = "01/02/2024"\n', 1, "may be 1 February", "write it as 2024-01-31"),
    ("analysis = 5\n", 1, "analysis is no table", "write [analysis]"),
    ("[analysis]\ntopp = 5\n", 2, "[analysis] has no setting 'topp'", "choose top"),
    ("[analysis]\ntop = 0\n", 2, "[analysis] top is '0'", "give a whole number from 1 on"),
    ("[analysis]\n\nseed = -1\n", 3, "[analysis] seed is '-1'", "give a whole number from 0 to 4294967295"),
    ("[analysis]\nweight_need = -3\n", 2, "weight_need is '-3'", "give a whole number from 0 to 1000"),
    ("[analysis]\nweight_need = 2.5\n", 2, "weight_need is '2.5'", "give a whole number"),
    ("[analysis]\nweight_need = true\n", 2, "weight_need is 'True'", "give a whole number"),
    ("[analysis]\nmicmac_links = 1000000000\n", 2, "micmac_links", "from 1 to 50"),
    ("[analysis]\nsalient = 6\n", 2, "salient is '6'", "from 1 to 5"),
    ('[analysis]\nworks = ["works_on"]\n', 2, "works is", "'works_on' is not known; did you mean WORKS_ON"),
    ('[analysis]\nworks = ["FUNDS"]\n', 2, "works is", "'FUNDS' is not known; "),
    ('[analysis]\nworks = "OWNS"\n', 2, "works is 'OWNS'", "give a list of texts; known: "),
    ('[analysis]\ndead_stages = ["dead"]\n', 2, "dead_stages", "did you mean idea?"),
    ("[analysis]\ngrouping = 3\n", 2, "grouping is '3'", "give a text"),
    ("[analysis]\n" + "".join(f"weight_{term} = 0\n" for term in ("need", "partners", "work", "fit", "bridge", "diversity", "load")), 1,
     "every weight_... is 0", "give one of them 1 or more"),
    ('name = "a"\n[choices."Stakeholder.secto"]\nx = "y"\n', 2, "'Stakeholder.secto'", "did you mean Stakeholder.sector"),
    ('[choices."Stakeholder.power"]\nx = "y"\n', 1, "no field with choices", ""),
    ('[choices."Stakeholder.sector"]\nfaith = { en = 5 }\n', 1, "choice faith", "write { en"),
    ('[choices."Stakeholder.sector"]\nfaith = { en = "f", synonims = [] }\n', 2, "'synonims' is no known key of a choice", "did you mean synonyms?"),
    ('[ties.mentors]\nends = [["Stakeholder", "Stakeholder"]]\n', 1, "upper-case", ""),
    ('[ties.MENTORS]\ntitle = "x"\n', 1, "ends of tie MENTORS", 'write ends = [["Stakeholder", "Problem"]]'),
    ('[ties.MENTORS]\nends = [["Stakeholder", "Dog"]]\n', 1, "ends of tie MENTORS", "known: Stakeholder"),
    ('[ties.OWNS]\nends = [["Stakeholder", "Problem"]]\n', 1, "declared already", "choose another name"),
    ('[ties.MENTORS]\nends = [["Stakeholder", "Stakeholder"]]\nsentence = "x"\n', 1, "names not both ends", "{source}"),
    ('[ties.MENTORS]\nends = [["Stakeholder", "Stakeholder"]]\nidentity = ["x"]\n', 1, "does not have", ""),
    ('[ties.MENTORS]\nends = [["Stakeholder", "Stakeholder"]]\nfields = { hours = { type = "int" } }\n', 1, "field hours", "known: text"),
    ('[headers]\n"Nama Lembaga" = "nam"\n', 2, "'nam', which is no known column", "did you mean name?"),
])
def test_faults(text: str, line: int, problem: str, remedy: str) -> None:
    _, faults = parse(text)
    assert len(faults) == 1
    assert (faults[0].file, faults[0].line, faults[0].level) == ("sysmap.toml", line, "error")
    assert problem in faults[0].problem
    assert remedy in faults[0].remedy


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


def test_one_bad_entry_leaves_the_others() -> None:
    _, words, faults = parse_config('[headers]\n"A" = "nonsense"\n"B" = "name"\n', VOCABULARY, "folder")
    assert len(faults) == 1
    assert words.header_synonyms == {"B": "name"}
