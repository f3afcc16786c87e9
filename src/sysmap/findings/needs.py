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

__all__ = [
    "CAUSES",
    "COORDINATION",
    "GROUPS",
    "INFLUENCE",
    "INNOVATIONS",
    "OWNERS",
    "PARTNERSHIPS",
    "PROBLEMS",
    "RATINGS",
    "SALIENCE",
    "STANCES",
    "WORK",
]


def _says_who_works(analysis: Analysis) -> bool:
    """Whether the data say who works on what: there is such a tie, or the file for ties (links.csv) is there."""
    types = ("OWNS", *analysis.settings.works, *analysis.settings.carries)
    return "links.csv" in analysis.files or any(map(analysis.whole_has, types))


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
