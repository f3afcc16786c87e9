"""How a command says what it is: its help in the reader's language, and the group under which `sysmap --help` lists it.

A command file declares its command once, with `@command(group="find", order=2)` and a docstring. The docstring and the
`help=` of its options are English; `scripts/catalogues` collects them, paragraph by paragraph, for the translators.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from inspect import cleandoc
from typing import Any

import click

from sysmap.cli._language import in_words, terminal_language
from sysmap.messages import Message, in_context

__all__ = ["GROUPS", "Command", "Group", "command", "example_of", "paragraphs"]

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
    return [" ".join(block.split()) for block in cleandoc(docstring).partition(_AS_IT_IS)[0].split("\n\n") if block.strip()]


def example_of(docstring: str) -> str:
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
        if example := example_of(self.help or ""):
            blocks.append(f"{_AS_IT_IS}{in_words(EXAMPLE)}\n{example}")
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text("\n\n".join(blocks))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, each with its help; what click adds to it, such as the default, speaks the language already."""
        records = []
        for option in self.get_params(ctx):
            record = option.get_help_record(ctx) if isinstance(option, click.Option) else None
            if record:
                source = option.help or ""
                records.append((record[0], _translate(source) + record[1].removeprefix(source)))
        with formatter.section(in_words(OPTIONS)):
            formatter.write_dl(records)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option `--help`; its help is the English source, for click makes it once, in the language of that moment."""
        option = super().get_help_option(ctx)
        if option:
            option.help = HELP.source
        return option

    def get_short_help_str(self, limit: int = 0) -> str:  # noqa: ARG002 - whole sentences are wrapped, never cut
        """What the command does: the first paragraph of its docstring."""
        return "".join(_translate(text) for text in paragraphs(self.help or "")[:1])


class Command(_Speaking):
    """A command, with its place in `sysmap --help`: the name of its group, and its order there."""

    group = ""
    order = LAST


class Group(_Speaking, click.Group):
    """A command that has commands of its own, such as `db`."""

    group = ""
    order = LAST
    command_class = Command

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, then the commands."""
        super().format_options(ctx, formatter)
        self.format_commands(ctx, formatter)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The names of the commands, by group and order; without these as they were added."""
        places = list(GROUPS)
        return sorted(self.commands, key=lambda name: _place(self.commands[name], places))

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what each command does, group by group."""
        named = [(name, self.commands[name]) for name in self.list_commands(ctx)]
        widest = max(len(name) for name, _ in named)
        for group, title in {**GROUPS, "": COMMANDS}.items():
            rows = [(name.ljust(widest), command.get_short_help_str()) for name, command in named if getattr(command, "group", "") == group]
            if rows:
                with formatter.section(in_words(title)):
                    formatter.write_dl(rows)


def _place(command: click.Command, groups: list[str]) -> tuple[int, int]:
    group, order = getattr(command, "group", ""), getattr(command, "order", LAST)
    return groups.index(group) if group in groups else len(groups), order


def command(name: str | None = None, *, group: str, order: int, cls: type[click.Command] = Command) -> Callable[[Callable[..., Any]], Any]:
    """Make a command of a function, shown by `sysmap --help` under its `group` (a key of GROUPS), by `order`.

    `name` is what it is called at the terminal, the function's own name if not given. The docstring is its help.
    """
    def declare(function: Callable[..., Any]) -> click.Command:
        made: Any = click.command(name, cls=cls)(function)
        made.group, made.order = group, order
        return made  # type: ignore[no-any-return]
    if group not in GROUPS:
        raise ValueError(f"no group {group!r}; there are {', '.join(GROUPS)}")
    return declare
