"""The queries in `cypher/queries`, one file each.

The comment lines at the top of a file document it and declare its parameters and columns.

::

    // title: Partners of a stakeholder
    // about: Everyone a stakeholder has a partnership with, and of what kind.
    // param stakeholder: text -- its id or its name
    // param top: integer = 50 -- how many rows                      with a default
    // returns: partner_id, partner
    MATCH ...

Types of parameters are text, texts (a list, written with commas), integer, number and date (`= today` is the day of
asking). `= map` is what the last load stored on the map's node: the day `as_of` of its sysmap.toml, or today, and the
settings that say who works on what (see `parameters_of`). `$map`, the map's name, is given by whoever
runs the query. Dropping in a file is the whole act. The queries of sysmap are translated by its
catalogues; your own may say the same in Indonesian too, in lines `// judul: ...` and `// tentang: ...`, and after a `|`
where a parameter is explained.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sysmap.errors import Cause, DataError, Fault, QueryRefused, UnknownName
from sysmap.messages import Joined, Text, UserText, in_context
from sysmap.resources import shipped
from sysmap.tables.settings import Settings

__all__ = ["OF_MAP", "Param", "Query", "all_queries", "bind", "find_query", "parameters_of"]

Value = str | int | float | list[str]

NO_QUERY = Cause("C040", "no query is called {name}")
NO_PARAMETER = Cause("C041", "no parameter of {query} is called {name}")
WRONG_TYPE = Cause("C042", "{name}={text} is no {type}", "{name}: {about}")
PARAMETER_NEEDED = Cause("C043", "{query} needs {name}: {about}", "--param {name}=...")
UNREADABLE_PARAMETER = Cause(
    "C044", "{line} is no parameter", "write: param name: type = default -- meaning; types: {types}"
)
UNREADABLE_LINE = Cause("C045", "{line} is not understood", "write each of {keys} once, as key: text")
KEY_MISSING = Cause("C046", "the header has no {key}", "add a line // {key}: ...")
NOT_DECLARED = Cause("C047", "${name} is not declared", "add a line // param {name}: text -- meaning")
NOT_USED = Cause("C048", "${name} is not used", "each query is about one map, and uses what it declares")
DECLARED_TWICE = Cause("C049", "${name} is declared twice", "keep one")

PARAM = re.compile(r"(?P<type>\w+)\s*(?:=\s*(?P<default>.+?)\s*)?--\s*(?P<en>[^|]+?)\s*(?:\|\s*(?P<id>.+))?")
KEYS = ("title", "about", "returns")
INDONESIAN = {"title": "judul", "about": "tentang"}
"""The keys by which a header may say the same in Indonesian."""


def _read_day(text: str) -> str:
    """A day as ISO text; `today` is the day of asking."""
    return (date.today() if text == "today" else date.fromisoformat(text)).isoformat()  # noqa: DTZ011 - the reader's own day


def _read_texts(text: str) -> list[str]:
    """The items of a list that is written with commas."""
    return [item.strip() for item in text.split(",") if item.strip()]


TYPES: dict[str, Callable[[str], Value]] = {
    "text": str,
    "texts": _read_texts,
    "integer": int,
    "number": float,
    "date": _read_day,
}
OF_MAP = "map"
"""The default of a parameter that is given what stands on the map's node."""


@dataclass(frozen=True, slots=True)
class Param:
    """A parameter of a query. `default` is text, `OF_MAP` for what the map says, None for one that has to be given."""

    name: str
    type: str
    default: str | None
    about: Text

    def read(self, text: str) -> Value:
        """Turn a text into a value of this type. Raises `QueryRefused` if it is not one.

        >>> from sysmap.messages import Message
        >>> Param("top", "integer", "50", Message("how many rows")).read("7")
        7
        """
        try:
            return TYPES[self.type](text)
        except ValueError:
            raise QueryRefused(WRONG_TYPE, name=self.name, text=text, type=self.type, about=self.about) from None


@dataclass(frozen=True, slots=True)
class Query:
    """A query with a name: what it answers, its parameters besides `$map`, the columns it returns, and its Cypher."""

    name: str
    title: Text
    about: Text
    params: tuple[Param, ...]
    returns: tuple[str, ...]
    text: str


def all_queries(folder: Path | None = None) -> dict[str, Query]:
    """Read every query of a folder (by default those that come with sysmap): name -> query, sorted.

    Raises `DataError` with every fault of every header.

    >>> "partners-of" in all_queries()
    True
    """
    faults: list[Fault] = []
    queries: dict[str, Query] = {}
    for path in sorted((folder or shipped("cypher") / "queries").glob("*.cypher")):
        header, text = _split_header(path.read_text(encoding="utf-8"))
        query, faults_of_file = _parse_query(path, header, text)
        faults += faults_of_file
        if query:
            queries[query.name] = query
    if faults:
        raise DataError(faults)
    return queries


def find_query(name: str, folder: Path | None = None) -> Query:
    """The query of this name. Raises `UnknownName`, which offers the names most like it.

    >>> find_query("overvie")
    Traceback (most recent call last):
    sysmap.errors.UnknownName: no query is called 'overvie' (did you mean overview?)
    """
    known = all_queries(folder)
    if name not in known:
        raise UnknownName(NO_QUERY, name, known)
    return known[name]


def parameters_of(settings: Settings) -> dict[str, Value]:
    """The values of the parameters that a map's settings say: what a load stores on the map's node.

    >>> parameters_of(Settings())["works"]
    ['WORKS_ON', 'OWNS']
    """
    return {
        "works": list(settings.works),
        "carries": list(settings.carries),
        "settled_problems": list(settings.settled_problems),
        "dead_stages": list(settings.dead_stages),
        "proven_stages": list(settings.proven_stages),
        "power": settings.salient,
        "stalled": settings.stalled,
    }


def bind(query: Query, arguments: Mapping[str, str], of_map: Mapping[str, Value] | None = None) -> dict[str, Value]:
    """The values of a query's parameters: from `arguments` (name -> text), or else the defaults.

    `of_map`: what the map says (`parameters_of`, and the day `as_of`); where it is not given, what a map says that sets
    nothing, and today. `$map` is not among the values.

    Raises `UnknownName` for an argument that is not a parameter, `QueryRefused` for one that is missing or of another
    type.

    >>> bind(find_query("partners-of"), {"stakeholder": "A", "as_of": "2026-06-30"})
    {'stakeholder': 'A', 'as_of': '2026-06-30'}
    """
    names = [param.name for param in query.params]
    for name in arguments:
        if name not in names:
            raise UnknownName(NO_PARAMETER, name, names, query=query.name)
    for param in query.params:
        if param.name not in arguments and param.default is None:
            raise QueryRefused(PARAMETER_NEEDED, query=query.name, name=param.name, about=param.about)
    said = {"as_of": _read_day("today"), **parameters_of(Settings()), **(of_map or {})}
    return {
        param.name: said[param.name]
        if param.default == OF_MAP and param.name not in arguments
        else param.read(arguments.get(param.name, param.default or ""))
        for param in query.params
    }


def _split_header(whole: str) -> tuple[list[str], str]:
    """The comment lines at the top without their `//`, and the rest of the file."""
    lines = whole.splitlines()
    count = next((number for number, line in enumerate(lines) if not line.startswith("//")), len(lines))
    return [line.removeprefix("//").strip() for line in lines[:count]], "\n".join(lines[count:]).strip() + "\n"


def _parse_query(path: Path, header: list[str], text: str) -> tuple[Query | None, list[Fault]]:
    """The query of a file, or None and the faults of its header."""
    file = str(path)
    entries: dict[str, str] = {}
    params: list[Param] = []
    faults: list[Fault] = []
    for number, line in enumerate(header, 1):
        key, _, rest = (part.strip() for part in line.partition(":"))
        if key.startswith("param "):
            param = _parse_param(key.removeprefix("param ").strip(), rest)
            params += [param] if param else []
            faults += (
                []
                if param
                else [UNREADABLE_PARAMETER.fault(file, number, 0, line=repr(line), types=Joined(TYPES, ", "))]
            )
        elif key in (*KEYS, *INDONESIAN.values()) and rest and key not in entries:
            entries[key] = rest
        else:
            faults.append(UNREADABLE_LINE.fault(file, number, 0, line=repr(line), keys=Joined(KEYS, ", ")))
    faults += _find_omissions(file, entries, params, text)
    if faults:
        return None, faults
    returns = tuple(column.strip() for column in entries["returns"].split(","))
    title, about = (_text(entries[key], entries.get(INDONESIAN[key])) for key in ("title", "about"))
    return Query(path.stem, title, about, tuple(params), returns, text), []


def _text(english: str, indonesian: str | None) -> Text:
    """What a header says: in both languages as the file has them, or in English for the catalogues to translate."""
    return UserText({"en": english, "id": indonesian}) if indonesian else in_context("query", english)


def _parse_param(name: str, rest: str) -> Param | None:
    """The parameter that a line of the header declares; None if the line is not understood."""
    match = PARAM.fullmatch(rest)
    if not (match and name.isidentifier() and name != "map" and match["type"] in TYPES):
        return None
    param = Param(name, match["type"], match["default"], _text(match["en"], match["id"]))
    if param.default == OF_MAP:
        return param if name in ("as_of", *parameters_of(Settings())) else None
    try:
        param.read(param.default or {"integer": "0", "number": "0", "date": "today"}.get(param.type, ""))
    except QueryRefused:
        return None  # a default that is not of its own type
    return param


def _find_omissions(file: str, entries: Mapping[str, str], params: list[Param], text: str) -> Iterator[Fault]:
    """Faults of the whole file.

    Keys that are missing, and parameters that are not declared, not used or declared twice.
    """
    for key in KEYS:
        if key not in entries:
            yield KEY_MISSING.fault(file, 0, 0, key=key)
    used = set(re.findall(r"\$(\w+)", text))
    declared = [param.name for param in params] + ["map"]
    for name in sorted(used - set(declared)):
        yield NOT_DECLARED.fault(file, 0, 0, name=name)
    for name in sorted(set(declared) - used):
        yield NOT_USED.fault(file, 0, 0, name=name)
    for name in sorted({name for name in declared if declared.count(name) > 1}):
        yield DECLARED_TWICE.fault(file, 0, 0, name=name)
