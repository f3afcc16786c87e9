"""The findings as a story of a few steps: one for each theme, told where it is seen best, and following one thread where it can."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sysmap.findings.port import Finding
from sysmap.schema import Words

__all__ = ["THEMES", "Step", "Theme", "story"]


@dataclass(frozen=True, slots=True)
class Theme:
    """A step to be told: its heading, the kinds of finding that tell it, the best first, and the view that shows it."""

    title: Words
    kinds: tuple[str, ...]
    view: str = "map"


@dataclass(frozen=True, slots=True)
class Step:
    """A theme and the number of the finding that tells it."""

    theme: Theme
    finding: int


THEMES = (
    Theme(Words("A problem that waits", "Masalah yang menunggu"), ("slow_answers", "unaddressed_problems", "unattended_problems", "unowned_problems")),
    Theme(Words("Why it stays", "Mengapa bertahan"), ("reinforcing_circles", "recurring_stories", "disputed_causes"), "causal"),
    Theme(Words("Where a push reaches far", "Dorongan yang menjangkau jauh"), ("leverage_point", "where_to_push", "depth_of_interventions"), "causal"),
    Theme(Words("Who should work together, and does not yet", "Yang seharusnya bekerja bersama, tetapi belum"),
          ("collaboration_gap", "unbridged_problems", "stranded_stakeholders")),
    Theme(Words("Who can bring them together", "Yang dapat mempertemukan mereka"), ("bridge_builders", "brief_first", "closing_set", "single_points_of_failure")),
    Theme(Words("An innovation about to die, and what would save it", "Inovasi yang hampir mati, dan yang menyelamatkannya"), ("valley_of_death", "innovation_pipeline"), "pipeline"),
    Theme(Words("What was promised", "Yang sudah dijanjikan"), ("overdue_actions", "chosen_option_stuck", "incomplete_session", "grow_sessions"), "grow"),
)


def story(found: Sequence[Finding]) -> tuple[Step, ...]:
    """A step for each theme that some finding tells; of several of one kind the gravest, among these the one that shares most evidence with what was told before.

    `found` has the gravest first. What was not assessed tells nothing.
    """
    return tuple(_steps(found))


def _steps(found: Sequence[Finding]) -> Iterator[Step]:
    thread: set[str] = set()
    for theme in THEMES:
        kind = next((kind for kind in theme.kinds if any(one.kind == kind and one.severity != "not_assessed" for one in found)), None)
        if kind is None:
            continue
        mine = [at for at, one in enumerate(found) if one.kind == kind and one.severity != "not_assessed"]
        gravest = [at for at in mine if found[at].severity == found[mine[0]].severity]
        at = max(gravest, key=lambda at: (len(thread & set(found[at].evidence)), -at))
        thread |= set(found[at].evidence)
        yield Step(theme, at)
