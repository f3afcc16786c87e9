"""What a picture of a map shows, as plain data. The page draws it with its script, the still picture with Python."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

__all__ = ["Scene"]


@dataclass(frozen=True, slots=True)
class Scene:
    """`nodes` and `ties` as pyvis takes them.

    `island`: everything else in the page's data island (see `page/scene.py`).
    """

    title: str
    language: str
    nodes: list[dict[str, Any]]
    ties: list[dict[str, Any]]
    island: dict[str, Any]

    def choose(self, texts: Sequence[str]) -> str:
        """The text in the scene's own language, from a list with one text for each of the island's languages."""
        languages: list[str] = self.island["languages"]
        return texts[languages.index(self.language)]
