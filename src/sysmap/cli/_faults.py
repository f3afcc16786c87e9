"""Faults on a terminal: one message for each cause, errors last so that they stay on the screen."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping
from shutil import get_terminal_size

import click

from sysmap.cli._language import in_words, say, terminal_language
from sysmap.cli._source_lines import Tables, source_lines
from sysmap.errors import Fault, Level
from sysmap.fault_groups import FaultGroup, group_faults
from sysmap.messages import Message, plural

__all__ = ["print_faults", "print_questions"]

_ORDER: Mapping[Level, int] = {"question": 0, "warning": 1, "error": 2}
_COLOURS: Mapping[Level, str] = {"question": "cyan", "warning": "yellow", "error": "red"}
_QUESTIONS = plural("{n} question is open.", "{n} questions are open.")
_NOTHING_RESTS = Message("Nothing rests on what they ask until they are answered.")


def print_faults(
    faults: Iterable[Fault], err: bool = False, most: int | None = None, tables: Tables | None = None
) -> int:
    """Print the groups of faults, each on its own line: questions first, then warnings, then errors.

    At most `most` of them; returns how many were left out. Where `tables`, those that were read, are given and a person
    looks on, the row that a group is about first follows it, and its cell is pointed at.
    """
    groups = sorted(group_faults(faults), key=lambda group: _ORDER[group.first.level])
    width = get_terminal_size().columns if tables and sys.stdout.isatty() else 0
    for group in groups[:most]:
        click.echo(_line(group), err=err, color=None if _may_colour() else False)
        for line in source_lines(group.first, tables or {}, width):
            click.secho(line, err=err, dim=_may_colour())
    return len(groups) - len(groups[:most])


def _line(group: FaultGroup) -> str:
    """Place, weight, problem and remedy; on a terminal the place is bold, and the weight has its colour."""
    one = group.first
    place, mark = click.style(f"{one.place}:", bold=True), one.mark(terminal_language())
    problem = click.style(in_words(group.problem()), fg=None if mark else _COLOURS[one.level])
    remedy = in_words(one.remedy)
    return f"{place} {click.style(mark, fg=_COLOURS[one.level]) if mark else ''}{problem}" + (
        f" ({remedy})" if remedy else ""
    )


def _may_colour() -> bool:
    """Whether colours are welcome, by the variables NO_COLOR and TERM."""
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def print_questions(faults: Iterable[Fault], err: bool = False) -> None:
    """Say how many questions are open; nothing where there are none."""
    questions = [group for group in group_faults(faults) if group.first.level == "question"]
    if questions:
        say(_QUESTIONS.counted(len(questions)), err=err)
        say(_NOTHING_RESTS, err=err)
