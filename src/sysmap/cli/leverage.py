"""The command `leverage`: compare four scores of leverage for every cause.

Each with its rank (#), and under them how far the scores agree.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

import click

import sysmap.cli._options as options
from sysmap.cli._command import command
from sysmap.cli._language import in_words, say
from sysmap.cli._printing import print_rows, tell_missing
from sysmap.messages import AnyText, Joined, Message, Number, Text, in_context

if TYPE_CHECKING:
    from sysmap.analysis import Analysis
    from sysmap.models.causes.leverage import Lever, Leverage

__all__ = ["COMMAND"]

SCORES = {
    "structural": in_context("score of leverage", "structural"),
    "influence": in_context("score of leverage", "influence"),
    "loops": in_context("score of leverage", "loops"),
    "push": in_context("score of leverage", "push"),
}
MICMAC = {
    "role": in_context("column", "role"),
    "dependence": in_context("column", "dependence"),
    "direct_influence": in_context("column", "direct influence"),
    "direct_dependence": in_context("column", "direct dependence"),
    "influence_rank": in_context("column", "rank of influence"),
    "dependence_rank": in_context("column", "rank of dependence"),
}
SHOWN_OF_MICMAC = ("role", "dependence")
"""What a table shows of MICMAC; other formats hold all."""
NAME = in_context("column", "name")


@command(group="find", order=5)
@options.database
@options.map_name
@options.as_of
@options.spoken
@options.formats
@click.option(
    "--top",
    default=20,
    show_default=True,
    type=options.WholeNumber(1),
    metavar="N",
    help="How many a table shows; other formats hold all.",
)
def leverage(address: str | None, map_name: str | None, as_of: date | None, style: str, top: int) -> None:
    """Compare four scores of leverage for every cause: each with its rank (#), and under them how far the scores agree.

    structural: (effects + 1) / (causes + 1). influence: MICMAC along paths, with dependence and role (driver, relay,
    dependent, autonomous; split at the mean). loops: sum of 1 / length over its feedback loops. push: how much a push
    here moves the others. First come those whom the four rank highest on average. `sysmap measures` says how each is
    computed.

    \b
    Example:
      sysmap leverage --lang en
      sysmap leverage --format csv
    """
    from sysmap.cli._reading import read_analysis
    from sysmap.findings.needs import CAUSES
    from sysmap.models.causes.leverage import score_levers

    analysis = read_analysis(address, map_name, as_of)
    if tell_missing(analysis, (CAUSES,)):
        return
    scored = score_levers(analysis)
    people = style == "table"
    print_rows(list(_rows(analysis, scored, people))[: top if people else None], style, _columns(people))
    for note in _describe_agreement(scored):
        say(note, err=True)


def _columns(people: bool) -> dict[str, AnyText]:
    """Each column with its title: name, scores with their ranks, MICMAC, uid."""
    columns: dict[str, AnyText] = {"name": NAME}
    for score, title in SCORES.items():
        columns |= {score: title, f"#{score}": Joined(("#", title), "")}
    return {
        **columns,
        **{field: title for field, title in MICMAC.items() if field in SHOWN_OF_MICMAC or not people},
        "uid": "uid",
    }


def _rows(analysis: Analysis, scored: Leverage, people: bool) -> Iterator[dict[str, Any]]:
    """A row for each cause; for people the role is a word of their language."""
    from sysmap.measures.causes_leverage import ROLES

    for lever, impact in zip(scored.levers, scored.impacts, strict=True):
        micmac = {
            field: getattr(impact, field)
            if field.endswith("rank") or field == "role"
            else round(getattr(impact, field), 6)
            for field in MICMAC
        }
        yield {
            "name": analysis.name(lever.uid),
            **_scores(lever),
            **micmac,
            **({"role": ROLES[impact.role]} if people else {}),
            "uid": lever.uid,
        }


def _scores(lever: Lever) -> dict[str, Any]:
    """The four scores of a cause and its rank by each."""
    scores = {score: None if number is None else round(number, 6) for score, number in lever.scores.items()}
    return {**scores, **{f"#{score}": rank for score, rank in lever.ranks.items()}}


def _describe_agreement(scored: Leverage) -> Iterator[Text]:
    """How far the scores agree two by two, and what to know of MICMAC and the pushes.

    For stderr, so that stdout holds rows alone.
    """
    pairs = []
    for pair in scored.agreements:
        tau = "-" if pair.tau is None else in_words(Number(pair.tau, 2, signed=True))
        few = f" (n={pair.n})" if pair.n < len(scored.levers) else ""
        pairs.append(f"{in_words(SCORES[pair.one])}-{in_words(SCORES[pair.other])} {tau}{few}")
    yield Message("agreement (Kendall's tau-b, 1 = same order, - = one is the same for all): {pairs}").filled(
        pairs="; ".join(pairs)
    )
    if scored.apart:
        yield Message("hint: {one} and {other} point to different places; ask what each sees before you push").filled(
            one=SCORES[scored.apart[0].one], other=SCORES[scored.apart[0].other]
        )
    yield Message("MICMAC: paths of up to {n} links; {godet}").filled(n=scored.links, godet=_describe_ranking(scored))
    if scored.unsettled:
        yield Message(
            "no push score, as the push neither settles nor swings evenly, or the map is too large: {n}"
        ).filled(n=Number(scored.unsettled))


def _describe_ranking(scored: Leverage) -> Text:
    """From which length of paths on Godet's ranking by influence no longer changes, if it does so."""
    if scored.still:
        text = Message("Godet's ranking stands still from power {n} on")
    elif scored.ended:
        text = Message("Godet's ranking is that of the longest paths, of {n} links: nothing feeds back")
    else:
        text = Message("Godet's ranking did not stand still up to power {n}")
    return text.filled(n=scored.power)


COMMAND = leverage
