"""The queries in `cypher/queries`: one file each, whose leading comment lines are its documentation and its contract.

::

    // title: Partners of a stakeholder
    // about: Everyone a stakeholder has a partnership with, and of what kind.
    // param stakeholder: text -- its id or its name
    // param top: integer = 50 -- how many rows                      with a default
    // returns: partner_id, partner
    MATCH ...

Types of parameters are text, integer, number and date (`= today` is the day of asking). `$map`, the map's name, is
given by whoever runs the query. Dropping in a file is the whole act. The queries of sysmap are translated by its catalogues; your
own may say the same in Indonesian too, in lines `// judul: ...` and `// tentang: ...`, and after a `|` where a parameter is explained.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from sysmap.errors import DataError, Fault, QueryRefused, UnknownName
from sysmap.messages import Text, UserText, in_context
from sysmap.resources import shipped

__all__ = ["Param", "Query", "all_queries", "bind", "find_query"]

Given = str | int | float

PARAM = re.compile(r"(?P<type>\w+)\s*(?:=\s*(?P<default>.+?)\s*)?--\s*(?P<en>[^|]+?)\s*(?:\|\s*(?P<id>.+))?")
KEYS = ("title", "about", "returns")
INDONESIAN = {"title": "judul", "about": "tentang"}
"""The keys by which a header may say the same in Indonesian."""


def _day(text: str) -> str:
    return (date.today() if text == "today" else date.fromisoformat(text)).isoformat()  # noqa: DTZ011 - the reader's own day


TYPES: dict[str, Callable[[str], Given]] = {"text": str, "integer": int, "number": float, "date": _day}


@dataclass(frozen=True, slots=True)
class Param:
    """A parameter of a query; `default` as text, None where it has to be given."""

    name: str
    type: str
    default: str | None
    about: Text

    def read(self, text: str) -> Given:
        """The text as a value of this type; `QueryRefused` where it is none.

        >>> from sysmap.messages import Message
        >>> Param("top", "integer", "50", Message("how many rows")).read("7")
        7
        """
        try:
            return TYPES[self.type](text)
        except ValueError:
            raise QueryRefused(f"{self.name}={text} is no {self.type}", f"{self.name}: {self.about.render('en')}") from None


@dataclass(frozen=True, slots=True)
class Query:
    """A question with a name: what it answers, what it takes besides `$map`, the columns it returns, its Cypher."""

    name: str
    title: Text
    about: Text
    params: tuple[Param, ...]
    returns: tuple[str, ...]
    text: str


def all_queries(folder: Path | None = None) -> dict[str, Query]:
    """Every query of a folder (by default those that come with sysmap), by name, sorted.

    Raises `DataError` with every fault of every header.

    >>> "partners-of" in all_queries()
    True
    """
    faults: list[Fault] = []
    found: dict[str, Query] = {}
    for path in sorted((folder or shipped("cypher") / "queries").glob("*.cypher")):
        header, text = _parts(path.read_text(encoding="utf-8"))
        query, wrong = _query(path, header, text)
        faults += wrong
        if query:
            found[query.name] = query
    if faults:
        raise DataError(faults)
    return found


def find_query(name: str, folder: Path | None = None) -> Query:
    """The query of this name; `UnknownName` offers the nearest.

    >>> find_query("partner-of")
    Traceback (most recent call last):
    sysmap.errors.UnknownName: no query is called 'partner-of' (did you mean partners-of?)
    """
    known = all_queries(folder)
    if name not in known:
        raise UnknownName("query", name, known)
    return known[name]


def bind(query: Query, given: Mapping[str, str]) -> dict[str, Given]:
    """The query's parameters as values: those given, and the defaults of the others; `$map` is not among them.

    Raises `UnknownName` for one the query does not have, `QueryRefused` for one that is missing or of another type.

    >>> bind(find_query("partners-of"), {"stakeholder": "A"})
    {'stakeholder': 'A'}
    """
    names = [param.name for param in query.params]
    for name in given:
        if name not in names:
            raise UnknownName(f"parameter of {query.name}", name, names)
    for param in query.params:
        if param.name not in given and param.default is None:
            raise QueryRefused(f"{query.name} needs {param.name}: {param.about.render('en')}", f"--param {param.name}=...")
    return {param.name: param.read(given.get(param.name, param.default or "")) for param in query.params}


def _parts(whole: str) -> tuple[list[str], str]:
    """The leading comment lines without their `//`, and the rest."""
    lines = whole.splitlines()
    count = next((number for number, line in enumerate(lines) if not line.startswith("//")), len(lines))
    return [line.removeprefix("//").strip() for line in lines[:count]], "\n".join(lines[count:]).strip() + "\n"


def _query(path: Path, header: list[str], text: str) -> tuple[Query | None, list[Fault]]:
    fault = partial(Fault, str(path))
    said: dict[str, str] = {}
    params: list[Param] = []
    faults: list[Fault] = []
    for number, line in enumerate(header, 1):
        key, _, rest = (part.strip() for part in line.partition(":"))
        if key.startswith("param "):
            param = _param(key.removeprefix("param ").strip(), rest)
            params += [param] if param else []
            faults += [] if param else [fault(number, 0, f"{line!r} is no parameter", "write: param name: type = default -- meaning; types: " + ", ".join(TYPES))]
        elif key in (*KEYS, *INDONESIAN.values()) and rest and key not in said:
            said[key] = rest
        else:
            faults.append(fault(number, 0, f"{line!r} is not understood", "write each of " + ", ".join(KEYS) + " once, as key: text"))
    faults += [fault(0, 0, problem, remedy) for problem, remedy in _lacks(said, params, text)]
    if faults:
        return None, faults
    returns = tuple(column.strip() for column in said["returns"].split(","))
    title, about = (_text(said[key], said.get(INDONESIAN[key])) for key in ("title", "about"))
    return Query(path.stem, title, about, tuple(params), returns, text), []


def _text(english: str, indonesian: str | None) -> Text:
    """What a header says: in both languages as the file has them, or in English for the catalogues to translate."""
    return UserText({"en": english, "id": indonesian}) if indonesian else in_context("query", english)


def _param(name: str, rest: str) -> Param | None:
    match = PARAM.fullmatch(rest)
    if not (match and name.isidentifier() and name != "map" and match["type"] in TYPES):
        return None
    param = Param(name, match["type"], match["default"], _text(match["en"], match["id"]))
    try:
        param.read(param.default or {"integer": "0", "number": "0", "date": "today"}.get(param.type, ""))
    except QueryRefused:
        return None     # a default that is not of its own type
    return param


def _lacks(said: Mapping[str, str], params: list[Param], text: str) -> Iterator[tuple[str, str]]:
    """What a whole file lacks: keys, Cypher, parameters that it uses or declares in vain."""
    for key in KEYS:
        if key not in said:
            yield f"the header has no {key}", f"add a line // {key}: ..."
    used = set(re.findall(r"\$(\w+)", text))
    declared = [param.name for param in params] + ["map"]
    for name in sorted(used - set(declared)):
        yield f"${name} is not declared", f"add a line // param {name}: text -- meaning"
    for name in sorted(set(declared) - used):
        yield f"${name} is not used", "each query is about one map, and uses what it declares"
    for name in sorted({name for name in declared if declared.count(name) > 1}):
        yield f"${name} is declared twice", "keep one"
