"""The plane of influence and dependence: marks on their side of the means, names that do not meet."""

import itertools

from sysmap.build import write_file
from sysmap.models.causes.leverage import score_levers
from sysmap.rendering.port import Look
from sysmap.still.quadrants import DOT, HIGH, WIDE, build_quadrants


def test_each_mark_stands_in_its_quadrant(gunungkidul):
    made = build_quadrants(gunungkidul, "en")
    assert len(made.marks) == len(score_levers(gunungkidul).impacts)
    for mark in made.marks:
        assert made.left < mark.x < made.right <= WIDE
        assert made.top < mark.y < made.bottom <= HIGH
        assert (
            mark.role
            == {
                (True, False): "driver",
                (True, True): "relay",
                (False, True): "dependent",
                (False, False): "autonomous",
            }[mark.y < made.split_y, mark.x > made.split_x]
        )
    assert [corner.name for corner in made.corners] == ["driver", "relay", "autonomous", "dependent"]


def test_the_most_influential_has_its_name_and_no_two_names_meet(gunungkidul, open_page, tmp_path):
    """Measured by Chromium, not by the width that was guessed."""
    one = open_page(write_file("report", gunungkidul, Look(language="en"), tmp_path), ready="main")
    boxes = one.page.evaluate(
        "[...document.querySelectorAll('.plot text:not([transform])')].map(text => { const box = text.getBBox(); return [text.textContent, box.x, box.y, box.width, box.height]; })"
    )
    names = [text for text, *_ in boxes]
    assert "Kunjungan wisata" in names
    assert len(names) > 12
    for (_, x, y, wide, high), (_, other_x, other_y, other_wide, other_high) in itertools.combinations(boxes, 2):
        # letters of neighbouring lines may touch by what lies under the line
        assert (
            x + wide <= other_x or other_x + other_wide <= x or y + high - 3 <= other_y or other_y + other_high - 3 <= y
        )
    assert one.page.locator(".plot circle").count() == len(score_levers(gunungkidul).impacts)
    assert one.page.evaluate(
        f"[...document.querySelectorAll('.plot circle')].every(dot => dot.getBBox().width <= {2 * DOT})"
    )


def test_no_causes_no_picture(node, analysis_of):
    assert build_quadrants(analysis_of([node("Problem", "p")], []), "id") is None
