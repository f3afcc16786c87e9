"""The catalogues: one folder a language in `sysmap/locale`, read with the standard library's gettext.

A catalogue is written as `sysmap.po` and read as `sysmap.mo`, which is made when sysmap is built. In a checkout where
the `.mo` is missing or older than its `.po`, the `.po` is compiled in memory, so that an edited sentence shows at once.
"""

from __future__ import annotations

import io
import struct
from functools import cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

__all__ = ["FOLDER", "SOURCE_LANGUAGE", "catalogue", "compiled", "forget", "languages", "take_warnings"]

FOLDER = Path(__file__).resolve().parents[1] / "locale"
SOURCE_LANGUAGE = "en"
"""The language of the texts in the code, which needs no catalogue."""
_BROKEN = (OSError, ValueError, KeyError, IndexError, struct.error)
"""What reading a damaged catalogue raises; a text that is not UTF-8 is a ValueError."""

_warnings: list[str] = []


@cache
def languages() -> tuple[str, ...]:
    """Every language sysmap can write: English, then each folder that holds a catalogue, sorted.

    >>> languages()[0]
    'en'
    """
    found = {path.parents[1].name for path in FOLDER.glob("*/LC_MESSAGES/sysmap.[mp]o")}
    return (SOURCE_LANGUAGE, *sorted(found - {SOURCE_LANGUAGE}))


@cache
def catalogue(language: str) -> NullTranslations:
    """The translations of a language.

    English sources stand where it has no catalogue or a broken one, which is noted once.
    """
    folder = FOLDER / language / "LC_MESSAGES"
    if language not in languages():
        _warnings.append(f"no catalogue for the language {language!r}; texts are shown in English")
        return NullTranslations()
    try:
        return _read(folder / "sysmap.mo", folder / "sysmap.po")
    except _BROKEN as error:
        _warnings.append(
            f"the catalogue of the language {language!r} cannot be read; texts are shown in English ({error})"
        )
        return NullTranslations()


def take_warnings() -> tuple[str, ...]:
    """What went wrong with catalogues since the last call; the command line prints it to stderr."""
    taken = tuple(_warnings)
    _warnings.clear()
    return taken


def forget() -> None:
    """Read every catalogue anew when it is next asked for."""
    catalogue.cache_clear()
    languages.cache_clear()
    _warnings.clear()


def _read(mo: Path, po: Path) -> NullTranslations:
    if mo.exists() and not (po.exists() and po.stat().st_mtime_ns > mo.stat().st_mtime_ns):
        return GNUTranslations(io.BytesIO(mo.read_bytes()))
    if po.exists():
        return GNUTranslations(io.BytesIO(compiled(po)))
    return NullTranslations()  # English, which needs none


def compiled(po: Path) -> bytes:
    """The `.mo` of a `.po` file, the same bytes on every day.

    Entries without a translation, and uncertain (fuzzy) ones, are left out.

    Raises `ValueError` where the file is not a catalogue.
    """
    from datetime import UTC, datetime

    from babel.messages.mofile import write_mo
    from babel.messages.pofile import PoFileError, read_po

    try:
        with po.open("rb") as file:
            catalog = read_po(file, abort_invalid=True)
    except PoFileError as error:
        raise ValueError(f"{po.name}: {error}") from error
    catalog.creation_date = catalog.revision_date = datetime.fromtimestamp(0, UTC)  # Babel writes them into the header
    out = io.BytesIO()
    write_mo(out, catalog)
    return out.getvalue()
