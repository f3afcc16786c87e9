"""What is said for one run of how the tables are to be read, before anything that sysmap.toml says of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from sysmap.errors import Cause, Fault, nearest
from sysmap.schema import Vocabulary
from sysmap.tables.notes import Notes, did_you_mean
from sysmap.tables.read_settings import ReadSettings
from sysmap.tables.text import plain_header, show_cell

__all__ = ["NO_OVERRIDES", "Overrides", "note_unknown_headers"]

NO_SUCH_HEADER = Cause("F234", "no table has a column {header}", "write the header as it stands in the file")


@dataclass(frozen=True, slots=True)
class Overrides:
    """What is said for one run.

    Headers, each with the column that it means, as under `[headers]`; dates, the decimal mark, what becomes of names
    that no table has, and what the first row is, as under `[read]`.

    >>> Overrides(decimal=",").read(ReadSettings(decimal=".")).decimal
    ','
    """

    headers: Mapping[str, str] = field(default_factory=dict)
    dates: str = ""
    decimal: str = ""
    unlisted: str = ""
    header: str = ""

    def words(self, vocabulary: Vocabulary) -> Vocabulary:
        """The vocabulary in which these headers go before those of sysmap.toml."""
        if not self.headers:
            return vocabulary
        meant = {plain_header(header) for header in self.headers}
        others = {
            header: column
            for header, column in vocabulary.header_synonyms.items()
            if column not in self.headers.values() and plain_header(header) not in meant
        }
        return replace(vocabulary, header_synonyms={**others, **self.headers})

    def read(self, settings: ReadSettings) -> ReadSettings:
        """The settings in which what is said here goes before what they say."""
        return replace(
            settings,
            dates=self.dates or settings.dates,
            decimal=self.decimal or settings.decimal,
            unlisted=self.unlisted or settings.unlisted,
            header=self.header or settings.header,
        )


NO_OVERRIDES = Overrides()


def note_unknown_headers(asked: Iterable[str], headers: Iterable[str], place: str) -> list[Fault]:
    """Faults for the headers that were asked for and that no table has; `place` is where they were asked for."""
    known = {plain_header(header): header for header in headers if header}
    notes = Notes(place)
    for header in asked:
        if plain_header(header) not in known:
            close = nearest(header, known.values())
            notes.error(0, 0, NO_SUCH_HEADER, remedy=did_you_mean(map(show_cell, close)), header=show_cell(header))
    return notes.faults
