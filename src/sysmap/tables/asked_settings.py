"""What sysmap.toml says was asked: its `[asked]` table."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["AskedSettings"]


@dataclass(frozen=True, slots=True)
class AskedSettings:
    """What `[asked]` may list: what somebody asked for, though the tables hold no answer.

    `ties`: kinds of ties; a thing without one has none. `columns`: columns of tables; one that names other things
    stands for its ties. `tables`: whole tables; one that is not there counts as empty. In a file the names are the
    user's words; `sysmap.tables.asked.read_asked` makes of them types of ties, `Label.field` and names of files.
    """

    ties: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    tables: tuple[str, ...] = ()
