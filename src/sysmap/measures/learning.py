"""How far units are apart in each discipline, and how many days pass from report to first trial."""

from __future__ import annotations

from statistics import median

from sysmap.analysis import Analysis
from sysmap.measures.port import Score, Values, measure
from sysmap.messages import Message
from sysmap.records.learning_assessments import dated_waves, known_disciplines, read_answers
from sysmap.records.learning_responses import find_responses

__all__ = ["discipline_spread", "responsiveness", "typical_responsiveness"]

DAYS = Message("days")


@measure(
    topic="learning",
    order=10,
    title=Message("How far units are apart in each discipline"),
    term="spread of a discipline",
    level="group",
    view="learning",
    high=4,
    unit=Message("points of 4"),
    how=Message(
        "In the last wave: the highest score of a stakeholder less the lowest, for each of the five disciplines. Scores of fewer than five people are left out; "
        "undefined below two stakeholders."
    ),
    advice=Message("A wide spread: let those at the top show how they do it."),
    source="Senge 1990",
)
def discipline_spread(analysis: Analysis) -> Values:
    """Discipline -> highest minus lowest score, 0 to 4; None with fewer than two scores.

    Empty if nobody was assessed.
    """
    last = max(dated_waves(analysis), default=None)
    scores = {
        name: [
            answer.score
            for (_, wave), answers in read_answers(analysis).items()
            if wave == last and (answer := answers.get(name)) and answer.score is not None
        ]
        for name in known_disciplines(analysis)
    }
    return {} if last is None else {name: _range(of_discipline) for name, of_discipline in scores.items()}


def _range(scores: list[float]) -> Score:
    return max(scores) - min(scores) if len(scores) > 1 else None


@measure(
    topic="learning",
    order=440,
    title=Message("Days from report to first pilot"),
    term="responsiveness",
    view="problem",
    unit=DAYS,
    how=Message(
        "Days from the first report of a problem (reported, REPORTED) to the first pilot of an innovation that addresses it (stages.csv, else stage_since "
        "of a pilot); 0 where the pilot was there first. Undefined while nothing was piloted, or where a date is not known to the day."
    ),
    advice=Message("Ask what the slow ones waited for."),
    source="sysmap",
)
def responsiveness(analysis: Analysis) -> Values:
    """Days of each problem, 0 and up; None if there is no answer yet or no date."""
    return dict.fromkeys(analysis.nodes("Problem")) | {
        response.problem: response.days for response in find_responses(analysis)
    }


@measure(
    topic="learning",
    order=450,
    title=Message("Typical days from report to first pilot"),
    term="median responsiveness",
    level="graph",
    view="problem",
    unit=DAYS,
    how=Message("The median of the days from report to first pilot over the problems that have them."),
    advice=Message("Problems that still wait are not in it: read it beside their number."),
    source="sysmap",
)
def typical_responsiveness(analysis: Analysis) -> Values:
    """The median, 0 and up; None if no problem was answered."""
    known = [response.days for response in find_responses(analysis) if response.days is not None]
    return {"": float(median(known)) if known else None}
