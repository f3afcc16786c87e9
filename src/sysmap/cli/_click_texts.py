"""The words of click that a user can meet, so that the catalogues hold them.

click looks them up in gettext by these very sources, signs in braces included. No module imports this one:
`scripts/catalogues` collects what stands here, and a test compares it with the click that is installed.
"""

from __future__ import annotations

from sysmap.messages import Message, plural

__all__ = ["CLICK_TEXTS"]

CLICK_TEXTS = (
    # Help
    Message("Usage:"),
    Message("Options"),
    Message("Commands"),
    Message("Show this message and exit."),
    Message("default: {default}"),
    Message("required"),
    # Errors
    Message("Error: {message}"),
    Message("Try '{command} {option}' for help."),
    Message("Missing command."),
    Message("Missing argument"),
    Message("Missing option"),
    Message("Choose from:\n\t{choices}"),
    Message("No such option {name!r}."),
    Message("No such command {name!r}."),
    plural("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"),
    plural("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"),
    plural("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments."),
    Message("Option {name!r} does not take a value."),
    Message("Invalid value for {param_hint}: {message}"),
    Message("{value} is not in the range {range}."),
    plural("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),
    Message("{name} {filename!r} is a directory."),
    Message("file"),
)
