"""Find what does not mean the same on Neo4j and on the embedded engine in a query.

Each rule stands for a difference that was observed: the two engines gave different answers, and often that of the
embedded one was wrong without any error. A rule is a function that yields a sentence for each place it finds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sysmap.cypher.tokens import Token, match_brackets, tokenize
from sysmap.errors import Cause
from sysmap.messages import Text

__all__ = ["portability"]

Tokens = tuple[Token, ...]
Rule = Callable[[Tokens], Iterator[Text]]

AGGREGATES = frozenset(
    {"AVG", "COLLECT", "COUNT", "MAX", "MIN", "PERCENTILECONT", "PERCENTILEDISC", "STDEV", "STDEVP", "SUM"}
)
PREDICATE_WORDS = frozenset({"=", "<", ">", "IN", "IS", "AND", "OR", "XOR", "STARTS", "ENDS", "CONTAINS"})
"""Words and signs that make the expression beside them part of a predicate."""
AFTER_A_COLUMN = frozenset({"", ",", "}", "AS", "LIMIT", "ORDER", "SKIP", "UNION"})
"""What may follow a returned expression that ends there."""

AGGREGATE_INDEXED = Cause("C020", "{function}() is indexed", "bind it with WITH first")
AGGREGATE_COMPARED = Cause("C021", "{function}() stands in a predicate", "bind it with WITH first")
COLLECT_UNORDERED = Cause("C022", "collect() without an ORDER BY before it: the order of its list differs")
UNION_UNORDERED = Cause("C023", "the order of a UNION's rows differs", "put it into CALL { ... } and sort after it")
MATCH_AFTER_UNWIND = Cause(
    "C024", "a MATCH after MATCH ... UNWIND finds nothing on the embedded engine", "put a WITH before it"
)
SHORTEST_UNKNOWN = Cause("C025", "SHORTEST is not known everywhere", "use shortestPath()")
LIBRARY_MISSING = Cause("C026", "{library}.* is not there everywhere")
ID_DIFFERS = Cause("C027", "{function}() differs between engines", "use uid")
LABELS_UNORDERED = Cause("C028", "the order of labels() differs", "ask for the label you mean")
ENTERPRISE_CONSTRAINT = Cause("C029", "NOT NULL and NODE KEY constraints are Neo4j Enterprise's alone")
LABEL_AND_TYPE = Cause("C030", "{name} is both a label and a type", "one of them needs another name")
NODE_WITHOUT_LABEL = Cause("C031", "a node is looked up by uid without its label: slow on the embedded engine")
TIE_WITHOUT_LABEL = Cause("C032", "a tie is looked up by uid from an end without a label: slow on the embedded engine")
PATH_RETURNED = Cause(
    "C033", "{name} is a path, which engines write differently", "return [n IN nodes({name}) | n.uid]"
)


def portability(text: str) -> tuple[Text, ...]:
    """One sentence for each construct of the query that the engines treat differently; empty if there is none.

    Raises `QueryRefused` for text that cannot be cut into tokens.

    >>> print(*portability("MATCH (n) WITH n, max(n.a) IS NULL AS none RETURN n"))
    max() stands in a predicate: bind it with WITH first
    >>> portability("MATCH (n) WITH n, max(n.a) AS most RETURN n, most IS NULL AS none")
    ()
    """
    tokens = tokenize(text)
    return tuple(dict.fromkeys(sentence for rule in RULES for sentence in rule(tokens)))


def _key(tokens: Tokens, place: int) -> str:
    """The key of the token at this index.

    Empty outside the query, so that a rule may look beside a token without care.
    """
    return tokens[place].key if 0 <= place < len(tokens) else ""


def _find_calls(tokens: Tokens, names: frozenset[str]) -> Iterator[tuple[int, int]]:
    """The first and the last index of each call of one of these functions: from its name to its closing bracket."""
    pairs = match_brackets(tokens)
    for here, token in enumerate(tokens):
        if token.kind == "word" and token.key in names and _key(tokens, here + 1) == "(" and here + 1 in pairs:
            yield here, pairs[here + 1]


def _enclosing_bracket(pairs: dict[int, int], first: int, last: int) -> int | None:
    """The index of the innermost bracket that opens before the tokens `first` to `last` and closes after them.

    None if there is none.
    """
    return next((place for place in range(first - 1, -1, -1) if pairs.get(place, -1) > last), None)


def _widen(tokens: Tokens, first: int, last: int) -> Iterator[tuple[int, int]]:
    """First and last index of a call, then of each call or round bracket that encloses it, outwards.

    It stops at a list or a map, because what is compared with a list is not compared with its items.
    """
    pairs = match_brackets(tokens)
    opening: int | None = first
    while opening is not None:
        yield first, last
        opening = _enclosing_bracket(pairs, first, last)
        if opening is not None:
            if tokens[opening].text != "(":
                return
            # the name of the function before the bracket belongs to the call
            first, last = opening - (opening > 0 and tokens[opening - 1].kind == "word"), pairs[opening]


def _find_compared_aggregates(tokens: Tokens) -> Iterator[Text]:
    """An aggregate, or an expression that encloses it, that is compared, negated or indexed."""
    for start, end in _find_calls(tokens, AGGREGATES):
        name = tokens[start].text
        for first, last in _widen(tokens, start, end):
            before, after = _key(tokens, first - 1), _key(tokens, last + 1)
            if after == "[":
                yield AGGREGATE_INDEXED.explain(function=name)
            if after in PREDICATE_WORDS or before in PREDICATE_WORDS | {"NOT", "WHEN"}:
                yield AGGREGATE_COMPARED.explain(function=name)


def _find_unordered_collects(tokens: Tokens) -> Iterator[Text]:
    """A collect() where no ORDER BY stands before it in the query."""
    ordered = False
    for here, token in enumerate(tokens):
        ordered = ordered or (token.key == "ORDER" and _key(tokens, here + 1) == "BY")
        if token.kind == "word" and token.key == "COLLECT" and _key(tokens, here + 1) == "(" and not ordered:
            yield COLLECT_UNORDERED.explain()


def _find_unions(tokens: Tokens) -> Iterator[Text]:
    """A UNION outside curly brackets, where nothing can sort its rows afterwards."""
    depth = 0
    for token in tokens:
        depth += (token.text == "{") - (token.text == "}")
        if token.kind == "word" and token.key == "UNION" and depth == 0:
            yield UNION_UNORDERED.explain()


def _find_matches_after_unwind(tokens: Tokens) -> Iterator[Text]:
    """MATCH, UNWIND and MATCH without a WITH between them.

    The WHERE of the second MATCH does not see what was unwound.
    """
    clauses = [""]  # first letters of the clauses since the last WITH, one text for each level of curly brackets
    for token in tokens:
        if token.text == "{":
            clauses.append("")
        elif token.text == "}" and len(clauses) > 1:
            clauses.pop()
        elif token.kind == "word" and token.key in ("MATCH", "UNWIND", "WITH"):
            clauses[-1] = "" if token.key == "WITH" else clauses[-1] + token.key[0]
            if clauses[-1].endswith("M") and "MU" in clauses[-1]:
                yield MATCH_AFTER_UNWIND.explain()


def _find_unportable_words(tokens: Tokens) -> Iterator[Text]:
    """Words and functions that only one engine knows, or that mean something else on each."""
    for here, token in enumerate(tokens):
        if token.kind != "word" or _key(tokens, here - 1) == ".":
            continue
        after = _key(tokens, here + 1)
        if token.key == "SHORTEST":
            yield SHORTEST_UNKNOWN.explain()
        if token.key in ("APOC", "GDS") and after == ".":
            yield LIBRARY_MISSING.explain(library=token.text)
        if token.key in ("ELEMENTID", "ID") and after == "(":
            yield ID_DIFFERS.explain(function=token.text)


def _find_label_order(tokens: Tokens) -> Iterator[Text]:
    """The first, last or n-th of labels()."""
    for first, last in _find_calls(tokens, frozenset({"LABELS"})):
        if _key(tokens, last + 1) == "[" or (
            _key(tokens, first - 1) == "(" and _key(tokens, first - 2) in ("HEAD", "LAST")
        ):
            yield LABELS_UNORDERED.explain()


def _find_enterprise_constraints(tokens: Tokens) -> Iterator[Text]:
    """A constraint that only Neo4j Enterprise has."""
    keys = [token.key for token in tokens]
    if "CONSTRAINT" in keys and ("NULL" in keys or "KEY" in keys) and "REQUIRE" in keys:
        yield ENTERPRISE_CONSTRAINT.explain()


def _find_label_and_type(tokens: Tokens) -> Iterator[Text]:
    """A name that is a label in one place and a type in another."""
    names: dict[str, set[str]] = {"(": set(), "[": set()}  # labels stand in round brackets, types in square ones
    pairs = match_brackets(tokens)
    for here, token in enumerate(tokens):
        if (
            token.text not in (":", "|", "&")
            or here + 1 >= len(tokens)
            or tokens[here + 1].kind not in ("word", "name")
        ):
            continue
        opening = _enclosing_bracket(pairs, here, here)
        if opening is not None and tokens[opening].text in names:
            names[tokens[opening].text].add(tokens[here + 1].text.strip("`"))
    for name in sorted(names["("] & names["["]):
        yield LABEL_AND_TYPE.explain(name=name)


def _find_bare_uids(tokens: Tokens) -> Iterator[Text]:
    """A node by its uid without a label, `(n {uid: ...})`, or a tie by its uid from `()`: both read the whole map."""
    pairs = match_brackets(tokens)
    for here, token in enumerate(tokens):
        if token.text != "{" or _key(tokens, here + 1) != "UID" or _key(tokens, here + 2) != ":":
            continue
        opening = _enclosing_bracket(pairs, here, pairs.get(here, here))
        before = tokens[opening + 1 : here] if opening is not None else ()  # at most a variable: there is no label
        if _key(tokens, -1 if opening is None else opening) == "(" and len(before) <= 1:
            yield NODE_WITHOUT_LABEL.explain()
        if (
            opening is not None
            and tokens[opening].text == "["
            and "".join(t.text for t in tokens[:opening]).rstrip("-<").endswith("()")
        ):
            yield TIE_WITHOUT_LABEL.explain()


def _find_returned_paths(tokens: Tokens) -> Iterator[Text]:
    """A path that is returned whole: a variable bound to a path that stands alone as a column of RETURN."""
    paths = {
        token.key
        for here, token in enumerate(tokens)
        if _key(tokens, here + 1) == "="
        and _key(tokens, here + 2) in ("(", "SHORTESTPATH", "ALLSHORTESTPATHS")
        and _key(tokens, here - 1) in ("MATCH", ",")
    }
    returning = False
    for here, token in enumerate(tokens):
        returning = token.key == "RETURN" or (returning and token.key not in ("ORDER", "UNION", "}"))
        if (
            returning
            and token.key in paths
            and _key(tokens, here - 1) in ("RETURN", ",", "DISTINCT")
            and _key(tokens, here + 1) in AFTER_A_COLUMN
        ):
            yield PATH_RETURNED.explain(name=token.text)


RULES: tuple[Rule, ...] = (
    _find_compared_aggregates,
    _find_unordered_collects,
    _find_unions,
    _find_matches_after_unwind,
    _find_unportable_words,
    _find_label_order,
    _find_enterprise_constraints,
    _find_label_and_type,
    _find_bare_uids,
    _find_returned_paths,
)
