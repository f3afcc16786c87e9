"""The language that sysmap speaks at the terminal, and saying a text in it.

What is printed follows, in this order: `--lang`, `SYSMAP_LANG`, the map's own language, the language of the system,
English. Files that are written do not ask here: they follow `--lang` or the map alone, so that the same input gives the
same bytes whatever the environment is.

click looks its own words ("Usage", "No such option ...") up with the standard library's gettext. gettext is pointed to
our catalogues, which hold them too (`_click_texts`), and reads the language from the variable LANGUAGE.
"""

from __future__ import annotations

import gettext
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

import click

from sysmap.messages import AnyText, Message, catalogues, languages, render

__all__ = ["LanguageName", "ask_for", "follow_map", "in_words", "say", "speaking", "terminal_language", "warn"]

VARIABLE = "SYSMAP_LANG"
LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
"""What a system says of its language; the first that is set counts."""
DOMAIN = "sysmap"
WARNING = Message("warning: {text}")
UNKNOWN = Message("there is no language {name}; known: {names}")

_asked: ContextVar[str | None] = ContextVar("asked", default=None)
"""The value of `--lang`."""
_language: ContextVar[str] = ContextVar("language", default=catalogues.SOURCE_LANGUAGE)


class LanguageName(click.ParamType):  # type: ignore[type-arg]  # older clicks have no type argument
    """The value of `--lang`: any language that has a catalogue."""

    name = "language"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The language, or an error that names the known ones."""
        if value not in languages():
            self.fail(in_words(_unknown(value)), param, ctx)
        return value


def _unknown(name: str) -> Message:
    return UNKNOWN.filled(name=repr(name), names=", ".join(languages()))


def terminal_language() -> str:
    """The language in which sysmap speaks now."""
    return _language.get()


def ask_for(language: str | None) -> None:
    """From now on speak the language that a `--lang` names; None where this one was not given.

    Raises click's `UsageError` where `SYSMAP_LANG` decides and names a language that is not known.
    """
    if language:
        _asked.set(language)
    follow_map(None)
    named = os.environ.get(VARIABLE)
    if named and not _asked.get() and named not in languages():
        raise click.UsageError(f"{VARIABLE}: {in_words(_unknown(named))}")


def follow_map(language: str | None) -> None:
    """From now on speak the language of a map, unless `--lang` or `SYSMAP_LANG` ask for another.

    None where no map is known.
    """
    _speak(_first_known(_asked.get(), language))


def _first_known(asked: str | None, of_map: str | None) -> str:
    """The first of these that has a catalogue: the language asked for, the variable's, the map's, the system's.

    Else English.
    """
    wanted = (asked, os.environ.get(VARIABLE), of_map, _of_system())
    return next((language for language in wanted if language in languages()), catalogues.SOURCE_LANGUAGE)


def _of_system() -> str:
    """The language that the system says it has, such as `id` for `id_ID.UTF-8`; empty where it says nothing."""
    spoken = next((value for name in LOCALE_VARIABLES if (value := os.environ.get(name))), None) or _of_windows()
    return spoken.partition(".")[0].partition("_")[0]


def _of_windows() -> str:
    """The locale of Windows' own windows, such as `id_ID`; empty on other systems, which say it in a variable."""
    if sys.platform != "win32":
        return ""
    import ctypes
    import locale

    return locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "")


def _speak(language: str) -> None:
    """Speak this language, and click too.

    Click speaks English where the catalogue is broken, which gettext would stumble over.
    """
    _language.set(language)
    broken = language != catalogues.SOURCE_LANGUAGE and not isinstance(
        catalogues.catalogue(language), gettext.GNUTranslations
    )
    os.environ["LANGUAGE"] = catalogues.SOURCE_LANGUAGE if broken else language


@contextmanager
def speaking(words: Sequence[str]) -> Iterator[None]:
    """Speak, until the block ends, the language that a command line asks for, whether or not it can be understood."""
    before = _asked.get(), _language.get(), os.environ.get("LANGUAGE"), gettext.textdomain()
    gettext.bindtextdomain(DOMAIN, str(catalogues.FOLDER))
    gettext.textdomain(DOMAIN)
    _asked.set(_asked_for(words))
    follow_map(None)
    try:
        yield
    finally:
        asked, language, variable, domain = before
        _asked.set(asked)
        _language.set(language)
        gettext.textdomain(domain)
        if variable is None:
            os.environ.pop("LANGUAGE", None)
        else:
            os.environ["LANGUAGE"] = variable


def _asked_for(words: Sequence[str]) -> str | None:
    """What follows the last `--lang`.

    Read before click does, since its complaints and `--help` shall be in that language.
    """
    asked = None
    for at, word in enumerate(words):
        if word == "--":
            break
        if word == "--lang":
            asked = next(iter(words[at + 1 :]), None)
        elif word.startswith("--lang="):
            asked = word.partition("=")[2]
    return asked


def in_words(text: AnyText) -> str:
    """A text as it is read at the terminal."""
    return render(text, _language.get())


def say(text: AnyText = "", *, err: bool = False, **style: Any) -> None:
    """Print a text and end the line; on stderr with `err`; `style` as for `click.secho`."""
    click.secho(in_words(text), err=err, **style)


def warn(text: AnyText) -> None:
    """Print a warning on stderr."""
    say(WARNING.filled(text=text), err=True)
