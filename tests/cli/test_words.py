"""measures, findings, vocabulary, doctor: every format prints, both languages."""

from __future__ import annotations

import csv
import io
import json

import pytest


@pytest.mark.parametrize("command", ["measures", "findings", "vocabulary", "queries"])
@pytest.mark.parametrize("lang", ["id", "en"])
def test_lists_print_in_every_format(run, command: str, lang: str) -> None:
    listed = json.loads(run(command, "--lang", lang, "--format", "json").output)
    assert listed
    table = run(command, "--lang", lang)
    assert all(str(row["name"]) in table.output for row in listed)
    assert len(list(csv.DictReader(io.StringIO(run(command, "--lang", lang, "--format", "csv").output)))) == len(listed)
    assert len(run(command, "--lang", lang, "--format", "markdown").output.splitlines()) == len(listed) + 2


def test_vocabulary_of_one_kind_and_of_none(run) -> None:
    assert "power" in run("vocabulary", "Stakeholder").output
    assert "amount" in run("vocabulary", "FUNDS").output
    wrong = run("vocabulary", "Stakeholdr")
    assert wrong.exit_code == 2
    assert "Stakeholder" in wrong.output


def test_doctor_asks_the_embedded_engine(run) -> None:
    answer = run("doctor", "--format", "json")
    assert {"what": "embedded graph database", "state": "answers", "remedy": ""} in json.loads(answer.output)


def test_version(run) -> None:
    assert run("--version").output.startswith("sysmap, version ")
