"""Answers that are neither a number nor a sentence, as frozen records: who needs whom, what is covered by whom, who counts."""

from sysmap.models.brokers import Broker, brokers
from sysmap.models.coverage import Coverage, coverage
from sysmap.models.crowds import Crowd, crowds
from sysmap.models.fcm import Effect, Outcome, Run, Scenario, WhatIf, run, what_if
from sysmap.models.gaps import Gap, Gaps, gaps
from sysmap.models.influence import Actor, actors
from sysmap.models.key_players import KeyPlayers, near_to_all, whose_loss_breaks
from sysmap.models.loops import Loops, leverage_points, loops, told, trend
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
    "Effect",
    "Gap",
    "Gaps",
    "KeyPlayers",
    "Loops",
    "Openness",
    "Outcome",
    "Run",
    "Scenario",
    "Silo",
    "Stance",
    "Standing",
    "Suggestion",
    "Trial",
    "Trials",
    "Voice",
    "WhatIf",
    "Work",
    "actors",
    "breaks",
    "brokers",
    "coverage",
    "crowds",
    "gaps",
    "groupings",
    "leverage_points",
    "loops",
    "near_to_all",
    "open_problems",
    "openness",
    "plans",
    "run",
    "severities",
    "stances",
    "standings",
    "stranded",
    "suggestions",
    "told",
    "trend",
    "trials",
    "unpartnered",
    "voice",
    "what_if",
    "whose_loss_breaks",
    "work",
]
