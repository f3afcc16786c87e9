"""Empty files to start a dataset with: headers in the reader's language, and a sysmap.toml that explains itself."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping

from sysmap.messages import AnyText, Joined, Message, Number, in_context, languages, render
from sysmap.schema import Field, Ref, Vocabulary
from sysmap.tables.finding import CONFIG, LINKS
from sysmap.tables.headers import spelled, wanted_headers
from sysmap.tables.history import history_fields
from sysmap.tables.node_columns import node_headers
from sysmap.tables.nodes import DIFFERS
from sysmap.tables.relations import CAUSAL
from sysmap.tables.terms import column_term
from sysmap.tables.tie_columns import tie_headers

__all__ = ["session_templates", "templates"]

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
    'What this map is. A file that you do not need: delete it. An empty file says "there are none", an absent one "we did not ask".'
)
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


def templates(vocabulary: Vocabulary, language: str) -> dict[str, bytes]:
    """File name -> bytes, for every file a dataset may hold: CSVs with a header row only, and a commented sysmap.toml.

    The CSVs have a BOM and the delimiter that the language's Excel expects; their headers are in the language.

    >>> from sysmap.vocabulary import VOCABULARY
    >>> templates(VOCABULARY, "id")["factors.csv"].decode("utf-8-sig").split(";")[:3]
    ['kode', 'nama', 'satuan']
    """
    files: dict[str, bytes] = {}
    for kind in vocabulary.nodes:
        columns: tuple[Field | Ref, ...] = (
            *vocabulary.node_fields[:2],
            *kind.fields,
            *(ref for ref in kind.refs if not ref.proven),
            *(field for field in vocabulary.node_fields[2:] if field.name != DIFFERS),
        )
        files[kind.file] = _header(columns, node_headers(vocabulary, kind), language)
    ends = [field for field in vocabulary.headers if field.name in ("source", "target")]
    for tie in vocabulary.ties:
        if tie.file:
            files[tie.file] = _header(
                (*ends, *vocabulary.tie_columns(tie.type)), tie_headers(vocabulary, tie), language
            )
    structural = [field for field in vocabulary.headers if field.name != "key"]
    causal = [field for tie in vocabulary.ties if tie.type == CAUSAL for field in tie.fields]
    files[LINKS] = _header((*structural, *causal, *vocabulary.tie_fields), tie_headers(vocabulary, None), language)
    for history in vocabulary.histories:
        fields = history_fields(vocabulary, history)
        files[history.file] = _header(fields, spelled(wanted_headers(fields)), language)
    files[CONFIG] = _config(language).encode()
    return files


def _config(language: str) -> str:
    """A sysmap.toml whose comments are in the language."""
    lines = [f"# {_ABOUT_CONFIG.render(language)}"]
    for key, value, meaning in _SETTINGS:
        line = f'{key} = "{language if key == "language" else render(value, language)}"'
        comment = render(meaning, language)
        lines.append(f"{line:<{_COMMENTS_AT}}# {comment}" if comment else line)
    return "\n".join(
        [
            *lines,
            "",
            f"# {_OWN_WORDS.render(language)}",
            "",
            _EXAMPLES,
            "# [headers]",
            f'# "{_INSTITUTION.render(language)}" = "name"',
            "",
        ]
    )


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
        LINKS: _header(columns, tie_headers(vocabulary, None), language),
    }


def _header(columns: Iterable[Field | Ref], known: Mapping[str, str], language: str) -> bytes:
    """A file with nothing but its header. `known` maps the header keys that the file may have to columns."""
    out = io.StringIO(newline="")
    terms = (
        column_term(column.column if isinstance(column, Ref) else column.name, column.label, known)
        for column in columns
    )
    csv.writer(out, delimiter=_delimiter(language), lineterminator="\r\n").writerow(
        dict.fromkeys(term.render(language) for term in terms)
    )
    return out.getvalue().encode("utf-8-sig")
