"""The file aliases.csv: which names mean one and the same, and which do not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from sysmap.errors import Cause
from sysmap.messages import Listing, in_context
from sysmap.schema import Field, Vocabulary
from sysmap.tables.headers import match_headers, terms_of, wanted_headers
from sysmap.tables.naming.joining import Claim, Joining, join_names
from sysmap.tables.notes import Notes
from sysmap.tables.references import kinds_by_name
from sysmap.tables.rows import NodeRow
from sysmap.tables.sheets import Sheet
from sysmap.tables.text import clean_text, plain_header, show_cell

__all__ = ["ALIASES_FILE", "COLUMNS", "Aliases", "join_rows", "note_claims", "read_aliases"]

NO_COLUMNS = Cause("F335", "no column is called {columns}", "write the header name,is,not")
NOT_ONE_ANSWER = Cause(
    "F336", "says nothing, or two things", "give a name, and what it is or what it is not: one of the two"
)
UNKNOWN_NAME = Cause("F337", "no table has a node of the id or the name {name}", "correct it, or take it out")
OTHER_KIND = Cause(
    "F338", "{name} and {other} are not of one kind", "only nodes of one kind can be one: correct it, or take it out"
)
UNCLEAR_NAME = Cause("F339", "{name} or {other} may mean several nodes", "write the ids")
CIRCLE = Cause("F340", "{name} is said to be {other}, and that leads back to {name}", "take one of the rows out")
CONTRARY = Cause("F341", "{name} is said to be {other}, and not to be it", "take one of the two out")

ALIASES_FILE = "aliases.csv"
COLUMNS = (
    Field(
        "name",
        in_context("aliases.csv", "Name"),
        in_context("aliases.csv", "A name or an id that others use."),
        synonyms=("nama", "alias", "singkatan"),
    ),
    Field(
        "is",
        in_context("aliases.csv", "Is"),
        in_context("aliases.csv", "The node that it means, by its full name or its id."),
        synonyms=("adalah", "sama dengan", "ialah"),
    ),
    Field(
        "not",
        in_context("aliases.csv", "Is not"),
        in_context("aliases.csv", "A node that it looks like and does not mean."),
        synonyms=("bukan", "tidak sama dengan"),
    ),
    Field(
        "kind",
        in_context("aliases.csv", "Kind"),
        in_context("aliases.csv", "The kind of node, where a name alone does not say."),
        synonyms=("jenis",),
    ),
)
"""What the columns of the file say: of `is` and `not` each row fills one."""


@dataclass
class Aliases:
    """What the file says, and what came of it in the kinds of nodes that were read so far.

    `claims` are its rows, each with the label it is limited to, if any.
    """

    notes: Notes = field(default_factory=lambda: Notes(ALIASES_FILE))
    claims: list[tuple[str, Claim]] = field(default_factory=list)
    tried: list[Joining] = field(default_factory=list)

    def of(self, label: str) -> list[Claim]:
        """The claims that may be about nodes of a label."""
        return [claim for limit, claim in self.claims if limit in ("", label)]

    def settle(self) -> None:
        """Note the rows that came to nothing in every kind of nodes."""
        met, plain, half, unclear = (
            {claim for joining in self.tried for claim in getattr(joining, name)}
            for name in ("met", "plain", "half", "unclear")
        )
        for _, claim in self.claims:
            if claim in met or (claim in plain and claim not in half):
                continue
            cause = UNCLEAR_NAME if claim in unclear else OTHER_KIND if claim in plain else UNKNOWN_NAME
            self.notes.lose(
                claim.line,
                0,
                cause,
                # A name that is gone cannot be taken for another.
                level="warning" if claim.differ and cause is UNKNOWN_NAME else "error",
                name=show_cell(claim.full if cause is UNKNOWN_NAME and not claim.differ else claim.name),
                other=show_cell(claim.full),
            )
        for joining in self.tried:
            note_claims(joining, self.notes)


def note_claims(joining: Joining, notes: Notes) -> None:
    """Note the claims of a file that contradict each other, and those of its columns that may mean several nodes."""
    unclear = [claim for claim in joining.unclear if notes.file != ALIASES_FILE]
    for cause, claims in ((UNCLEAR_NAME, unclear), (CIRCLE, joining.circular), (CONTRARY, joining.contrary)):
        for claim in claims:
            if claim.file == notes.file:
                notes.error(claim.line, 0, cause, name=show_cell(claim.name), other=show_cell(claim.full))


def read_aliases(sheet: Sheet, vocabulary: Vocabulary, notes: Notes) -> Aliases:
    """What aliases.csv says; a row that says nothing, or two things, is a fault."""
    aliases, wanted = Aliases(notes), wanted_headers(COLUMNS)
    found = match_headers(sheet, wanted, replace(vocabulary, header_synonyms={}), notes)
    if "name" not in found or not found.keys() & {"is", "not"}:
        terms = terms_of(wanted)
        missing = [terms[name] for name in ("name", "is") if name not in found]
        notes.error(sheet.header_line, 0, NO_COLUMNS, columns=Listing(missing, "or"))
        return aliases
    labels = kinds_by_name(vocabulary)
    for line, row in zip(sheet.lines, sheet.rows, strict=True):
        name, full, other, kind = (_cell(row, found.get(field.name)) for field in COLUMNS)
        if not name or bool(full) == bool(other):
            notes.lose(line, 0, NOT_ONE_ANSWER, level="error")
            continue
        claim = Claim(name, full or other, notes.file, line, differ=not full)
        aliases.claims.append((labels.get(plain_header(kind), "") if kind else "", claim))
    return aliases


def _cell(row: Sequence[str], index: int | None) -> str:
    return "" if index is None else clean_text(row[index])


def join_rows(nodes: Sequence[NodeRow], aliases: Aliases) -> list[NodeRow]:
    """Nodes that stand in no table, joined as aliases.csv says."""
    joined: list[NodeRow] = []
    for label in dict.fromkeys(node.label for node in nodes):
        rows = {str(node.props["id"]): node for node in nodes if node.label == label}
        found = join_names(
            {id: str(row.props["name"]) for id, row in rows.items()}, aliases.of(label), set().__contains__
        )
        aliases.tried.append(found)
        for id, row in rows.items():
            if id not in found.root:
                joined.append(replace(row, props={**row.props, **found.props(id)}))
    return joined
