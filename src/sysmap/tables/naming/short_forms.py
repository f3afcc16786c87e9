"""Short forms of names: letters and syllables that begin the words of a longer name (UGM, DPUPR, Dinkes, Bappeda)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import product

from sysmap.tables.naming.words import SKIPPED, STEMS, SYLLABLES

__all__ = ["LONGEST", "SHORTEST", "ShortForms", "shortens", "unfold"]

LONGEST, SHORTEST = 12, 3
"""Letters of a short form."""
_PIECE = 6
"""Letters of one word in a short form, at most."""
_STEM = 4
"""Letters of a word without its beginning, at least."""
_ALTERNATIVES = 32
"""So many ways to begin the words of one name are looked up, at most."""
_REPEATED = re.compile(r"([a-z])([2-5])")
_CROWD = 10
"""If this many times more names begin with the letters of a short form than may mean it, they are not looked at."""
Words = tuple[str, ...]


def unfold(short: str) -> str:
    """A short form with its repeated letters written out.

    >>> unfold("dp3a")
    'dpppa'
    """
    return _REPEATED.sub(lambda match: match[1] * int(match[2]), short)


@lru_cache(maxsize=65536)
def _beginnings(word: str) -> Words:
    """The texts of which a piece that stands for a word is the beginning."""
    stem = next((word[len(stem) :] for stem in STEMS if word.startswith(stem)), "")
    return (word, *SYLLABLES.get(word, ()), *([stem] if len(stem) >= _STEM else []))


def shortens(short: str, words: Iterable[str]) -> int:
    """Whether letters or syllables that begin these words, each in its turn, make up the short form.

    0 where they do not, 1 where each word gives its first letter only, 2 where some give syllables.

    >>> shortens("ugm", ("universitas", "gadjah", "mada")), shortens("dishub", ("dinas", "perhubungan"))
    (1, 2)
    >>> shortens("dinkes", ("dinas", "sosial"))
    0
    """
    every = tuple(words)
    meant = tuple(word for word in every if word not in SKIPPED)
    if short in ("".join(word[0] for word in meant), "".join(word[0] for word in every)):
        return 1
    return 2 if len(meant) > 1 and short not in meant and _fits(short, meant) else 0


def _fits(short: str, words: Words) -> bool:
    if not words:
        return not short
    first, rest = words[0], words[1:]
    if len(short) < len(words):
        return False
    for size in range(min(_PIECE, len(short) - len(rest)), 0, -1):
        piece = short[:size]
        begins = (first,) if size == 1 else _beginnings(first)
        if any(text.startswith(piece) for text in begins) and _fits(short[size:], rest):
            return True
    return False


class ShortForms:
    """Long names by the letters that begin their words, so that a short form finds them without comparing all."""

    def __init__(self) -> None:
        self._names: dict[str, list[int]] = {}
        self._heads: set[str] = set()
        self._words: dict[int, Words] = {}

    def add(self, key: int, words: Words) -> None:
        """Add a long name (a number that stands for it) by its words."""
        meant = words if SKIPPED.isdisjoint(words) else tuple(word for word in words if word not in SKIPPED)
        if not 1 < len(meant) <= LONGEST:
            return
        self._words[key] = meant
        for letters in _keys(meant):
            if letters not in self._names:
                self._heads |= {letters[:size] for size in range(1, len(letters) + 1)}
            self._names.setdefault(letters, []).append(key)

    def find(self, short: str, but: int, most: int) -> dict[int, int]:
        """The long names, `but` this one, that a short form may stand for, each with what `shortens` says.

        None where more than `most` do.
        """
        found: dict[int, int] = {}
        starts = (short[0], short[0] + short[1].upper())
        for letters in (letters for at in (0, 1) for letters in self._splits(short, starts[at], at)):
            names = self._names.get(letters, ())
            if len(names) > most * _CROWD:
                return {}
            for key in names:
                if key != but and key not in found and (how := shortens(short, self._words[key])):
                    found[key] = how
                    if len(found) > most:
                        return {}
        return found

    def _splits(self, short: str, head: str, least: int) -> Iterator[str]:
        """The keys of all ways to cut a short form into pieces that some name begins with.

        `head` is the key of what is cut off already and of the first letters of `short`; its first piece has one letter
        if `least` is 0, else more.
        """
        if head not in self._heads:
            return
        sizes = range(1, 2) if not least else range(2, _PIECE + 1)
        for size in sizes:
            if size == len(short):
                yield head
            elif size < len(short):
                yield from self._rest(short[size:], head)

    def _rest(self, short: str, head: str) -> Iterator[str]:
        """The keys that begin with `head`, for the pieces behind the first."""
        key = head + short[0]
        if key not in self._heads:
            return
        for size in range(1, min(_PIECE, len(short)) + 1):
            if size == len(short):
                yield key
            else:
                yield from self._rest(short[size:], key)


def _keys(words: Words) -> list[str]:
    """What a name is looked up by: the letters that begin its words, and the same with the second letter of the first.

    That one stands as a capital; it keeps the groups small in which short forms with a first syllable are sought.
    """
    seconds = {text[0]: text[1].upper() for text in _beginnings(words[0]) if len(text) > 1}
    plain = _initials(words)
    return [*plain, *(letters[0] + seconds[letters[0]] + letters[1:] for letters in plain if letters[0] in seconds)]


def _initials(words: Words) -> list[str]:
    """The letters that may begin the pieces of a short form of these words."""
    if not any(word in SYLLABLES or word.startswith(STEMS) for word in words):
        return ["".join(word[0] for word in words)]
    choices = [tuple(dict.fromkeys(text[0] for text in _beginnings(word))) for word in words]
    count = 1
    for i, letters in enumerate(choices):
        count *= len(letters)
        if count > _ALTERNATIVES:
            count //= len(letters)
            choices[i] = letters[:1]
    return ["".join(letters) for letters in product(*choices)]
