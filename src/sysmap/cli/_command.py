"""How a command says what it is: its help in the reader's language, and the group under which `sysmap --help` lists it.

A command file declares its command once, with `@command(group="find", order=2)` and a docstring. The docstring and the
`help=` of its options are English; `scripts/catalogues` collects them, paragraph by paragraph, for the translators.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from inspect import cleandoc
from typing import Any, TypeVar

import click

from sysmap.cli._language import in_words, terminal_language
from sysmap.messages import Message, in_context

__all__ = ["GROUPS", "Command", "Group", "command", "command_group", "paragraphs"]

GROUPS: Mapping[str, Message] = {
    "start": in_context("commands", "Start"),
    "tables": in_context("commands", "Your tables"),
    "find": in_context("commands", "Find out"),
    "share": in_context("commands", "Share"),
    "data": in_context("commands", "For data teams"),
}
"""The groups of commands, in the order in which `sysmap --help` shows them."""
EXAMPLE = Message("Example:")
OPTIONS = Message("Options")
COMMANDS = Message("Commands")
HELP = Message("Show this message and exit.")
LAST = 1000
"""The order of a command that says none."""
_AS_IT_IS = "\b\n"
"""Before a paragraph that click shall not wrap anew."""


def paragraphs(docstring: str) -> list[str]:
    """The paragraphs of a docstring, each as one line; the example at its end is left out.

    >>> paragraphs("Say\\nthis.\\n\\nAnd that.\\n\\n\\b\\nExample:\\n  sysmap say")
    ['Say this.', 'And that.']
    """
    return [
        " ".join(block.split()) for block in cleandoc(docstring).partition(_AS_IT_IS)[0].split("\n\n") if block.strip()
    ]


def _example(docstring: str) -> str:
    """The lines of the example at the end of a docstring, each indented; empty where there is none."""
    return cleandoc(docstring).partition(f"{_AS_IT_IS}{EXAMPLE.source}\n")[2].rstrip()


def _translate(text: str) -> str:
    """The help text in the reader's language."""
    return Message(text).template(terminal_language()) if text else ""


class _Speaking(click.Command):
    """A command whose help is in the reader's language."""

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's signature
        """Write the paragraphs of the docstring, then the example, whose lines stay as they are."""
        blocks = [_translate(text) for text in paragraphs(self.help or "")]
        if example := _example(self.help or ""):
            blocks.append(f"{_AS_IT_IS}{in_words(EXAMPLE)}\n{example}")
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text("\n\n".join(blocks))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, each with its help.

        What click adds to it, such as the default, speaks the language already.
        """
        records = []
        for option in self.get_params(ctx):
            record = option.get_help_record(ctx) if isinstance(option, click.Option) else None
            if record:
                source = option.help or ""
                records.append((record[0], _translate(source) + record[1].removeprefix(source)))
        with formatter.section(in_words(OPTIONS)):
            formatter.write_dl(records)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option `--help`; its help is the English source, for click makes it once, in the language of then."""
        option = super().get_help_option(ctx)
        if option:
            option.help = HELP.source
        return option

    def get_short_help_str(self, limit: int = 0) -> str:  # noqa: ARG002 - whole sentences are wrapped, never cut
        """What the command does: the first paragraph of its docstring."""
        return "".join(_translate(text) for text in paragraphs(self.help or "")[:1])


class Command(_Speaking):
    """A command, with its place in `sysmap --help`: the name of its section (a key of GROUPS), and its order there."""

    section = ""
    order = LAST


class Group(_Speaking, click.Group):
    """A command that has commands of its own, such as `db`."""

    section = ""
    order = LAST
    command_class = Command

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, then the commands."""
        super().format_options(ctx, formatter)
        self.format_commands(ctx, formatter)

    def add_command(self, cmd: click.Command, name: str | None = None) -> None:
        """Take a command in; ValueError where another one has its place, since nothing would say which comes first."""
        for other in self.commands.values():
            if _place(cmd) == _place(other) and _place(cmd)[1] != LAST:
                raise ValueError(f"{cmd.name!r} and {other.name!r} have the same place: give one another order=")
        super().add_command(cmd, name)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The names of the commands by section and order; those that say neither come last, as they were added."""
        return sorted(self.commands, key=lambda name: _place(self.commands[name]))

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what each command does, section by section."""
        widest = max(map(len, self.commands))
        for section, title in {**GROUPS, "": COMMANDS}.items():
            rows = [
                (name.ljust(widest), self.commands[name].get_short_help_str())
                for name in self.list_commands(ctx)
                if _section(self.commands[name]) == section
            ]
            if rows:
                with formatter.section(in_words(title)):
                    formatter.write_dl(rows)


def _section(command: click.Command) -> str:
    return command.section if isinstance(command, Command | Group) else ""


def _place(command: click.Command) -> tuple[int, int]:
    """The number of its section and its order there, to sort by."""
    sections = [*GROUPS, ""]
    return sections.index(_section(command)), command.order if isinstance(command, Command | Group) else LAST


Function = Callable[..., Any]
Kind = TypeVar("Kind", Command, Group)


def command(name: str | None = None, *, group: str, order: int) -> Callable[[Function], Command]:
    """Make a command of a function, shown by `sysmap --help` in a group of commands (a key of GROUPS), by `order`.

    `name` is what it is called at the terminal, the function's own name if not given. The docstring is its help.
    """
    return _declare(Command, name, group, order)


def command_group(*, group: str, order: int) -> Callable[[Function], Group]:
    """Make of a function a command that has commands of its own; as `command`."""
    return _declare(Group, None, group, order)


def _declare(kind: type[Kind], name: str | None, section: str, order: int) -> Callable[[Function], Kind]:
    if section not in GROUPS:
        raise ValueError(f"there is no group {section!r}; choose {', '.join(GROUPS)}")

    def declare(function: Function) -> Kind:
        made = click.command(name, cls=kind)(function)
        made.section, made.order = section, order
        return made

    return declare
