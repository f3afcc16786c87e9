"""One visual language.

Sizes, distances, corners and weights are steps of the scales in base.css, colours are the palette's.
"""

import re
from pathlib import Path

import pytest

from sysmap.rendering.markup import ASSETS
from sysmap.rendering.palette import LIGHT, css_variables

STYLES = sorted([*ASSETS.glob("*.css"), *ASSETS.glob("views/*.css")])
SCALES = dict(
    re.findall(r"--((?:type|space|round|weight)-[\w-]+): ([\w.]+);", (ASSETS / "base.css").read_text("utf-8"))
)


def declarations(path: Path) -> list[tuple[str, str]]:
    text = re.sub(r"/\*.*?\*/|:root \{.*?\}", "", path.read_text("utf-8"), flags=re.DOTALL)
    return re.findall(r"(?<![\w-])([a-z-]+): ([^;{}]+)[;}]", text)


def test_there_is_a_scale_of_each():
    assert {name.split("-")[0] for name in SCALES} == {"type", "space", "round", "weight"}
    assert len(SCALES) == len(set(SCALES)) > 20


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_sizes_of_type_are_steps(path):
    plain = [
        value
        for name, value in declarations(path)
        if name == "font-size" and not value.startswith("var(--type-") and not value.endswith("pt")
    ]
    assert plain == []  # on paper, points


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_what_has_a_step_is_written_as_the_step(path):
    kinds = {
        "space": r"(?:padding|margin)(?:-\w+)*|(?:row-|column-)?gap",
        "round": "border-radius",
        "weight": "font-weight",
    }
    for scale, names in kinds.items():
        steps = {value for name, value in SCALES.items() if name.startswith(f"{scale}-")}
        plain = [
            (name, value)
            for name, value in declarations(path)
            if re.fullmatch(names, name) and steps & set(value.split())
        ]
        assert plain == []


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_every_name_that_is_used_is_given(path):
    text = path.read_text("utf-8")
    given = set(LIGHT) | set(
        re.findall(r"--([\w-]+):", css_variables() + "".join(style.read_text("utf-8") for style in STYLES))
    )
    set_by_scripts = {"part"}
    assert set(re.findall(r"var\(--([\w-]+)", text)) - given - set_by_scripts == set()


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_no_colour_is_written_out(path):
    assert [
        value for _, value in declarations(path) if re.search(r"#[0-9a-fA-F]{3,8}\b|\brgba?\(|\bhsla?\(", value)
    ] == []
