"""The map of the page as a still picture beside it."""

from __future__ import annotations

from pathlib import Path

from sysmap.analysis import Analysis
from sysmap.messages import Message
from sysmap.page.scene import build_scene
from sysmap.rendering.port import Look, renderer
from sysmap.rendering.writing import write_text
from sysmap.still.drawing import draw_svg

__all__ = ["picture"]


@renderer("drawing", "map.svg", Message("The whole map, a still picture"), order=10)
def picture(analysis: Analysis, look: Look, path: Path) -> None:
    """Write the picture to `path`: dark colours where the look's theme is dark, else the light ones."""
    write_text(path, draw_svg(build_scene(analysis, look, path.parent)))
