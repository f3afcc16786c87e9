"""Empty files to start a dataset with: headers in the reader's language, and a sysmap.toml that explains itself."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sysmap.messages import AnyText, Joined, Message, Number, in_context, languages, render
from sysmap.schema import Field, Ref, Vocabulary
from sysmap.tables.finding import CONFIG, LINKS
from sysmap.tables.headers import spelled, wanted_headers
from sysmap.tables.history import history_fields
from sysmap.tables.naming.joining import DIFFERS
from sysmap.tables.node_columns import node_headers
from sysmap.tables.relations import CAUSAL
from sysmap.tables.rows import NONE_OF
from sysmap.tables.terms import column_term
from sysmap.tables.tie_columns import tie_headers
from sysmap.tables.toml_spelling import quote

__all__ = ["TableTemplate", "config_template", "is_untouched", "session_templates", "table_templates", "templates"]

_SESSION, _ACTION = "GrowSession", "ACTION"

_SETTINGS: tuple[tuple[str, AnyText, AnyText], ...] = (
    ("name", in_context("sysmap.toml", "my-map"), Message("short, for folders and addresses")),
    ("title", in_context("sysmap.toml", "Our district"), Message("what people read above the map")),
    ("language", "", Joined(languages(), ", ")),
    ("author", "", ""),
    ("date", "", Message("the day the data were true, such as 2026-01-31")),
    ("focal", "", Message("id or name of the organisation that inside and outside are seen from")),
)
"""Keys of sysmap.toml, each with the value of the template and what stands beside it."""
_ABOUT_CONFIG = Message(
    "What this map is. A file that you do not need: delete it. A file that nobody has filled in counts as not asked; to say that there are none, write "
    'a row with the word "none".'
)
_ABOUT_ID = Message("made by chance: it tells this map from others of its name; leave it")
_OWN_WORDS = Message("Words of your own. Take the # away to use them.")
_INSTITUTION = in_context("sysmap.toml", "Institution")
_EXAMPLES = """\
# [choices."Stakeholder.sector"]
# faith = { en = "faith-based", id = "keagamaan", synonyms = ["mosque", "church", "masjid", "gereja"] }

# [ties.MENTORS]
# ends = [["Stakeholder", "Stakeholder"]]
# title = { en = "Mentoring", id = "Pendampingan" }
# sentence = { en = "{source} mentors {target}", id = "{source} mendampingi {target}" }
"""
_COMMENTS_AT = 37


@dataclass(frozen=True, slots=True)
class TableTemplate:
    """A table to fill in: its file, its columns in their order, and header key -> column of all that it may have."""

    file: str
    columns: tuple[Field | Ref, ...]
    known: Mapping[str, str]

    def headers(self, language: str) -> dict[str, Field | Ref]:
        """The headers in the language, each with its column."""
        headers: dict[str, Field | Ref] = {}
        for column in self.columns:
            name = column.column if isinstance(column, Ref) else column.name
            headers.setdefault(column_term(name, column.label, self.known).render(language), column)
        return headers


def table_templates(vocabulary: Vocabulary) -> tuple[TableTemplate, ...]:
    """Every table that a map may have, in the order in which they are read."""
    ends = [field for field in vocabulary.headers if field.name in ("source", "target")]
    structural = [field for field in vocabulary.headers if field.name != "key"]
    causal = [field for tie in vocabulary.ties if tie.type == CAUSAL for field in tie.fields]
    nodes = [
        TableTemplate(
            kind.file,
            (
                *vocabulary.node_fields[:2],
                *kind.fields,
                *(ref for ref in kind.refs if not ref.proven),
                *(field for field in vocabulary.node_fields[2:] if field.name not in (DIFFERS, NONE_OF)),
            ),
            node_headers(vocabulary, kind),
        )
        for kind in vocabulary.nodes
    ]
    ties = [
        TableTemplate(tie.file, (*ends, *vocabulary.tie_columns(tie.type)), tie_headers(vocabulary, tie))
        for tie in vocabulary.ties
        if tie.file
    ]
    links = TableTemplate(LINKS, (*structural, *causal, *vocabulary.tie_fields), tie_headers(vocabulary, None))
    dated = [
        TableTemplate(history.file, tuple(fields), spelled(wanted_headers(fields)))
        for history in vocabulary.histories
        for fields in [history_fields(vocabulary, history)]
    ]
    return (*nodes, *ties, links, *dated)


def templates(vocabulary: Vocabulary, language: str, name: str = "", id: str = "") -> dict[str, bytes]:
    """File name -> bytes, for every file a dataset may hold: CSVs with a header row only, and a commented sysmap.toml.

    The CSVs have a BOM and the delimiter that the language's Excel expects; their headers are in the language. `name`
    and `id` are those of the map.

    >>> from sysmap.vocabulary import VOCABULARY
    >>> templates(VOCABULARY, "id")["factors.csv"].decode("utf-8-sig").split(";")[:3]
    ['kode', 'nama', 'satuan']
    """
    files = {table.file: _header(table, language) for table in table_templates(vocabulary)}
    return {**files, CONFIG: config_template(language, name, id)}


def is_untouched(file: str, header: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Whether this is the header of the empty table `file` as `templates` writes it, in any language.

    >>> from sysmap.vocabulary import VOCABULARY
    >>> is_untouched("stages.csv", ["innovation", "stage", "date"], VOCABULARY)
    True
    """
    table = next((table for table in table_templates(vocabulary) if table.file == file), None)
    return table is not None and any(list(header) == list(table.headers(language)) for language in languages())


def config_template(language: str, name: str = "", id: str = "") -> bytes:
    """A sysmap.toml whose comments are in the language, with the name, title and id of the map where they are given."""
    lines = [f"# {_ABOUT_CONFIG.render(language)}"]
    given = {"language": language, **({"name": name, "title": name} if name else {})}
    for key, value, meaning in _SETTINGS:
        line = f"{key} = {quote(given.get(key) or render(value, language))}"
        comment = render(meaning, language)
        lines.append(f"{line:<{_COMMENTS_AT}}# {comment}" if comment else line)
    return "\n".join(
        [
            *lines,
            *([f"{f'id = {quote(id)}':<{_COMMENTS_AT}}# {_ABOUT_ID.render(language)}"] if id else []),
            "",
            f"# {_OWN_WORDS.render(language)}",
            "",
            _EXAMPLES,
            "# [headers]",
            f'# "{_INSTITUTION.render(language)}" = "name"',
            "",
        ]
    ).encode()


def _delimiter(language: str) -> str:
    """What the Excel of a language expects between cells: a semicolon where the comma marks decimals."""
    return ";" if "," in Number(0.5, 1).render(language) else ","


def session_templates(vocabulary: Vocabulary, language: str) -> dict[str, bytes]:
    """What a facilitator fills in at a GROW session: grow.csv, and of links.csv the columns that its actions take.

    >>> from sysmap.vocabulary import VOCABULARY
    >>> session_templates(VOCABULARY, "en")["links.csv"].decode("utf-8-sig").split()
    ['source,relation,target,what,due,done']
    """
    ends = {field.name: field for field in vocabulary.headers}
    columns = (ends["source"], ends["relation"], ends["target"], *vocabulary.tie(_ACTION).fields)
    sessions = vocabulary.node(_SESSION).file
    return {
        sessions: templates(vocabulary, language)[sessions],
        LINKS: _header(TableTemplate(LINKS, columns, tie_headers(vocabulary, None)), language),
    }


def _header(table: TableTemplate, language: str) -> bytes:
    """A file with nothing but its header."""
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=_delimiter(language), lineterminator="\r\n").writerow(table.headers(language))
    return out.getvalue().encode("utf-8-sig")
