"""Answers that are neither a number nor a sentence, as frozen records: who needs whom, what is covered by whom, who counts."""

from sysmap.models.brokers import Broker, brokers
from sysmap.models.closing import Closing, NewTie, closing
from sysmap.models.congruence import Fit, Overlap, Redundancy, fit_by_problem, fit_by_sector, overlaps, redundancies
from sysmap.models.coverage import Coverage, coverage
from sysmap.models.crowds import Crowd, crowds
from sysmap.models.gaps import Gap, Gaps, gaps
from sysmap.models.influence import Actor, actors
from sysmap.models.key_players import KeyPlayers, near_to_all, whose_loss_breaks
from sysmap.models.motifs import motifs
from sysmap.models.openness import Openness, Silo, groupings, openness
from sysmap.models.partners import Break, breaks, stranded, unpartnered
from sysmap.models.salience import PLANS, Standing, plans, standings
from sysmap.models.stance import Stance, stances
from sysmap.models.suggestions import Suggestion, suggestions
from sysmap.models.trials import Trial, Trials, trials
from sysmap.models.voice import Voice, voice
from sysmap.models.work import Work, open_problems, severities, work

__all__ = [
    "PLANS",
    "Actor",
    "Break",
    "Broker",
    "Closing",
    "Coverage",
    "Crowd",
    "Fit",
    "Gap",
    "Gaps",
    "KeyPlayers",
    "NewTie",
    "Openness",
    "Overlap",
    "Redundancy",
    "Silo",
    "Stance",
    "Standing",
    "Suggestion",
    "Trial",
    "Trials",
    "Voice",
    "Work",
    "actors",
    "breaks",
    "brokers",
    "closing",
    "coverage",
    "crowds",
    "fit_by_problem",
    "fit_by_sector",
    "gaps",
    "groupings",
    "motifs",
    "near_to_all",
    "open_problems",
    "openness",
    "overlaps",
    "plans",
    "redundancies",
    "severities",
    "stances",
    "standings",
    "stranded",
    "suggestions",
    "trials",
    "unpartnered",
    "voice",
    "whose_loss_breaks",
    "work",
]
