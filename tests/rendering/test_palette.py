"""The palette keeps its promises. Contrast and colour-blindness are computed here, from the published formulas."""

import itertools

import numpy as np
import pytest

from sysmap.rendering.palette import (
    CATEGORIES,
    DARK,
    KIND_COLORS,
    LIGHT,
    SHAPES,
    STROKES,
    contrast,
    css_variables,
    stroke,
)
from sysmap.vocabulary import VOCABULARY

THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
GROUNDS = ("canvas", "surface", "page", "hover")
SEVERITIES = ("high", "medium", "low", "info", "not-assessed")
CATEGORY_NAMES = tuple(f"c{at}" for at in range(1, CATEGORIES + 1))

# Vienot, Brettel & Mollon 1999 (red-green blindness): linear RGB as a protanope and a deuteranope see it.
BLINDNESS = {
    "protanopia": [[0.11238, 0.88762, 0], [0.11238, 0.88762, 0], [0.00401, -0.00401, 1]],
    "deuteranopia": [[0.29275, 0.70725, 0], [0.29275, 0.70725, 0], [-0.02234, 0.02234, 1]],
}


def linear(color):
    parts = np.array([int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)])
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def lab(rgb):
    xyz = (
        np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
        @ rgb
        / np.array([0.9505, 1, 1.089])
    )
    f = np.where(xyz > 0.008856, np.cbrt(np.maximum(xyz, 0)), 7.787 * xyz + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def test_contrast_is_wcags():
    assert contrast("#777777", "#FFFFFF") == 4.48  # WebAIM's contrast checker


@THEMES
def test_words_are_readable_on_every_ground(theme):
    words = ("text", "muted", "accent", *SEVERITIES)
    poor = {
        (word, ground): contrast(theme[word], theme[ground])
        for word in words
        for ground in GROUNDS
        if contrast(theme[word], theme[ground]) < 4.5
    }
    assert poor == {}
    assert contrast(theme["on-accent"], theme["accent"]) >= 4.5
    assert contrast(theme["surface"], theme["text"]) >= 4.5  # the tooltip


@THEMES
def test_marks_stand_out_from_canvas_and_legend(theme):
    marks = (*CATEGORY_NAMES, "other", "tie", "tie-strong", "plus", "minus", "edge", "strong", "accent")
    poor = {
        (mark, ground): contrast(theme[mark], theme[ground])
        for mark in marks
        for ground in ("canvas", "surface", "ground")
        if contrast(theme[mark], theme[ground]) < 3
    }
    assert poor == {}


@THEMES
@pytest.mark.parametrize("eye", [None, *BLINDNESS])
def test_the_first_six_categories_are_told_apart_by_every_eye(theme, eye):
    seen = {
        name: lab(np.clip((np.array(BLINDNESS[eye]) if eye else np.eye(3)) @ linear(theme[name]), 0, 1))
        for name in CATEGORY_NAMES[:6]
    }
    distance = {(a, b): float(np.linalg.norm(seen[a] - seen[b])) for a, b in itertools.combinations(seen, 2)}
    assert min(distance.values()) > 15, sorted(distance.items(), key=lambda item: item[1])[:3]


def test_both_themes_name_the_same_colors():
    assert LIGHT.keys() == DARK.keys()


def test_every_kind_has_a_shape_and_a_color_of_its_own():
    kinds = len(VOCABULARY.nodes)
    assert len(set(SHAPES[:kinds])) == len(set(KIND_COLORS[:kinds])) == kinds


def test_strokes_are_of_ties_that_exist_and_colors_that_exist():
    assert STROKES.keys() <= {tie.type for tie in VOCABULARY.ties}
    assert {stroke(tie.type).color for tie in VOCABULARY.ties} <= LIGHT.keys()


def test_the_reader_may_overrule_the_system():
    css = css_variables()
    assert ":root:not([data-theme=light])" in css
    assert ":root[data-theme=dark]" in css
