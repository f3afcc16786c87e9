"""Answers that are neither a number nor a sentence, as frozen records: who needs whom, and what is covered by whom."""

from sysmap.models.coverage import Coverage, coverage
from sysmap.models.crowds import Crowd, crowds
from sysmap.models.gaps import Gap, Gaps, gaps
from sysmap.models.partners import Break, breaks, stranded, unpartnered
from sysmap.models.work import Work, open_problems, severities, work

__all__ = [
    "Break",
    "Coverage",
    "Crowd",
    "Gap",
    "Gaps",
    "Work",
    "breaks",
    "coverage",
    "crowds",
    "gaps",
    "open_problems",
    "severities",
    "stranded",
    "unpartnered",
    "work",
]
