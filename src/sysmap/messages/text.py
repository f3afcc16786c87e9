"""What every text can do, whatever it is made of; a user's own words; texts set one after the other."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from sysmap.messages.catalogues import SOURCE_LANGUAGE, languages

__all__ = ["AnyText", "Joined", "Text", "UserText", "fill", "parameters", "render"]


class Text(ABC):
    """Anything that is read by a person and can be rendered in a language. Frozen, hashable, comparable."""

    __slots__ = ()

    @abstractmethod
    def render(self, language: str) -> str:
        """The text in this language."""

    def __str__(self) -> str:
        return self.render(SOURCE_LANGUAGE)

    def filled(self, **values: object) -> Text:  # noqa: ARG002 - for those that have parameters
        """A copy with these parameters, beside those it has; a text without parameters stays as it is."""
        return self

    def template(self, language: str) -> str:
        """The text in this language with its `{parameters}` still open, for a page that fills them by itself."""
        return self.render(language)

    def forms(self) -> tuple[str, ...]:
        """The text in every language there is, each form once, English first."""
        return tuple(dict.fromkeys(self.render(language) for language in languages()))

    def written(self) -> tuple[str, ...]:
        """The forms that stand in the code or in a user's file, and which no catalogue changes."""
        return (self.template(SOURCE_LANGUAGE),)

    def lower(self) -> Text:
        """The same text in small letters."""
        return _Cased(self, "lower")

    def lower_first(self) -> Text:
        """The same text for use within a sentence: small first letter, unless it begins with an abbreviation."""
        return _Cased(self, "lower_first")

    def upper_first(self) -> Text:
        """The same text with a capital first letter; the other letters stay as they are."""
        return _Cased(self, "upper_first")


AnyText = str | Text
"""A text, or a name that is the same in every language."""
_PARAMETER = re.compile(r"\{(\w+)\}")


@cache
def parameters(source: str) -> frozenset[str]:
    """Names of the parameters in a source or a translation.

    >>> sorted(parameters("{n} gaps between {a} and {b}, { not one }"))
    ['a', 'b', 'n']
    """
    return frozenset(_PARAMETER.findall(source))


def fill(template: str, values: Mapping[str, object], language: str) -> str:
    """A template with the parameters that are given filled in.

    A value may be another text, which is rendered in the same language, or a number. A string is a name: it is shown as
    it is, and not looked into again, whatever signs it holds.

    >>> fill("{n} gaps of {who}", {"who": "{n}"}, "en")
    '{n} gaps of {n}'
    """
    return _PARAMETER.sub(
        lambda found: render(values[found[1]], language) if found[1] in values else found[0], template
    )


def render(text: object, language: str) -> str:
    """A text in this language; a name, or any other value, as it is.

    >>> render("Dinas {Sosial}", "id")
    'Dinas {Sosial}'
    """
    return text.render(language) if isinstance(text, Text) else str(text)


@dataclass(frozen=True, slots=True)
class _Cased(Text):
    text: Text
    case: Literal["lower", "lower_first", "upper_first"]

    def filled(self, **values: object) -> Text:
        return _Cased(self.text.filled(**values), self.case)

    def render(self, language: str) -> str:
        text = self.text.render(language)
        if self.case == "lower":
            return text.lower()
        if self.case == "upper_first":
            return text[:1].upper() + text[1:]
        return text if text[:2].isupper() else text[:1].lower() + text[1:]


@dataclass(frozen=True, slots=True)
class Joined(Text):
    """Texts one after the other: sentences with a blank between them, or parts with another separator.

    >>> Joined(("Ends.", "And goes on."))
    Joined(parts=('Ends.', 'And goes on.'), separator=' ')
    >>> str(Joined(("one", "two"), "; "))
    'one; two'
    """

    parts: tuple[AnyText, ...]
    separator: str = " "

    def __init__(self, parts: Iterable[AnyText], separator: str = " ") -> None:
        object.__setattr__(self, "parts", tuple(parts))
        object.__setattr__(self, "separator", separator)

    def filled(self, **values: object) -> Joined:
        """A copy whose parts have these parameters."""
        return Joined(
            (part.filled(**values) if isinstance(part, Text) else part for part in self.parts), self.separator
        )

    def render(self, language: str) -> str:
        """The parts in this language, with the separator between them."""
        return self.separator.join(render(part, language) for part in self.parts)


@dataclass(frozen=True, slots=True)
class UserText(Text):
    """A user's own word: one form for all languages, or a form for each. It is data; no catalogue holds it.

    Braces in it are signs like others, until `filled` gives them a meaning: the sentence of a user's tie names
    `{source}`.

    >>> word = UserText({"id": "keagamaan", "en": "faith-based"})
    >>> word.render("id"), word.render("jv"), UserText("MoU").render("id")
    ('keagamaan', 'faith-based', 'MoU')
    """

    by_language: tuple[tuple[str, str], ...]
    values: tuple[tuple[str, object], ...] = ()

    def __init__(self, forms: str | Mapping[str, str]) -> None:
        given = {"": forms} if isinstance(forms, str) else forms
        said = tuple(sorted((language, form) for language, form in given.items() if form))
        if not said:
            raise ValueError("a user's text needs a form in one language at least")
        object.__setattr__(self, "by_language", said)
        object.__setattr__(self, "values", ())

    def filled(self, **values: object) -> UserText:
        """A copy whose `{parameters}` of these names are filled in."""
        copy = UserText(dict(self.by_language))
        object.__setattr__(
            copy, "values", tuple(sorted({**dict(self.values), **values}.items(), key=lambda pair: pair[0]))
        )
        return copy

    def template(self, language: str) -> str:
        """The form in this language, else the English one, else the first there is."""
        known = dict(self.by_language)
        return known.get(language) or known.get(SOURCE_LANGUAGE) or self.by_language[0][1]

    def render(self, language: str) -> str:
        """The same with the parameters that were given."""
        return fill(self.template(language), dict(self.values), language) if self.values else self.template(language)

    def forms(self) -> tuple[str, ...]:
        """The forms the user gave."""
        return tuple(dict.fromkeys(form for _, form in self.by_language))

    written = forms
