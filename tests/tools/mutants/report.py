"""What a run on mutants says.

Each survivor with its place and its change, and the share that was noticed, by module.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from mutants.running import Outcome
from mutants.sampling import Mutant

__all__ = ["Equivalents", "Tally", "equivalents", "survivor", "tallies", "written"]

WIDTH = 70
"""Characters shown on either side of a change."""
Equivalents = Mapping[tuple[str, str, str, str], str]
"""Identity of a mutant that no test can notice -> why."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Mutants of a module.

    `possible` in all, `drawn` of them, of which so many were killed (`timeouts` among them), or are equivalent.
    """

    module: str
    possible: int
    drawn: int
    killed: int
    timeouts: int
    equivalent: int

    @property
    def rate(self) -> float | None:
        """Killed over all that are not equivalent, 0 to 1; None where none is left."""
        counted = self.drawn - self.equivalent
        return self.killed / counted if counted else None


def equivalents(path: Path) -> Equivalents:
    """The list of mutants that change nothing that could be seen, each with its reason."""
    entries = tomllib.loads(path.read_text(encoding="utf-8")).get("equivalent", [])
    return {(one["module"], one["scope"], one["was"], one["becomes"]): one["reason"] for one in entries}


def tallies(possible: Mapping[str, int], outcomes: Sequence[Outcome], known: Equivalents) -> list[Tally]:
    """The tally of each module, and of all together, last."""

    def tally(name: str, count: int, some: Sequence[Outcome]) -> Tally:
        killed = [one for one in some if one.fate != "survived"]
        return Tally(
            name,
            count,
            len(some),
            len(killed),
            sum(one.fate == "timeout" for one in some),
            sum(one.fate == "survived" and one.mutant.identity in known for one in some),
        )

    by_module = [
        tally(module, count, [one for one in outcomes if one.mutant.module == module])
        for module, count in possible.items()
    ]
    return [*by_module, tally("all", sum(possible.values()), outcomes)]


def written(rows: Iterable[Tally]) -> Iterator[str]:
    """The tallies as a Markdown table."""
    yield "| module | mutants | drawn | killed | by time | equivalent | survived | kill rate |"
    yield "|---|--:|--:|--:|--:|--:|--:|--:|"
    for row in rows:
        rate = "-" if row.rate is None else f"{row.rate:.1%}"
        survived = row.drawn - row.killed - row.equivalent
        yield f"| {row.module} | {row.possible} | {row.drawn} | {row.killed} | {row.timeouts} | {row.equivalent} | {survived} | {rate} |"


def survivor(mutant: Mutant, reason: str = "") -> Iterator[str]:
    """The place of a mutant, its operator, and the lines before and after."""
    yield f"src/sysmap/{mutant.module}:{mutant.line} {mutant.scope or '(module)'}, {mutant.operator}" + (
        f" - equivalent: {reason}" if reason else ""
    )
    lines = mutant.diff()
    first = _first_difference(
        [line[1:] for line in lines if line[0] == "-"], [line[1:] for line in lines if line[0] == "+"]
    )
    for line in lines:
        start = max(0, first - WIDTH)
        text = line[1:] if start else line[1:].lstrip()
        yield f"    {line[0]} {'...' if start else ''}{text[start : first + WIDTH]}{'...' if len(text) > first + WIDTH else ''}"


def _first_difference(before: Sequence[str], after: Sequence[str]) -> int:
    """The first column in which the first lines differ; 0 where lines were only added or only taken away."""
    if not before or not after:
        return 0
    pairs = enumerate(zip(before[0], after[0], strict=False))
    return next((column for column, (one, other) in pairs if one != other), min(len(before[0]), len(after[0])))
