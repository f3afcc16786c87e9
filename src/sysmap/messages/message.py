"""A text of ours: its English source in the code, its translations in the catalogues."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sysmap.messages.catalogues import catalogue
from sysmap.messages.prose import Number
from sysmap.messages.text import Text, fill, parameters

__all__ = ["Message", "in_context", "plural"]


@dataclass(frozen=True, slots=True, init=False, repr=False)
class Message(Text):
    """A text with named parameters: `Message("{n} gaps", n=Number(3))`.

    Its source must be a constant, so that it can be collected.

    `context` tells two texts apart that are the same in English. `many` is the source for other counts than one, and
    `count` the number that chooses; both are set by `plural`.

    >>> str(Message("{n} gaps between {names}").filled(n=3, names="{A} and 100%"))
    '3 gaps between {A} and 100%'
    """

    source: str
    context: str
    many: str | None
    count: int
    values: tuple[tuple[str, object], ...]

    def __init__(self, source: str, /, *, context: str = "", **values: object) -> None:
        self._set(source, context, None, 1, values)

    def _set(self, source: str, context: str, many: str | None, count: int, values: Mapping[str, object]) -> None:
        if not source or many == "":
            raise ValueError("a text has a source")
        known = parameters(source) | parameters(many or "")
        kept = tuple(
            sorted(((name, value) for name, value in values.items() if name in known), key=lambda pair: pair[0])
        )
        for name, value in zip(self.__slots__, (source, context, many, count, kept), strict=True):
            object.__setattr__(self, name, value)

    def __repr__(self) -> str:
        said = [
            repr(self.source),
            *([f"context={self.context!r}"] if self.context else []),
            *(f"{name}={value!r}" for name, value in self.values),
        ]
        return f"Message({', '.join(said)})"

    def filled(self, **values: object) -> Message:
        """A copy with these parameters, beside those it has; what the source does not name is left out."""
        copy = object.__new__(Message)
        copy._set(self.source, self.context, self.many, self.count, {**dict(self.values), **values})
        return copy

    def counted(self, count: int) -> Message:
        """A copy of a plural text for another count."""
        copy = object.__new__(Message)
        copy._set(self.source, self.context, self.many, count, {**dict(self.values), "n": Number(count)})
        return copy

    def template(self, language: str) -> str:
        """The text in this language with its `{parameters}` still open, for a page that fills them by itself."""
        return self._translated(language) or self._source

    def written(self) -> tuple[str, ...]:
        """Its English source."""
        return (self.source,)

    def render(self, language: str) -> str:
        """The text in this language with all parameters filled in.

        Raises `LookupError` where one is not given. A translation that asks for another parameter than its source gives
        way to the source.
        """
        values = dict(self.values)
        template = self.template(language)
        if not parameters(template) <= values.keys():
            template = self._source
        if lacking := parameters(template) - values.keys():
            raise LookupError(f"no {', '.join(sorted(lacking))} is given for {self!r}")
        return fill(template, values, language)

    @property
    def _source(self) -> str:
        return self.source if self.many is None or self.count == 1 else self.many

    def _translated(self, language: str) -> str:
        words = catalogue(language)
        if self.many is None:
            return words.pgettext(self.context, self.source) if self.context else words.gettext(self.source)
        if self.context:
            return words.npgettext(self.context, self.source, self.many, self.count)
        return words.ngettext(self.source, self.many, self.count)


def in_context(context: str, source: str, /, **values: object) -> Message:
    """A text with the context that tells a translator which of two meanings is wanted, such as `Stakeholder.sector`.

    >>> in_context("DELAY", "none") == Message("none")
    False
    """
    return Message(source, context=context, **values)


def plural(one: str, many: str, count: int = 1, /, **values: object) -> Message:
    """The text for one or for many; other languages have one form, or three. `{n}` is the count unless it is given.

    >>> problems = plural("{n} problem", "{n} problems")
    >>> str(problems.counted(1)), str(problems.counted(1200))
    ('1 problem', '1,200 problems')
    """
    message = object.__new__(Message)
    message._set(one, "", many, count, {"n": Number(count), **values})
    return message
