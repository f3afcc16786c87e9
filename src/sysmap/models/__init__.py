"""Answers that are neither a number nor a sentence, as frozen records: who needs whom, what is covered by whom, who counts."""

from sysmap.models.brokers import Broker, brokers
from sysmap.models.coverage import Coverage, coverage
from sysmap.models.crowds import Crowd, crowds
from sysmap.models.gaps import Gap, Gaps, gaps
from sysmap.models.influence import Actor, actors
from sysmap.models.key_players import KeyPlayers, near_to_all, whose_loss_breaks
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
    "Coverage",
    "Crowd",
    "Gap",
    "Gaps",
    "KeyPlayers",
    "Openness",
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
    "coverage",
    "crowds",
    "gaps",
    "groupings",
    "near_to_all",
    "open_problems",
    "openness",
    "plans",
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
