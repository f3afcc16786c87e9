"""How every picture looks: colours by theme, shapes by kind of node, strokes by type of tie.

The colours of categories can be told apart by colour-blind readers (after Okabe and Ito 2008, darkened for the light
theme, lightened for the dark one). They are never the only sign: kinds of node differ in shape too, ties in stroke,
severities in word.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

__all__ = [
    "CATEGORIES",
    "DARK",
    "KIND_COLORS",
    "LIGHT",
    "SHAPES",
    "STROKES",
    "Stroke",
    "contrast",
    "css_variables",
    "stroke",
]

CATEGORIES = 8
"""How many categories have a colour of their own (`c1` ... `c8`); further ones share `other`."""

KIND_COLORS = (1, 2, 3, 8, 4, 5, 6, 7)
"""The category of each kind of node, in the vocabulary's order. Factors have the grey one, because there are many of
them."""

SHAPES = ("dot", "triangle", "star", "square", "hexagon", "diamond", "triangleDown")
"""The shape of each kind of node, in the vocabulary's order; they start over when there are more kinds."""

LIGHT: Mapping[str, str] = {
    "page": "#F4F4F0",
    "surface": "#FFFFFF",
    "canvas": "#FAFAF7",
    "hover": "#ECEEF4",
    "text": "#1B2026",
    "muted": "#57606A",
    "ground": "#F3F3EF",
    "line": "#DCDFE3",
    "edge": "#7C858E",
    "accent": "#3D4FC4",
    "on-accent": "#FFFFFF",
    "tie": "#858D95",
    "tie-strong": "#56616B",
    "plus": "#0072B2",
    "minus": "#C8510A",
    "high": "#B3261E",
    "medium": "#8A5200",
    "low": "#49617A",
    "info": "#00695C",
    "not-assessed": "#57606A",
    "c1": "#0072B2",
    "c2": "#CD6810",
    "c3": "#018755",
    "c4": "#683F00",
    "c5": "#95507C",
    "c6": "#3C92B3",
    "c7": "#7A1F4B",
    "c8": "#5F6B76",
    "other": "#858D95",
    "faint": "#D3D9EE",
    "strong": "#27349B",
}
DARK: Mapping[str, str] = {
    "page": "#0E1114",
    "surface": "#1A1F24",
    "canvas": "#12161A",
    "hover": "#272E38",
    "text": "#E8ECF0",
    "muted": "#A3ADB8",
    "ground": "#1B2127",
    "line": "#303840",
    "edge": "#727D88",
    "accent": "#A5ADFF",
    "on-accent": "#12161A",
    "tie": "#69737D",
    "tie-strong": "#9AA5B0",
    "plus": "#56B4E9",
    "minus": "#FF8C42",
    "high": "#FF8A80",
    "medium": "#FFB454",
    "low": "#9FB6CC",
    "info": "#5FD0BE",
    "not-assessed": "#A3ADB8",
    "c1": "#56B4E9",
    "c2": "#FF895F",
    "c3": "#41CAAF",
    "c4": "#F0D44C",
    "c5": "#E467C2",
    "c6": "#6897FE",
    "c7": "#C58AF9",
    "c8": "#9AA5B1",
    "other": "#7B8691",
    "faint": "#2B3357",
    "strong": "#C3C8FF",
}


class Stroke(NamedTuple):
    """How a type of tie is drawn.

    The name of a colour, a width in pixels, the lengths of dashes and gaps (empty: solid).
    """

    color: str = "tie"
    width: float = 1.0
    dash: tuple[int, ...] = ()


STROKES: Mapping[str, Stroke] = {
    "PARTNERS_WITH": Stroke("tie-strong", 1.6),
    "RELATES_TO": Stroke("tie-strong", 1.2, (7, 3)),
    "INFLUENCES": Stroke("tie-strong", 1.4),
    "SUPPORTS": Stroke("plus", 1.1, (2, 3)),
    "OPPOSES": Stroke("minus", 1.4, (2, 3)),
    "ADDRESSES": Stroke("c3", 1.2),
    "OWNS": Stroke("tie-strong", 1.2, (1, 2)),
    "BELONGS_TO": Stroke("tie", 1.0, (1, 3)),
}
"""The types of tie that readers must tell apart at a glance; all others are thin grey lines."""


def stroke(type: str) -> Stroke:
    """How ties of this type are drawn.

    >>> stroke("ADDRESSES").color, stroke("TEACHES").width
    ('c3', 1.0)
    """
    return STROKES.get(type, Stroke())


LINEAR = 0.04045
"""Channels of sRGB up to this value are linear."""


def _luminance(color: str) -> float:
    """Relative luminance of a `#RRGGBB` colour, 0 (black) to 1 (white)."""
    channels = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= LINEAR else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two `#RRGGBB` colours, 1 to 21 (WCAG 2.2, relative luminance).

    >>> contrast("#000000", "#FFFFFF")
    21.0
    """
    dark, light = sorted((_luminance(one), _luminance(other)))
    return round((light + 0.05) / (dark + 0.05), 2)


def css_variables() -> str:
    """Both themes as CSS custom properties.

    `data-theme` on the root element chooses one; without it the system's setting does.
    """
    light, dark = ("".join(f"--{name}:{color};" for name, color in theme.items()) for theme in (LIGHT, DARK))
    return (
        f":root{{color-scheme:light;{light}}}\n"
        f"@media screen and (prefers-color-scheme:dark){{:root:not([data-theme=light]){{color-scheme:dark;{dark}}}}}\n"
        f"@media screen{{:root[data-theme=dark]{{color-scheme:dark;{dark}}}}}\n"
    )
