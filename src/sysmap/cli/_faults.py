"""Faults on a terminal: one message for each cause, errors last so that they stay on the screen."""

from __future__ import annotations

from collections.abc import Iterable

import click

from sysmap.cli._language import say, terminal_language
from sysmap.errors import Fault
from sysmap.fault_groups import group_faults
from sysmap.messages import Message, plural

__all__ = ["print_faults", "print_questions"]

_ORDER = {"question": 0, "warning": 1, "error": 2}
_QUESTIONS = plural("{n} question is open.", "{n} questions are open.")
_NOTHING_RESTS = Message("Nothing rests on what they ask until they are answered.")


def print_faults(faults: Iterable[Fault], err: bool = False) -> None:
    """Print every group of faults on its own line: questions first, then warnings, then errors."""
    language = terminal_language()
    for group in sorted(group_faults(faults), key=lambda group: _ORDER[group.first.level]):
        click.echo(group.render(language), err=err)


def print_questions(faults: Iterable[Fault], err: bool = False) -> None:
    """Say how many questions are open; nothing where there are none."""
    questions = [group for group in group_faults(faults) if group.first.level == "question"]
    if questions:
        say(_QUESTIONS.counted(len(questions)), err=err)
        say(_NOTHING_RESTS, err=err)
