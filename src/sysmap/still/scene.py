"""What a map's picture shows, as plain data: the page draws it with scripts, the still picture in Python."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

__all__ = ["Scene"]


@dataclass(frozen=True, slots=True)
class Scene:
    """What is drawn: `nodes` and `ties` for pyvis, `words` for everything else in the island."""

    title: str
    language: str
    nodes: list[dict[str, Any]]
    ties: list[dict[str, Any]]
    told: dict[str, Any]
