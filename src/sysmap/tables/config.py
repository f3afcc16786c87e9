"""sysmap.toml: what a map says of itself, and the user's own words; faults instead of exceptions."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from pathlib import Path

import sysmap.tables.toml_causes as causes
from sysmap.errors import DataError, Fault
from sysmap.schema import Vocabulary
from sysmap.tables.asked import read_asked
from sysmap.tables.dates import read_date
from sysmap.tables.finding import CONFIG
from sysmap.tables.notes import Notes
from sysmap.tables.own_words import with_own_words
from sysmap.tables.read_settings import ReadSettings
from sysmap.tables.rows import MapConfig
from sysmap.tables.settings import Settings
from sysmap.tables.sheets import read_bytes
from sysmap.tables.sources.decoding import decode
from sysmap.tables.sysmap_toml import SysmapFile
from sysmap.tables.toml_reader import Reading, read_toml
from sysmap.tables.toml_spelling import spell

__all__ = ["parse_config", "read_beside"]


_NOT_A_NAME = re.compile(r"[/\\\x00-\x1f]")
_WHOLE_DAY = len("2024-01-31")


def parse_config(
    text: str, vocabulary: Vocabulary, fallback_name: str, file: str = CONFIG
) -> tuple[MapConfig, Vocabulary, tuple[Fault, ...]]:
    """What `sysmap.toml` says.

    The map's own data, the vocabulary with the user's words, and what is wrong with the file.

    `fallback_name` is the map's name where the file gives none. What has a fault counts as not entries.

    >>> from sysmap.vocabulary import VOCABULARY
    >>> config, _, faults = parse_config('title = "Air bersih"', VOCABULARY, "air")
    >>> config.name, config.title, faults
    ('air', 'Air bersih', ())
    """
    reading = read_toml(text, SysmapFile, file)
    words = with_own_words(vocabulary, reading)
    config = _config(reading, words, fallback_name, text)
    return config, words, tuple(sorted(set(reading.faults)))


def read_beside(table: Path, vocabulary: Vocabulary) -> tuple[ReadSettings, Vocabulary]:
    """How to read one table by itself: what the sysmap.toml of its folder says of it, where there is one.

    Raises DataError where that file has faults.
    """
    path, notes = table.parent / CONFIG, Notes(CONFIG)
    data = read_bytes(path, notes) if path.is_file() else b""
    text = (decode(data, notes) if data else "") or ""
    config, words, faults = parse_config(text, vocabulary, table.stem)
    every = [*notes.faults, *faults]
    if any(fault.level == "error" for fault in every):
        raise DataError(every)
    return (config.read if text else replace(config.read, language="")), words


def _config(reading: Reading[SysmapFile], words: Vocabulary, fallback: str, text: str) -> MapConfig:
    entries = reading.entries
    name = entries.name.strip() or fallback
    if _NOT_A_NAME.search(name) or not name.strip():
        reading.fault(("name",), causes.NO_NAME, value=spell(name))
        name = _NOT_A_NAME.sub("-", fallback).strip() or "map"
    return MapConfig(
        name.strip(),
        entries.title.strip() or name.strip(),
        entries.language or "id",
        entries.author.strip(),
        _day(reading),
        entries.focal.strip(),
        _settings(reading, words),
        text,
        replace(entries.read, language=entries.read.language or entries.language or "id"),
        entries.id.strip(),
        read_asked(reading, words),
    )


def _day(reading: Reading[SysmapFile]) -> str:
    """The map's day as ISO text; empty where the file gives none, or one that has a fault."""
    written = reading.entries.date.strip()
    day = read_date(written)
    if not written or (not day.problem and len(day.iso) == _WHOLE_DAY):
        return day.iso if written else ""
    if day.problem:
        reading.fault(("date",), causes.NO_DAY, reason=day.problem)
    else:
        reading.fault(("date",), causes.NOT_DAY, value=spell(written))
    return ""


def _settings(reading: Reading[SysmapFile], words: Vocabulary) -> Settings:
    settings = reading.check_known(("analysis",), reading.entries.analysis, words)
    weights = [getattr(settings, field.name) for field in fields(Settings) if field.name.startswith("weight_")]
    if not any(weights):
        reading.fault(("analysis",), causes.NO_WEIGHT)
    return settings
