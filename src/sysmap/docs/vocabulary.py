"""The page of the vocabulary: files, kinds of node, ties, fields, choices."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sysmap.docs.markdown import cell, code, codes, link, made_by, page, table
from sysmap.messages import Text
from sysmap.schema import Choice, Field, NodeKind, TieKind, Vocabulary

__all__ = ["vocabulary_page"]

INTRO = """# Vocabulary

Every word that sysmap knows: what may stand in which file, what it means, and how it is spelled.
Bahasa Indonesia stands beside English throughout, and both are read.

- **Headers.** A column is known by its name, by either title, or by another spelling; case, spaces, hyphens and underscores do not
  matter. A column that is none of these is kept as a property under its own name. Headers such as `type`, `kategori` and `jenis` are
  understood by their values.
- **Cells that name others** (reference columns, `from`, `to`) hold ids *or* names; several are separated by `|` or `;`.
- **Choices.** A value outside a *closed* choice is a fault. Outside an *open* one it is kept as written, with a warning that offers the
  nearest word.
- **Dates** are written `2026-01-31`, or `2026-01` or `2026` where no more is known; other unambiguous forms are understood.
- **Personal** fields stay out of pages and tables unless `--include-personal` is given; *internal* and *public* ones are shown.
- Your own choices, ties and headers go into `sysmap.toml`, and are checked like these."""


def _in_both(text: Text) -> str:
    return f"{cell(text.render('en'))} · *{cell(text.render('id'))}*"


def _list_synonyms(title: Text, synonyms: Iterable[str]) -> str:
    """The other spellings of a title that are read too; the title itself is left out, since it stands beside them."""
    known = {form.casefold() for form in title.forms()}
    return codes(synonym for synonym in synonyms if synonym.casefold() not in known)


def _group_owners(vocabulary: Vocabulary) -> dict[Field, list[str]]:
    """Each field that has choices, with the kinds of node or tie that have it.

    A field that many ties share is one entry.
    """
    owners: dict[Field, list[str]] = {}
    for owner, field in vocabulary.fields():
        if field.choices:
            owners.setdefault(field, []).append(owner)
    return owners


class _Headings:
    """Which heading of the page lists the choices of a field, so that other parts of the page can link to it."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.owners = _group_owners(vocabulary)

    def of(self, field: Field) -> str:
        """The heading under which the choices of a field are listed."""
        owners = self.owners[field]
        return f"{owners[0] if len(owners) == 1 else 'Ties'}: {field.name}"

    def describe(self, field: Field) -> str:
        """What a cell of the column may hold: its type, range and unit, or a link to its choices."""
        if field.choices:
            return link(f"{len(field.choices)} choices", self.of(field)) + f", {'closed' if field.closed else 'open'}"
        kind = {"text": "text", "integer": "whole number", "number": "number", "date": "date", "boolean": "yes or no"}[
            field.type
        ]
        parts = [
            f"{kind}s" if field.many else kind,
            cell(field.interval),
            field.unit.render("en") if field.unit else "",
        ]
        return ", ".join(part for part in parts if part)

    def list_fields(self, fields: tuple[Field, ...]) -> str:
        """A table with one row for each field."""
        return table(
            ("Column", "English · *Indonesia*", "Holds", "Means", "Also read as"),
            (
                (
                    code(field.name),
                    _in_both(field.label),
                    self.describe(field),
                    cell(field.meaning.render("en")) + (" **Personal.**" if field.sensitivity == "personal" else ""),
                    _list_synonyms(field.label, field.synonyms),
                )
                for field in fields
            ),
        )


def _files(vocabulary: Vocabulary) -> str:
    rows = [
        (link(kind.file, kind.label), _in_both(kind.plural), cell(kind.meaning.render("en")))
        for kind in vocabulary.nodes
    ]
    rows += [
        (link(tie.file, tie.type), _in_both(tie.title), "One row for each tie.") for tie in vocabulary.ties if tie.file
    ]
    rows.append(
        (
            link("links.csv", "links.csv"),
            "Any tie · *hubungan apa pun*",
            "One row for each tie; its `relation` says which.",
        )
    )
    rows += [
        (link(history.file, history.file), "History · *riwayat*", cell(history.meaning.render("en")))
        for history in vocabulary.histories
    ]
    rows.append(
        (
            code("sysmap.toml"),
            "Settings · *pengaturan*",
            "The map's name, title, language, date, focal organisation; your own words.",
        )
    )
    return page(
        "## Files",
        "A dataset is a folder of these. All are optional, yet one must be there: a file that is absent is data that "
        'was not gathered, and findings say "not assessed"; an empty one says that there is none.',
        table(("File", "Holds", "Means"), rows),
    )


def _node(headings: _Headings, kind: NodeKind) -> str:
    refs = table(
        ("Column", "English · *Indonesia*", "Makes the tie", "Also read as"),
        (
            (
                code(ref.column),
                _in_both(ref.label),
                _direction(headings.vocabulary.tie(ref.tie), outgoing=ref.outgoing),
                _list_synonyms(ref.label, ref.synonyms),
            )
            for ref in kind.refs
        ),
    )
    return page(
        f"### {kind.label}",
        f"{_in_both(kind.title)} · `{kind.file}` · uid `{kind.name}:<id>`",
        kind.meaning.render("en"),
        f"*{kind.meaning.render('id')}*",
        f"Without an `id`, one is made from {' and '.join(code(column) for column in kind.id_from)}.",
        headings.list_fields(kind.fields),
        "Reference columns: a cell names the other end (…) of a tie, or several." if refs else "",
        refs,
    )


def _direction(tie: TieKind, *, outgoing: bool) -> str:
    row, other = "this row", "…"
    ends = {"source": row, "target": other} if outgoing else {"source": other, "target": row}
    return f"{link(code(tie.type), tie.type)}: {tie.sentence.filled(**ends)}"


def _ends(tie: TieKind) -> str:
    arrow = "→" if tie.directed else "—"
    if len(tie.ends) > len(tie.sources) == len(tie.targets) > 1 and set(tie.sources) == set(tie.targets):
        return f"any two of {', '.join(tie.sources)}"
    return ", ".join(f"{source} {arrow} {target}" for source, target in tie.ends)


def _tie(headings: _Headings, tie: TieKind) -> str:
    unique = " and ".join(code(name) for name in tie.identity)
    sentence = tie.sentence.filled(source="A", target="B")
    return page(
        f"### {tie.type}",
        f"{_in_both(tie.title)} · {_ends(tie)}" + (f" · `{tie.file}` or `links.csv`" if tie.file else ""),
        f"{sentence}. *{sentence.render('id')}.*",
        f"Two ties between the same ends are two where their {unique} differs." if unique else "",
        "" if tie.directed else "It has no direction: A and B may stand in either order, and it is stored once.",
        f"In a `relation` column also: {_list_synonyms(tie.title, tie.synonyms)}" if tie.synonyms else "",
        headings.list_fields(tie.fields),
    )


def _ties(headings: _Headings) -> Iterator[str]:
    vocabulary = headings.vocabulary
    yield page(
        "## Ties",
        "Any of them may stand in `links.csv`; those that a reference column makes need not.",
        table(
            ("Tie", "English · *Indonesia*", "Joins", "Reads"),
            (
                (
                    link(code(tie.type), tie.type),
                    _in_both(tie.title),
                    _ends(tie),
                    cell(str(tie.sentence.filled(source="A", target="B"))),
                )
                for tie in vocabulary.ties
            ),
        ),
    )
    yield page(
        "### links.csv",
        "The columns of every file of ties that are no property of the tie:",
        headings.list_fields(vocabulary.headers),
        "Properties that every tie may have, in any file of ties:",
        headings.list_fields(vocabulary.tie_fields),
    )
    yield from (_tie(headings, tie) for tie in vocabulary.ties)


def _choices(headings: _Headings, field: Field, owners: list[str]) -> str:
    def row(choice: Choice) -> tuple[str, ...]:
        return (
            code(choice.value),
            cell(choice.label.render("en")),
            cell(choice.label.render("id")),
            _list_synonyms(choice.label, choice.synonyms),
        )

    named = ", ".join(link(code(owner), owner) for owner in owners)
    return page(
        f"### {headings.of(field)}",
        f"{'Closed' if field.closed else 'Open'}; a field of {named}. {field.meaning.render('en')}",
        table(("Value", "English", "Indonesia", "Also read as"), map(row, field.choices)),
    )


def _histories(vocabulary: Vocabulary) -> Iterator[str]:
    for history in vocabulary.histories:
        yield page(
            f"### {history.file}",
            history.meaning.render("en"),
            f"*{history.meaning.render('id')}*",
            f"Columns `{history.ref}` (an id or a name), `{history.field}` and `date`. It becomes the list `{history.into}` of "
            f"each {link(code(history.label), history.label)}, oldest first: `2026-01-31 pilot`.",
        )


def vocabulary_page(vocabulary: Vocabulary) -> str:
    """The page of all files, kinds, ties, fields and choices of a vocabulary."""
    headings = _Headings(vocabulary)
    return page(
        made_by("src/sysmap/vocabulary"),
        INTRO,
        _files(vocabulary),
        "## Nodes",
        "### Every node",
        "Columns that every file of nodes may have:",
        headings.list_fields(vocabulary.node_fields),
        *(_node(headings, kind) for kind in vocabulary.nodes),
        *_histories(vocabulary),
        *_ties(headings),
        "## Choices",
        *(_choices(headings, field, owners) for field, owners in headings.owners.items()),
    )
