"""Answers that are neither a number nor a sentence, as frozen records: who needs whom, what is covered by whom, who counts."""

from sysmap.models.archetype_words import TOLD
from sysmap.models.archetypes import Archetype, Archetypes, archetypes
from sysmap.models.brokers import Broker, RoleCount, brokers, relations, role_counts
from sysmap.models.closing import Closing, NewTie, closing
from sysmap.models.congruence import Fit, Overlap, Redundancy, fit_by_problem, fit_by_sector, overlaps, redundancies
from sysmap.models.coverage import Coverage, coverage
from sysmap.models.crowds import Crowd, crowds
from sysmap.models.depth import Depth, Realm, depth
from sysmap.models.equal_role import EqualRole, equal_role
from sysmap.models.fcm import Effect, Scenario, WhatIf, what_if
from sysmap.models.gaps import Gap, Gaps, gaps, gaps_of
from sysmap.models.grow import Action, Session, sessions
from sysmap.models.influence import Actor, actors
from sysmap.models.key_players import KeyPlayers, near_to_all, whose_loss_breaks
from sysmap.models.learning import (
    Average,
    Pace,
    Profile,
    Spread,
    Trend,
    averages,
    months_since_asked,
    paces,
    profiles,
    spreads,
    trends,
)
from sysmap.models.leverage import Agreement, Impact, Lever, Leverage, leverage
from sysmap.models.loops import Loops, leverage_points, loops, told, trend
from sysmap.models.mental_models import Dispute, MentalModels, Views, mental_models
from sysmap.models.motifs import motifs
from sysmap.models.openness import Openness, Silo, groupings, openness
from sysmap.models.partners import Break, breaks, stranded, unpartnered
from sysmap.models.remedies import Remedy
from sysmap.models.salience import PLANS, Standing, plans, standings
from sysmap.models.stance import Stance, stances
from sysmap.models.suggestions import Suggestion, suggestions
from sysmap.models.trials import Trial, Trials, trials
from sysmap.models.valley import Crossing, crossings, pipeline
from sysmap.models.vision import GoalPull, GoalStanding, goal_pulls, goal_standings
from sysmap.models.voice import Voice, voice
from sysmap.models.work import Work, open_problems, severities, work

__all__ = [
    "PLANS",
    "TOLD",
    "Action",
    "Actor",
    "Agreement",
    "Archetype",
    "Archetypes",
    "Average",
    "Break",
    "Broker",
    "Closing",
    "Coverage",
    "Crossing",
    "Crowd",
    "Depth",
    "Dispute",
    "Effect",
    "EqualRole",
    "Fit",
    "Gap",
    "Gaps",
    "GoalPull",
    "GoalStanding",
    "Impact",
    "KeyPlayers",
    "Lever",
    "Leverage",
    "Loops",
    "MentalModels",
    "NewTie",
    "Openness",
    "Overlap",
    "Pace",
    "Profile",
    "Realm",
    "Redundancy",
    "Remedy",
    "RoleCount",
    "Scenario",
    "Session",
    "Silo",
    "Spread",
    "Stance",
    "Standing",
    "Suggestion",
    "Trend",
    "Trial",
    "Trials",
    "Views",
    "Voice",
    "WhatIf",
    "Work",
    "actors",
    "archetypes",
    "averages",
    "breaks",
    "brokers",
    "closing",
    "coverage",
    "crossings",
    "crowds",
    "depth",
    "equal_role",
    "fit_by_problem",
    "fit_by_sector",
    "gaps",
    "gaps_of",
    "goal_pulls",
    "goal_standings",
    "groupings",
    "leverage",
    "leverage_points",
    "loops",
    "mental_models",
    "months_since_asked",
    "motifs",
    "near_to_all",
    "open_problems",
    "openness",
    "overlaps",
    "paces",
    "pipeline",
    "plans",
    "profiles",
    "redundancies",
    "relations",
    "role_counts",
    "sessions",
    "severities",
    "spreads",
    "stances",
    "standings",
    "stranded",
    "suggestions",
    "told",
    "trend",
    "trends",
    "trials",
    "unpartnered",
    "voice",
    "what_if",
    "whose_loss_breaks",
    "work",
]
