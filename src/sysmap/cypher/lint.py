"""What does not mean the same on Neo4j and on the embedded engine, found in a query and said.

Each rule was seen: the two engines answered differently, the embedded one often silently wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sysmap.cypher.tokens import Token, partners, tokenize

__all__ = ["portability"]

Tokens = tuple[Token, ...]
Rule = Callable[[Tokens], Iterator[str]]

AGGREGATES = frozenset({"AVG", "COLLECT", "COUNT", "MAX", "MIN", "PERCENTILECONT", "PERCENTILEDISC", "STDEV", "STDEVP", "SUM"})
JUDGES = frozenset({"=", "<", ">", "IN", "IS", "AND", "OR", "XOR", "STARTS", "ENDS", "CONTAINS"})
"""What, beside an expression, makes it part of a predicate."""
LAST = frozenset({"", ",", "}", "AS", "LIMIT", "ORDER", "SKIP", "UNION"})


def portability(text: str) -> tuple[str, ...]:
    """One sentence for each construct of the query that engines take differently; empty where there is none.

    Raises `QueryRefused` for text that cannot be cut into tokens.

    >>> portability("MATCH (n) WITH n, max(n.a) IS NULL AS none RETURN n")
    ('max() stands in a predicate: bind it with WITH first',)
    >>> portability("MATCH (n) WITH n, max(n.a) AS most RETURN n, most IS NULL AS none")
    ()
    """
    tokens = tokenize(text)
    return tuple(dict.fromkeys(sentence for rule in RULES for sentence in rule(tokens)))


def _key(tokens: Tokens, place: int) -> str:
    return tokens[place].key if 0 <= place < len(tokens) else ""


def _calls(tokens: Tokens, names: frozenset[str]) -> Iterator[tuple[int, int]]:
    """First and last index of each call of one of the functions."""
    pairs = partners(tokens)
    for here, token in enumerate(tokens):
        if token.kind == "word" and token.key in names and _key(tokens, here + 1) == "(" and here + 1 in pairs:
            yield here, pairs[here + 1]


def _around(pairs: dict[int, int], first: int, last: int) -> int | None:
    """Index of the bracket that opens right around a stretch of tokens."""
    return next((place for place in range(first - 1, -1, -1) if pairs.get(place, -1) > last), None)


def _and_around(tokens: Tokens, first: int, last: int) -> Iterator[tuple[int, int]]:
    """A call, then each call or bracket that it stands in, outwards."""
    pairs = partners(tokens)
    around: int | None = first
    while around is not None:
        yield first, last
        around = _around(pairs, first, last)
        if around is not None:
            if tokens[around].text != "(":
                return
            first, last = around - (around > 0 and tokens[around - 1].kind == "word"), pairs[around]


def _judged_aggregates(tokens: Tokens) -> Iterator[str]:
    """An aggregate, or an expression around it, that is compared, negated or indexed."""
    for start, end in _calls(tokens, AGGREGATES):
        name = tokens[start].text
        for first, last in _and_around(tokens, start, end):
            before, after = _key(tokens, first - 1), _key(tokens, last + 1)
            if after == "[":
                yield f"{name}() is indexed: bind it with WITH first"
            if after in JUDGES or before in JUDGES | {"NOT", "WHEN"}:
                yield f"{name}() stands in a predicate: bind it with WITH first"


def _unordered(tokens: Tokens) -> Iterator[str]:
    ordered = False
    for here, token in enumerate(tokens):
        ordered = ordered or (token.key == "ORDER" and _key(tokens, here + 1) == "BY")
        if token.kind == "word" and token.key == "COLLECT" and _key(tokens, here + 1) == "(" and not ordered:
            yield "collect() without an ORDER BY before it: the order of its list differs"


def _unions(tokens: Tokens) -> Iterator[str]:
    depth = 0
    for token in tokens:
        depth += (token.text == "{") - (token.text == "}")
        if token.kind == "word" and token.key == "UNION" and depth == 0:
            yield "the order of a UNION's rows differs: put it into CALL { ... } and sort after it"


def _unwound(tokens: Tokens) -> Iterator[str]:
    """MATCH, UNWIND, MATCH without a WITH between them: the second MATCH's WHERE does not see what was unwound."""
    clauses = [""]
    for token in tokens:
        if token.text == "{":
            clauses.append("")
        elif token.text == "}" and len(clauses) > 1:
            clauses.pop()
        elif token.kind == "word" and token.key in ("MATCH", "UNWIND", "WITH"):
            clauses[-1] = "" if token.key == "WITH" else clauses[-1] + token.key[0]
            if clauses[-1].endswith("M") and "MU" in clauses[-1]:
                yield "a MATCH after MATCH ... UNWIND finds nothing on the embedded engine: put a WITH before it"


def _words(tokens: Tokens) -> Iterator[str]:
    for here, token in enumerate(tokens):
        if token.kind != "word" or _key(tokens, here - 1) == ".":
            continue
        after = _key(tokens, here + 1)
        if token.key == "SHORTEST":
            yield "SHORTEST is not known everywhere: use shortestPath()"
        if token.key in ("APOC", "GDS") and after == ".":
            yield f"{token.text}.* is not there everywhere"
        if token.key in ("ELEMENTID", "ID") and after == "(":
            yield f"{token.text}() differs between engines: use uid"


def _label_order(tokens: Tokens) -> Iterator[str]:
    for first, last in _calls(tokens, frozenset({"LABELS"})):
        if _key(tokens, last + 1) == "[" or (_key(tokens, first - 1) == "(" and _key(tokens, first - 2) in ("HEAD", "LAST")):
            yield "the order of labels() differs: ask for the label you mean"


def _constraints(tokens: Tokens) -> Iterator[str]:
    keys = [token.key for token in tokens]
    if "CONSTRAINT" in keys and ("NULL" in keys or "KEY" in keys) and "REQUIRE" in keys:
        yield "NOT NULL and NODE KEY constraints are Neo4j Enterprise's alone"


def _label_and_type(tokens: Tokens) -> Iterator[str]:
    """A name that is a label in one place and a type in another."""
    found: dict[str, set[str]] = {"(": set(), "[": set()}
    pairs = partners(tokens)
    for here, token in enumerate(tokens):
        if token.text not in (":", "|", "&") or here + 1 >= len(tokens) or tokens[here + 1].kind not in ("word", "name"):
            continue
        around = _around(pairs, here, here)
        if around is not None and tokens[around].text in found:
            found[tokens[around].text].add(tokens[here + 1].text.strip("`"))
    for name in sorted(found["("] & found["["]):
        yield f"{name} is both a label and a type: one of them needs another name"


def _bare_uids(tokens: Tokens) -> Iterator[str]:
    """`(n {uid: ...})`, or a tie by its uid from an end that says nothing: both read the whole map."""
    pairs = partners(tokens)
    for here, token in enumerate(tokens):
        if token.text != "{" or _key(tokens, here + 1) != "UID" or _key(tokens, here + 2) != ":":
            continue
        opening = _around(pairs, here, pairs.get(here, here))
        inside = tokens[opening + 1:here] if opening is not None else ()
        if _key(tokens, -1 if opening is None else opening) == "(" and len(inside) <= 1:
            yield "a node is looked up by uid without its label: slow on the embedded engine"
        if opening is not None and tokens[opening].text == "[" and "".join(t.text for t in tokens[:opening]).rstrip("-<").endswith("()"):
            yield "a tie is looked up by uid from an end without a label: slow on the embedded engine"


def _paths(tokens: Tokens) -> Iterator[str]:
    """A path that is returned whole."""
    paths = {token.key for here, token in enumerate(tokens)
             if _key(tokens, here + 1) == "=" and _key(tokens, here + 2) in ("(", "SHORTESTPATH", "ALLSHORTESTPATHS")
             and _key(tokens, here - 1) in ("MATCH", ",")}
    returning = False
    for here, token in enumerate(tokens):
        returning = token.key == "RETURN" or (returning and token.key not in ("ORDER", "UNION", "}"))
        if returning and token.key in paths and _key(tokens, here - 1) in ("RETURN", ",", "DISTINCT") and _key(tokens, here + 1) in LAST:
            yield f"{token.text} is a path, which engines write differently: return [n IN nodes({token.text}) | n.uid]"


RULES: tuple[Rule, ...] = (_judged_aggregates, _unordered, _unions, _unwound, _words, _label_order, _constraints, _label_and_type, _bare_uids, _paths)
