"""How the report speaks: an analysis told in one language, as far as a look lets it out."""

from __future__ import annotations

from collections.abc import Iterable

from sysmap.findings.port import all_findings
from sysmap.findings.sentences import describe_estimate
from sysmap.measures.port import Score, measure_estimate
from sysmap.messages import Number, Text
from sysmap.models.gaps.ranking import Gap
from sysmap.models.partners.suggestions import Suggestion
from sysmap.rendering.facts import LONGEST, LONGEST_NAME, Facts, clean_value
from sysmap.report.texts import TEXT

__all__ = ["MOST_ROWS", "UNDEFINED", "Writer", "one_line"]

MOST_ROWS = 20
"""Rows of a table that are printed; the others are counted."""
MOST_NAMES = 6
UNDEFINED = "—"
"""What stands where a number is undefined, or nobody is meant."""


def one_line(text: object, longest: int = LONGEST) -> str:
    """A text on one line that neither breaks nor turns the text around it."""
    return " ".join("".join(c if c.isprintable() else " " for c in str(clean_value(str(text), longest))).split())


class Writer:
    """Renders texts, numbers and names in the report's language.

    `findings` are those that may be told, the gravest first.
    """

    def __init__(self, facts: Facts) -> None:
        self.facts, self.analysis = facts, facts.analysis
        self.language: str = facts.look.language or self.analysis.config.language
        self.findings = all_findings(self.analysis, personal=facts.look.include_personal)

    def say(self, text: Text, **values: object) -> str:
        """A text in the report's language, filled where there is something to fill."""
        return one_line(text.filled(**values).render(self.language))

    def heads(self, *keys: str) -> list[str]:
        """The heads of a table's columns, by their keys in `TEXT`."""
        return [TEXT[key].render(self.language) for key in keys]

    def number(self, value: float) -> str:
        """A number as the language writes it: whole, or with three digits that say something."""
        if float(value).is_integer():
            return Number(int(value)).render(self.language)
        return Number(value, 2 if abs(value) >= 1 else 3).render(self.language)

    def decimal(self, value: float, digits: int) -> str:
        """A number with so many decimals, for a column that is read down."""
        return Number(value, digits).render(self.language)

    def names(self, uids: Iterable[str], most: int = MOST_NAMES) -> str:
        """Names in a row: the first few, and how many more there are."""
        known = list(dict.fromkeys(uid for uid in uids if uid in self.analysis.whole))
        shown = [one_line(self.analysis.name(uid), LONGEST_NAME) for uid in known[:most]]
        if len(known) > most:
            shown.append(self.say(TEXT["others"], n=Number(len(known) - most)))
        return "; ".join(shown)

    def pair(self, pair: Gap | Suggestion) -> str:
        """The names of two; a dash between, since names hold words such as "and"."""
        return " – ".join(  # noqa: RUF001  as people write it
            one_line(self.analysis.name(uid), LONGEST_NAME) for uid in (pair.source, pair.target)
        )

    def score(self, name: str, score: Score) -> str:
        """A value of the measure called `name`; "≈" before one that is estimated."""
        if score is None:
            return UNDEFINED
        if name == "cut_point":
            return self.say(TEXT["yes" if score else "no"])
        if isinstance(score, str):
            return one_line(score)
        return ("≈ " if measure_estimate(self.analysis, name) else "") + self.number(score)

    def estimate(self, name: str) -> str:
        """What must be said of a measure that is estimated, after a blank; empty where it is exact."""
        sentence = describe_estimate(measure_estimate(self.analysis, name))
        return f" {self.say(sentence)}" if sentence else ""

    def rest(self, count: int, file: str = "", most: int = MOST_ROWS) -> str:
        """What is said of a table of `count` rows that shows only the first `most`; empty where it shows all.

        `file` is where the other rows stand, if they stand anywhere.
        """
        if count <= most:
            return ""
        return self.say(TEXT["more_rows" if file else "more_counted"], shown=Number(most), n=Number(count), file=file)
