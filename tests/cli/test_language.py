"""Which language is spoken at the terminal, which one files are written in, and what if a language is not known."""

from __future__ import annotations

import ast
import gettext
import inspect
import json
import os
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from pseudo_language import CATALOGUES
from sysmap.cli import cli
from sysmap.cli._click_texts import CLICK_TEXTS
from sysmap.cli._language import terminal_language
from sysmap.messages import catalogues

GAPS = {"en": "no data on partnerships", "id": "Tidak ada data kemitraan"}


@pytest.fixture(scope="module", autouse=True)
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The shipped catalogues in a folder of their own, compiled as a build does: click reads nothing else."""
    folder = tmp_path_factory.mktemp("locale")
    for po in CATALOGUES.glob("*/LC_MESSAGES/sysmap.po"):
        target = folder / po.relative_to(CATALOGUES).with_suffix(".mo")
        target.parent.mkdir(parents=True)
        target.write_bytes(catalogues.compiled(po))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(catalogues, "FOLDER", folder)
        catalogues.forget()
        yield
    catalogues.forget()


@pytest.fixture
def poor(run, tmp_path: Path):
    """`poor("id")` makes a map in that language without partnerships."""

    def build(language: str) -> None:
        folder = tmp_path / "poor"
        folder.mkdir()
        (folder / "stakeholders.csv").write_text("id,name\na,A\n", encoding="utf-8")
        (folder / "sysmap.toml").write_text(f'name = "poor"\nlanguage = "{language}"\n', encoding="utf-8")
        assert run("build", folder, "--out", "sysmap-out/poor").exit_code == 0

    return build


@pytest.mark.parametrize(
    ("option", "variable", "of_map", "system", "spoken"),
    [
        ("en", "id", "id", "id_ID.UTF-8", "en"),
        (None, "en", "id", "id_ID.UTF-8", "en"),
        (None, None, "en", "id_ID.UTF-8", "en"),
        (None, None, "id", "en_GB.UTF-8", "id"),
        (None, "", "id", "C", "id"),
    ],
)
def test_the_option_comes_first_then_the_variable_then_the_map(
    run, poor, monkeypatch, *, option, variable, of_map, system, spoken
) -> None:
    poor(of_map)
    monkeypatch.setenv("LC_ALL", system)
    if variable is not None:
        monkeypatch.setenv("SYSMAP_LANG", variable)
    assert GAPS[spoken] in run("gaps", *(["--lang", option] if option else [])).output


@pytest.mark.parametrize(
    ("system", "title"),
    [("id_ID.UTF-8", "nama"), ("id", "nama"), ("en_US", "name"), ("fr_FR.UTF-8", "name"), ("", "name")],
)
def test_without_a_map_the_system_is_asked_then_it_is_english(run, monkeypatch, system, title) -> None:
    monkeypatch.setenv("LC_ALL", system)
    assert run("queries").output.startswith(title)


def test_files_follow_the_map_or_the_option_and_never_the_environment(
    run, tiny: Path, tmp_path: Path, monkeypatch
) -> None:
    def build(out: str, *words: str) -> dict[str, bytes]:
        assert run("build", tiny, "--out", out, *words).exit_code == 0
        return {path.name: path.read_bytes() for path in (tmp_path / out).iterdir() if path.is_file()}

    plain = build("plain")
    monkeypatch.setenv("SYSMAP_LANG", "id")
    monkeypatch.setenv("LC_ALL", "id_ID.UTF-8")
    assert build("in-indonesia") == plain
    assert "simpul" in run("build", tiny, "--out", "in-indonesia").output
    assert build("asked", "--lang", "id") != plain
    assert run("new", "desa").exit_code == 0
    assert "nama" in (tmp_path / "desa/stakeholders.csv").read_text("utf-8-sig")
    monkeypatch.setenv("SYSMAP_LANG", "en")
    assert run("new", "dusun").exit_code == 0
    assert (tmp_path / "dusun/stakeholders.csv").read_bytes() == (tmp_path / "desa/stakeholders.csv").read_bytes()


@pytest.mark.parametrize(
    "words",
    [
        ("gaps", "--lang", "xx"),
        ("gaps", "--lang=xx"),
        ("--lang", "xx", "gaps"),
        ("new", "x", "--lang", "xx"),
        ("doctor", "--lang", "xx"),
    ],
)
def test_an_unknown_language_is_one_error_that_names_the_known_ones(run, words) -> None:
    answer = run(*words)
    assert answer.exit_code == 2
    assert "there is no language 'xx'; known: en, id" in answer.stderr


def test_an_unknown_language_in_the_variable_is_the_same_error_unless_the_option_decides(run, monkeypatch) -> None:
    monkeypatch.setenv("SYSMAP_LANG", "xx")
    answer = run("queries")
    assert (answer.exit_code, answer.stdout) == (2, "")
    assert "SYSMAP_LANG: there is no language 'xx'; known: en, id" in answer.stderr
    assert run("queries", "--lang", "id").exit_code == 0
    assert run("--help").exit_code == 0


@pytest.mark.parametrize(
    "words",
    [
        ("--lang", "id", "queries"),
        ("queries", "--lang", "id"),
        ("queries", "--lang=id"),
        ("--lang", "en", "queries", "--lang", "id"),
    ],
)
def test_the_option_may_stand_before_the_command_or_after_it(run, words) -> None:
    assert run(*words).output.startswith("nama")


def test_a_map_drawn_with_the_option_before_the_command_is_in_that_language(run, tiny: Path, tmp_path: Path) -> None:
    assert run("--lang", "id", "build", tiny, "--out", "out").exit_code == 0
    assert '<html lang="id"' in (tmp_path / "out/map.html").read_text("utf-8")


@pytest.mark.parametrize(
    "words",
    [
        ("--help", "--lang", "id"),
        ("--lang", "id", "--help"),
        ("gaps", "--help", "--lang", "id"),
        ("db", "--lang", "id", "--help"),
        ("db", "start", "--help", "--lang=id"),
    ],
)
def test_help_is_in_the_language_wherever_the_option_stands(run, words) -> None:
    text = run(*words).output
    assert text.startswith("Cara pakai: sysmap ")
    for part in ("Contoh:", "Pilihan:", "Tampilkan bantuan ini lalu selesai."):
        assert part in text
    assert "Usage" in run(*(word for word in words if "lang" not in word and word != "id")).output, (
        "the next one is in English again"
    )


def test_help_shows_whole_sentences_in_groups(run) -> None:
    text = " ".join(run("--help").output.split())
    places = [text.index(f" {group}: ") for group in ("Start", "Your tables", "Find out", "Share", "For data teams")]
    assert places == sorted(places)
    for name, command in cli.commands.items():
        assert f"{name} {command.get_short_help_str()}" in text
        assert command.section, "each command says its group"
    assert "..." not in text.partition("Start: ")[2], "no sentence is cut"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("gaps", "--bogus"), "Tidak ada pilihan '--bogus'."),
        (("gap",), "Tidak ada perintah 'gap'."),
        (("build",), "Belum ada argumen 'DIR'."),
        (("gaps", "--top", "0"), "0 di luar batas x>=1."),
        (("gaps", "--top", "many"), "'many' bukan bilangan bulat"),
        (("whatif", "--lambda", "x"), "'x' bukan bilangan"),
        (("whatif", "--lambda", "nan"), "'nan' bukan bilangan"),
        (("whatif", "--lambda", "inf"), "'inf' bukan bilangan"),
        (("gaps", "--format", "xml"), "'xml' bukan salah satu dari 'table', 'csv', 'json', 'markdown'."),
        (("gaps", "--as-of", "soon"), "'soon' bukan tanggal"),
        (("gaps", "-q=3"), "pilihan"),
        (("query", "a", "b"), "Ada argumen yang berlebih (b)"),
        ((), "Perintahnya belum disebut."),
        (("gaps", "--all", "."), "ternyata sebuah folder"),
        (("whatif",), "sebutkan apa yang didorong"),
        (("suggest", "--evaluate", "--top", "1"), "berikan --evaluate saja"),
    ],
)
def test_a_wrong_usage_is_said_in_the_language(run, words, said) -> None:
    answer = run("--lang", "id", *words)
    assert answer.exit_code == 2, answer.output
    assert said.casefold() in answer.stderr.casefold()
    assert answer.stderr.startswith("Cara pakai: ")
    assert "Untuk bantuan, ketik 'sysmap" in answer.stderr
    assert "\nKesalahan: " in answer.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("gaps", "--top"), "Kesalahan: Pilihan '--top' memerlukan 1 nilai.\n"),
        (("check", "--strict=1", "x"), "Kesalahan: Pilihan '--strict' tidak memakai nilai.\n"),
    ],
)
def test_an_option_with_a_value_too_few_or_too_many_is_one_line(run, words, said) -> None:
    answer = run("--lang", "id", *words)
    assert (answer.exit_code, answer.stderr) == (2, said)


def test_the_texts_of_click_are_those_of_the_click_that_is_installed() -> None:
    folder = Path(inspect.getfile(click)).parent
    constants = {text for path in folder.glob("*.py") for text in _constants(path)}
    missing = [
        text for message in CLICK_TEXTS for text in (message.source, message.many) if text and text not in constants
    ]
    assert missing == []


def _constants(path: Path) -> set[str]:
    return {
        node.value
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def test_afterwards_the_process_is_as_it_was(run, monkeypatch) -> None:
    monkeypatch.setenv("LANGUAGE", "fr")
    domain = gettext.textdomain()
    run("queries", "--lang", "id")
    assert (os.environ["LANGUAGE"], gettext.textdomain(), terminal_language()) == ("fr", domain, "en")
    monkeypatch.delenv("LANGUAGE")
    run("queries", "--lang", "id")
    assert "LANGUAGE" not in os.environ


def test_rows_for_programs_have_the_same_names_in_every_language(run) -> None:
    for command in ("measures", "findings", "vocabulary", "queries", "doctor"):
        english, indonesian = (
            json.loads(run(command, "--format", "json", "--lang", lang).output) for lang in ("en", "id")
        )
        assert [list(row) for row in english] == [list(row) for row in indonesian]
        header = [run(command, "--format", "csv", "--lang", lang).output.splitlines()[0] for lang in ("en", "id")]
        assert header[0] == header[1] == ",".join(english[0])


def test_faults_are_told_in_the_language_of_the_map(run, tmp_path: Path) -> None:
    folder = tmp_path / "bad"
    folder.mkdir()
    (folder / "stakeholders.csv").write_text("id,name,power\nA,Dinas,1\nA,Dinas,2\n", encoding="utf-8")
    for language, counted in (("id", "1 kesalahan"), ("en", "1 fault")):
        (folder / "sysmap.toml").write_text(f'language = "{language}"\n', encoding="utf-8")
        assert counted in run("check", folder).output
        for command in ("load", "build"):
            answer = run(command, folder)
            assert answer.exit_code == 3
            assert {"id": "Kesalahan: ", "en": "Error: "}[language] in answer.stderr
    (fault,) = json.loads(run("check", folder, "--format", "json").output)["faults"]
    assert list(fault) == ["id", "level", "file", "line", "column", "problem", "remedy"]
    assert all(isinstance(fault[name], str) for name in ("id", "problem", "remedy"))


def test_one_is_not_many(run, tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "one/stakeholders.csv").write_text("id,name,sector\nA,Dinas,GOVERMENT\n", encoding="utf-8")
    text = run("check", "one", "--lang", "en").output
    assert "stakeholders.csv: 1 row\n" in text
    assert "1 node, 0 ties; 0 faults, 1 warning\n" in text


def test_the_help_of_top_says_how_many_are_shown() -> None:
    from sysmap.cli._options import SHOWN

    option = next(option for option in cli.commands["gaps"].params if option.name == "top")
    assert isinstance(option, click.Option)
    assert f"[default: {SHOWN}]" in (option.help or "")


@pytest.mark.parametrize(
    "command",
    [command for group in cli.commands.values() for command in (group, *getattr(group, "commands", {}).values())],
    ids=lambda command: command.name,
)
def test_every_command_takes_a_language(command: click.Command) -> None:
    assert any("--lang" in parameter.opts for parameter in command.params)


def test_help_without_a_terminal_is_the_same_as_in_the_documentation() -> None:
    help_text = CliRunner().invoke(cli, ["gaps", "--help"], prog_name="sysmap", terminal_width=100).output
    documented = re.search(
        r"## sysmap gaps\n\n```text\n(.*?)\n```",
        (Path(__file__).parents[2] / "docs/cli.md").read_text("utf-8"),
        re.DOTALL,
    )
    assert documented
    assert help_text.split() == documented[1].split()
