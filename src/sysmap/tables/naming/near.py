"""Names that may mean one and the same, found by keys and never by comparing all with all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations, pairwise
from typing import NamedTuple

from sysmap.messages import Message, Text
from sysmap.tables.naming.copies import base_of
from sysmap.tables.naming.short_forms import LONGEST, SHORTEST, ShortForms, shortens, unfold
from sysmap.tables.naming.words import LEVELS, NameWords, is_number, place_at, split_words
from sysmap.tables.text import fold_text

__all__ = ["ASKED", "COPY", "NAMESAKES", "SURE", "Likeness", "Named", "find_near"]

SURE, ASKED = 0.9, 0.5
"""From which confidence two names are surely one, and from which it is worth asking."""

NAMESAKES = Message("they have one name and different ids")
ACCENTS = Message("they differ in accents, blanks or punctuation only")
USUAL_SHORT = Message("a word is shortened in one of them")
FORM = Message("one has a legal form that the other lacks")
OTHER_FORM = Message("their legal forms differ")
ORDER = Message("they have the same words in another order")
SPELLING = Message("they differ in the spelling of a word")
ABBREVIATION = Message("one is the short form of the other")
BRACKET = Message("one names the other in brackets")
LEVEL = Message("one says the level of government")
PLACE = Message("one says where it is")
OTHER_PLACE = Message("they say different places")
NUMBER = Message("they differ in a number")
PART = Message("one may be a part of the other")
COPY = Message("one repeats the other with a number or the word copy")

_ALL_PAIRS = 8
"""In a group of at most so many names all are compared, in a larger one each with the next."""
_SERIES = 3
"""More names that differ in a number or a place only are a series, of which nothing is to be asked."""
_MEANINGS = 3
"""A short form that fits more names than these says nothing."""
_OLD = (("oe", "u"), ("dj", "j"), ("tj", "c"), ("sj", "sy"), ("nj", "ny"), ("dh", "d"), ("th", "t"))
_DOUBLE = re.compile(r"(.)\1+")
_BRACKETS = re.compile(r"^(.*?)[(\[]([^()\[\]]+)[)\]]\s*$")
_DASH = re.compile(r"\s+[-\u2013\u2014/|]\s+")


class Named(NamedTuple):
    """A node: what identifies it in its map, and what it is called."""

    uid: str
    name: str


class Likeness(NamedTuple):
    """Two nodes that may be one: how sure that is (0 to 1), and why. `other` has the fuller name."""

    one: Named
    other: Named
    confidence: float
    reason: Text


def find_near(nodes: Iterable[Named], *, causes: bool = False) -> list[Likeness]:
    """All pairs of nodes of one kind that may be one and the same, the surest first.

    Pairs under `ASKED` differ in something that means something: they are for who wants to see all. `causes`: the nodes
    are factors, of which diagrams repeat one as `GDP2` or `GDP (copy)`. The order of the nodes changes nothing.

    >>> names = ("Dinkes", "Dinas Kesehatan", "PT Air", "CV Air")
    >>> near = find_near(Named(name, name) for name in names)
    >>> [(pair.one.name, pair.other.name, pair.confidence, str(pair.reason)) for pair in near]
    [('Dinkes', 'Dinas Kesehatan', 0.93, 'one is the short form of the other'), \
('CV Air', 'PT Air', 0.2, 'their legal forms differ')]
    """
    search = _Search(causes)
    search.take(sorted((fold_text(node.name), node.uid, node) for node in nodes))
    for step in (
        search.copies,
        search.same_letters,
        search.same_words,
        search.short_forms,
        search.in_brackets,
        search.old_spellings,
        search.places,
        search.numbers,
        search.parts,
    ):
        step()
    found = sorted(search.found.values(), key=lambda pair: (-pair.confidence, pair.one.name, pair.one.uid, pair.other))
    return [*search.namesakes, *found]


@dataclass
class _Search:
    """Names while they are compared: each distinct name once, by its number; `words` are those of each."""

    causes: bool
    heads: list[Named] = field(default_factory=list)
    words: list[NameWords] = field(default_factory=list)
    namesakes: list[Likeness] = field(default_factory=list)
    found: dict[tuple[int, int], Likeness] = field(default_factory=dict)
    by_core: dict[tuple[str, ...], list[int]] = field(default_factory=dict)

    def take(self, nodes: Sequence[tuple[str, str, Named]]) -> None:
        """Take in the nodes, sorted by folded name and uid; nodes of one name are asked one after the other."""
        last, key = None, None
        for folded, _, node in nodes:
            if last and folded == key:
                self.namesakes.append(Likeness(node, last, 0.9, NAMESAKES))
            else:
                self.heads.append(node)
                self.words.append(split_words(node.name))
                self.by_core.setdefault(self.words[-1].core, []).append(len(self.words) - 1)
            last, key = node, folded

    def add(self, i: int, j: int, confidence: float, reason: Text) -> None:
        """Take a pair for what it was found to be first: the steps go from the plainest to the vaguest."""
        if i == j or (min(i, j), max(i, j)) in self.found or self.words[i].signs != self.words[j].signs:
            return
        one, other = (self.heads[at] for at in sorted((i, j), key=self.fullness))
        if reason is COPY:
            one, other = other, one
        self.found[min(i, j), max(i, j)] = Likeness(one, other, confidence, reason)

    def fullness(self, i: int) -> tuple[int, int, int, str, str]:
        """How fully a name is written out: by its letters, then its accents, then without needless signs."""
        name, uid = self.heads[i].name, self.heads[i].uid
        signs = sum(not (sign.isalnum() or sign.isspace()) for sign in name)
        return sum(map(len, self.words[i].written)), sum(not sign.isascii() for sign in name), -signs, name, uid

    def groups(self, keys: Iterable[object], most: int = 0) -> Iterator[tuple[int, int]]:
        """Pairs of names that have one key, which is not blank; none of groups larger than `most`."""
        first: dict[object, int] = {}
        several: dict[object, list[int]] = {}
        for i, key in enumerate(keys):
            if key and (at := first.setdefault(key, i)) != i:
                several.setdefault(key, [at]).append(i)
        for group in several.values():
            if len(group) <= (most or len(group)):
                yield from combinations(group, 2) if len(group) <= _ALL_PAIRS else pairwise(group)

    def copies(self) -> None:
        """Among causes: a name that another one repeats with a number behind it."""
        if not self.causes:
            return
        numbers = {fold_text(node.name): i for i, node in enumerate(self.heads)}
        for i, node in enumerate(self.heads):
            base = base_of(fold_text(node.name))
            if base and (at := numbers.get(base)) is not None:
                self.add(i, at, 0.8, COPY)

    def same_letters(self) -> None:
        """The same letters, whatever stands between them."""
        for i, j in self.groups("".join(words.written) for words in self.words):
            if _numbers(self.words[i]) == _numbers(self.words[j]):
                self.add(i, j, 0.97, ACCENTS)
        if all(words.words == words.written for words in self.words):
            return
        for i, j in self.groups("".join(words.words) for words in self.words):
            if _numbers(self.words[i]) == _numbers(self.words[j]):
                self.add(i, j, 0.95, USUAL_SHORT)

    def same_words(self) -> None:
        """The same words but for legal forms, words of levels, and order."""
        for i, j in self.groups(tuple(sorted(words.core)) for words in self.words):
            self.add(i, j, *_compare(self.words[i], self.words[j]))
        bare = [tuple(word for word in words.core if word not in LEVELS) for words in self.words]
        for i, j in self.groups(core if len(core) > 1 else () for core in bare):
            levels = [set(words.core) & LEVELS for words in (self.words[i], self.words[j])]
            same_form = _compare(self.words[i], self.words[j])[1] is not OTHER_FORM
            self.add(i, j, *((0.7, LEVEL) if same_form and not all(levels) else (0.2, OTHER_PLACE)))

    def short_forms(self) -> None:
        """Letters or syllables that begin the words of a longer name, with the same words behind both."""
        known: dict[tuple[str, ...], ShortForms] = {}
        shorts = [(i, short, tail) for i, words in enumerate(self.words) for short, tail in _short_forms(words)]
        tails = {tail for _, _, tail in shorts}
        for i, words in enumerate(self.words):
            for at in range(2, len(words.words) + 1):
                if words.words[at:] in tails:
                    known.setdefault(words.words[at:], ShortForms()).add(i, words.words[:at])
        placed = ShortForms()
        for i, words in enumerate(self.words):
            if () in tails and (at := place_at(words.words)) < len(words.words):
                placed.add(i, words.words[:at])
        for i, short, tail in shorts:
            fits = known[tail].find(short, i, _MEANINGS) if tail in known else {}
            for j, how in fits.items():
                self.add(i, j, self.trust(i, short, how, len(fits), tail), ABBREVIATION)
            if not tail:
                away = placed.find(short, i, _MEANINGS)
                for j in away:
                    self.add(i, j, 0.6 if len(away) == 1 and not fits else 0.3, PLACE)

    def trust(self, i: int, short: str, how: int, meanings: int, tail: tuple[str, ...]) -> float:
        """How sure a short form is: three letters are soon found by chance, and one that fits several names is open."""
        if meanings > 1:
            return 0.6
        if tail:
            return 0.93
        if how == 1:
            capitals = self.heads[i].name.upper() == self.heads[i].name
            return (0.93 if len(short) > SHORTEST else 0.8) if capitals else 0.7
        return 0.93 if len(short) > SHORTEST + 1 else 0.7

    def in_brackets(self) -> None:
        """`Badan X (BX)` beside `Badan X` or `BX`; or the two with a dash between them."""
        for i, node in enumerate(self.heads):
            if node.name.replace(" ", "").isalnum():
                continue
            for name, sure in _names_within(node.name):
                words = split_words(name)
                for j in self.by_core.get(words.core, ()):
                    if _compare(words, self.words[j])[0] >= ASKED:
                        self.add(i, j, *((0.95, BRACKET) if sure else (0.3, PLACE)))

    def old_spellings(self) -> None:
        """The same name in the old and the new spelling."""
        for i, j in self.groups(map(_new_spelling, self.words)):
            counts = [[word for word in self.words[at].words if is_number(word)] for at in (i, j)]
            if counts[0] == counts[1]:
                self.add(i, j, 0.85, SPELLING)

    def places(self) -> None:
        """The same words, and one or both say where: an office of the district is not that of the province."""
        at = [place_at(words.core) for words in self.words]
        keys = [words.core[: at[i]] if at[i] > 1 else () for i, words in enumerate(self.words)]
        tails: dict[tuple[str, ...], set[tuple[str, ...]]] = {}
        for key, i, words in zip(keys, at, self.words, strict=True):
            if words.core[i:]:
                tails.setdefault(key, set()).add(words.core[i:])
        for i, j in self.groups(keys, _SERIES):
            both = self.words[i].core[at[i] :] and self.words[j].core[at[j] :]
            alone = not both and len(tails.get(keys[i], ())) == 1
            self.add(i, j, *((0.5, PLACE) if alone else (0.1, OTHER_PLACE) if both else (0.3, PLACE)))

    def numbers(self) -> None:
        """The same words with other numbers: the second school is not the first."""
        keys = (tuple("" if is_number(word) else word for word in words.core) for words in self.words)
        for i, j in self.groups((key if any(key) and "" in key else () for key in keys), _SERIES):
            self.add(i, j, 0.1, NUMBER)

    def parts(self) -> None:
        """A name that ends or begins with another: a faculty and its university."""
        within: dict[int, set[int]] = {}
        for i, words in enumerate(self.words):
            for at in range(1, len(words.core) - 1):
                for piece in (words.core[at:], words.core[:-at]):
                    for j in self.by_core.get(piece, ()):
                        within.setdefault(j, set()).add(i)
        for j, wholes in within.items():
            if len(wholes) <= _MEANINGS:
                for i in sorted(wholes):
                    self.add(i, j, 0.15, PART)


def _numbers(words: NameWords) -> tuple[str, ...]:
    return tuple(word for word in words.words if any(sign.isdigit() for sign in word))


def _compare(one: NameWords, other: NameWords) -> tuple[float, Text]:
    """How sure two names of the same words are one, and why."""
    if (one.company and other.company and not _nested(one.company, other.company)) or not _nested(one.body, other.body):
        return 0.2, OTHER_FORM
    if one.core != other.core:
        if not (one.loose and other.loose) or _numbers(one) != _numbers(other):
            return 0.3, ORDER
        return (0.9 if one.body == other.body else 0.6), ORDER
    if one.body != other.body:
        return (0.7 if len(one.core) > 1 else ASKED), FORM
    return (0.92, FORM) if one.company != other.company else (0.95, ACCENTS)


def _nested(one: frozenset[str], other: frozenset[str]) -> bool:
    return one <= other or other <= one


def _short_forms(words: NameWords) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What may be a short form in a name, with the words behind it."""
    written = words.written
    whole = "".join(written)
    if SHORTEST <= len(whole) <= LONGEST and len(written) <= SHORTEST:
        yield unfold(whole), ()
    if len(written) > 1 and SHORTEST <= len(written[0]) < LONGEST and written[0] == words.words[0]:
        yield unfold(written[0]), words.words[1:]


def _names_within(name: str) -> Iterator[tuple[str, bool]]:
    """The names that stand in one, with brackets or a dash between them, and whether each surely means the whole."""
    brackets, dash = _BRACKETS.match(name), _DASH.split(name)
    if brackets:
        outer, inner = brackets[1].strip(), brackets[2].strip()
        short = "".join(split_words(inner).written)
        sure = bool(shortens(unfold(short), split_words(outer).words)) or (
            inner.isalpha() and inner.isupper() and len(inner) >= SHORTEST
        )
        if outer:
            yield outer, sure
        if sure:
            yield inner, True
    elif len(dash) == 2:  # noqa: PLR2004
        for one, other in (dash, dash[::-1]):
            if shortens(unfold("".join(split_words(one).written)), split_words(other).words):
                yield from ((one, True), (other, True))


def _new_spelling(words: NameWords) -> str:
    """A name without the differences of old and new spelling, and without doubled letters; blank for a short one."""
    text = "".join(words.words)
    if len(text) <= _MEANINGS * 2:
        return ""
    for old, new in _OLD:
        text = text.replace(old, new)
    return _DOUBLE.sub(lambda match: match[0] if match[1].isdigit() else match[1], text)
