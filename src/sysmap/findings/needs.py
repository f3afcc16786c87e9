"""The data that findings need. If they are missing, the finding says "not assessed", never "100% gap"."""

from __future__ import annotations

from sysmap.analysis import Analysis
from sysmap.findings.port import Need
from sysmap.measures.grouping import find_groups
from sysmap.messages import Message
from sysmap.models.brokerage.chance import known_groupings
from sysmap.models.stakeholders_influence import measure_actors
from sysmap.models.stakeholders_salience import read_standings
from sysmap.models.stakeholders_stance import find_stances
from sysmap.records.coverage_work import open_problems

__all__ = [
    "ADDRESSED",
    "CAUSES",
    "COORDINATION",
    "DIRECT_WORK",
    "FACETS",
    "GROUPS",
    "INFLUENCE",
    "INNOVATIONS",
    "OWNERS",
    "PARTNERSHIPS",
    "PROBLEMS",
    "RATINGS",
    "SALIENCE",
    "SEVERITIES",
    "STAGES",
    "STANCES",
    "WORK",
]


def _says_who_works(analysis: Analysis) -> bool:
    """Whether the data say who works on what, directly or through innovations that address problems."""
    if any(map(analysis.asks, analysis.settings.works)):
        return True
    return analysis.asks("ADDRESSES") and any(map(analysis.asks, analysis.settings.carries))


def _says_what_is_addressed(analysis: Analysis) -> bool:
    """Whether the data say what innovations address; a table of innovations without a row says that there are none."""
    if analysis.nodes("Innovation"):
        return analysis.asks("ADDRESSES")
    return "innovations.csv" in analysis.files


PARTNERSHIPS = Need(
    lambda analysis: analysis.ties_assessed,
    Message("There are no data on partnerships: no partnerships.csv and not one partnership."),
    Message("Write down who works with whom in partnerships.csv (source, target), and build the map again."),
)

PROBLEMS = Need(
    lambda analysis: "problems.csv" in analysis.files or bool(analysis.nodes("Problem")),
    Message("There are no data on problems: no problems.csv."),
    Message("List the public problems in problems.csv (id, name, severity), and build the map again."),
)

WORK = Need(
    _says_who_works,
    Message("The data do not say who works on which problem."),
    Message("Fill the columns owners and worked_on_by of problems.csv, and build the map again."),
)

DIRECT_WORK = Need(
    lambda analysis: any(map(analysis.asks, analysis.settings.works)),
    WORK.why,
    WORK.next_step,
)

COORDINATION = (PARTNERSHIPS, PROBLEMS, WORK)
"""What is needed to say who should work together and does not."""

OWNERS = Need(
    lambda analysis: analysis.whole_has("OWNS"),
    Message("The data name no owner of any problem: nobody answers for one, or nobody wrote it down."),
    Message("Write who answers for each problem in the column owners of problems.csv, and build the map again."),
)

INNOVATIONS = Need(
    lambda analysis: "innovations.csv" in analysis.files or bool(analysis.nodes("Innovation")),
    Message("There are no data on innovations: no innovations.csv."),
    Message(
        "List the innovations and what they address in innovations.csv (id, name, stage, addresses), and build the map "
        "again."
    ),
)

ADDRESSED = Need(
    _says_what_is_addressed,
    Message("The data do not say which innovation addresses which problem."),
    Message("Fill the column addresses of innovations.csv, and build the map again."),
)

STAGES = Need(
    lambda analysis: not analysis.nodes("Innovation") or analysis.asks_field("Innovation", "stage"),
    Message("The data do not say at which stage any innovation is."),
    Message("Fill the column stage of innovations.csv, and build the map again."),
)

FACETS = Need(
    lambda analysis: analysis.asks_field("Innovation", "facet"),
    Message("The data do not say what any innovation is for: its facet."),
    Message("Fill the column facet of innovations.csv, and build the map again."),
)

SEVERITIES = Need(
    lambda analysis: not open_problems(analysis) or analysis.asks_field("Problem", "severity"),
    Message("No problem has a severity, so all weigh the same."),
    Message("Rate problems from 1 to 5 in the column severity of problems.csv, and build the map again."),
)

GROUPS = Need(
    lambda analysis: any(
        group is not None for field in known_groupings(analysis) for group in find_groups(analysis, field).values()
    ),
    Message("The data do not say which sector each stakeholder belongs to, nor whether it stands inside or outside."),
    Message(
        "Fill the columns sector and boundary of stakeholders.csv, or set grouping in sysmap.toml, and build the map "
        "again."
    ),
)

RATINGS = Need(
    lambda analysis: any(standing.quadrant or standing.salience for standing in read_standings(analysis)),
    Message("No stakeholder has ratings of power and interest, or of power, legitimacy and urgency."),
    Message(
        "Rate stakeholders from 1 to 5 in the columns power, interest, legitimacy and urgency of stakeholders.csv, and "
        "build the map again."
    ),
)

SALIENCE = Need(
    lambda analysis: any(standing.salience for standing in read_standings(analysis)),
    Message("No stakeholder has ratings of power, legitimacy and urgency together."),
    RATINGS.next_step,
)

STANCES = Need(
    lambda analysis: bool(find_stances(analysis)),
    Message("The data do not say who supports or opposes which innovation or goal."),
    Message("Write ties SUPPORTS and OPPOSES in links.csv, and build the map again."),
)

INFLUENCE = Need(
    lambda analysis: bool(measure_actors(analysis)),
    Message("The data do not say which stakeholder influences which."),
    Message(
        "Write ties RELATES_TO of the kind influence in links.csv, with a weight from 1 to 4, and build the map again."
    ),
)

CAUSES = Need(
    lambda analysis: analysis.causal.number_of_edges() > 0,
    Message("The data do not say what influences what among problems, factors, innovations and goals."),
    Message("Write ties INFLUENCES in links.csv, each with a polarity (+, - or ?), and build the map again."),
)
