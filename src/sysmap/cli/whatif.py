"""The command `whatif`.

Push causes up or down and see what rises and falls with them, the strongest first (fuzzy cognitive map).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any, TypeAlias

import click

import sysmap.cli._options as options
from sysmap.cli._command import command
from sysmap.cli._language import in_words, say
from sysmap.cli._printing import print_rows, tell_missing
from sysmap.messages import AnyText, Joined, Message, Number, Percent, Text, in_context, plural

if TYPE_CHECKING:
    from sysmap.analysis import Analysis
    from sysmap.models.causes.what_if import Effect, Scenario, WhatIf

__all__ = ["COMMAND"]

Pushes: TypeAlias = list[tuple[str, float]]
"""Pairs of a node, as the user calls it, and the push, from -1 to 1."""

NAME = in_context("column", "name")
COLUMNS: dict[str, AnyText] = {
    "rank": in_context("column", "rank"),
    "sign": in_context("column", "sign"),
    "name": NAME,
    "uid": "uid",
    "change": in_context("column", "change"),
    "effect": in_context("column", "effect"),
}
CAUSE = in_context("kind of thing", "cause")
NOT_A_PUSH = Message("{text} is not a push; write NODE=+1 or NODE=-1, or a number between")
NO_PUSH = Message('say what to push: --push NODE=+1, or --scenario "NODE=+1, OTHER=-1"')
NOT_FOR_TANH = Message("--rule rescaled is made for --squash sigmoid")
TWO_WAYS = Message("{node} cannot be held at {one} and at {other} at once; compare the two with --scenario")


def _read_pushes(_context: click.Context, _parameter: click.Parameter, texts: tuple[str, ...]) -> Pushes:
    """`NODE=+1` options as pairs; the last `=` counts, since names may hold one."""
    pushes = []
    for text in texts:
        node, _, amount = text.rpartition("=")
        try:
            pushes.append((node, float(amount)))
        except ValueError:
            node = ""
        if not node or not -1 <= pushes[-1][1] <= 1:
            raise click.BadParameter(in_words(NOT_A_PUSH.filled(text=repr(text))))
    return pushes


def _read_scenarios(context: click.Context, parameter: click.Parameter, texts: tuple[str, ...]) -> list[Pushes]:
    """`A=+1, B=-1` options, each as pairs.

    A comma parts two pushes where it follows a number, for names may hold one.
    """
    return [
        _read_pushes(
            context,
            parameter,
            tuple(part.strip() for part in re.split(r"(?<=\d)\s*[,;]", text) if part.strip()) or (text,),
        )
        for text in texts
    ]


@command(group="find", order=6)
@options.database
@options.map_name
@options.as_of
@options.spoken
@options.formats
@options.held_by
@click.option(
    "--push",
    "pushes",
    multiple=True,
    callback=_read_pushes,
    metavar="NODE=+1",
    help="Hold this one up (+1) or down (-1). Given again, both are pushed together.",
)
@click.option(
    "--scenario",
    "scenarios",
    multiple=True,
    callback=_read_scenarios,
    metavar='"A=+1, B=-1"',
    help="A scenario of its own, of one push or several; given again, or beside --push, all are compared.",
)
@click.option(
    "--rule",
    type=click.Choice(["modified", "plain", "rescaled"]),
    default="modified",
    show_default=True,
    help="How a node hears its causes (Kosko).",
)
@click.option(
    "--squash",
    type=click.Choice(["tanh", "sigmoid"]),
    help="What keeps values within bounds. [default: tanh; sigmoid for rescaled]",
)
@click.option(
    "--lambda",
    "slope",
    default=1.0,
    show_default=True,
    type=options.DecimalNumber(0, min_open=True),
    metavar="X",
    help="How steep it is.",
)
def whatif(
    address: str | None,
    map_name: str | None,
    as_of: date | None,
    style: str,
    held_by: str | None,
    pushes: Pushes,
    scenarios: list[Pushes],
    rule: str,
    squash: str | None,
    slope: float,
) -> None:
    """Push causes up or down and see what rises and falls with them, the strongest first (fuzzy cognitive map).

    Signs and ranks count, amounts mean nothing; you are warned where another squash or lambda ranks otherwise. Several
    scenarios stand side by side: +3 is the third strongest effect of that scenario, a rise; = is what it holds; 0 does
    not move; ? cannot be told, as that scenario neither settles nor swings evenly.

    \b
    Example:
      sysmap whatif --push air-pintar=+1 --lang en
      sysmap whatif --push kunjungan=-1 --push sampah-rupiah=+1 --squash sigmoid
      sysmap whatif --scenario "air-pintar=+1" --scenario "panen-hujan=+1, kunjungan=-0.5"
      sysmap whatif --push kunjungan=-1 --held-by phri-pesisir
    """
    from sysmap.cli._reading import holder_called, read_analysis
    from sysmap.findings.needs import CAUSES
    from sysmap.models.causes.what_if import run_what_if

    asked = [scenario for scenario in (pushes, *scenarios) if scenario]
    squash = squash or ("sigmoid" if rule == "rescaled" else "tanh")
    if not asked:
        raise click.UsageError(in_words(NO_PUSH))
    if (rule, squash) == ("rescaled", "tanh"):
        raise click.UsageError(in_words(NOT_FOR_TANH))
    analysis = read_analysis(address, map_name, as_of)
    if tell_missing(analysis, (CAUSES,)):
        return
    by_uid = [_find_nodes(analysis, scenario) for scenario in asked]
    answer = run_what_if(analysis, by_uid, rule, squash, slope, holder=holder_called(analysis, held_by))  # type: ignore[arg-type]  # click checked them
    (_print_effects if len(by_uid) == 1 else _print_compared)(analysis, answer, style)
    for note in _notes(analysis, answer):
        say(note, err=True)


def _find_nodes(analysis: Analysis, pushes: Pushes) -> dict[str, float]:
    """The pushes of one scenario as uid -> push; an error where two of them push one node in two ways."""
    from sysmap.cli._reading import node_called

    known, amounts = sorted(analysis.causal), dict[str, float]()
    for text, amount in pushes:
        first = amounts.setdefault(node_called(analysis, text, known, CAUSE), amount)
        if first != amount:
            raise click.UsageError(in_words(TWO_WAYS.filled(node=repr(text), one=f"{first:+g}", other=f"{amount:+g}")))
    return amounts


SIGNS = {1: "+", -1: "-", 0: "0"}


def _print_effects(analysis: Analysis, answer: WhatIf, style: str) -> None:
    """Print the effects of the only scenario as rows; a table leaves out what does not move."""
    from sysmap.models.causes.what_if import tell_effect

    [scenario] = answer.scenarios
    print_rows(
        (
            {
                "rank": effect.rank,
                "sign": SIGNS[effect.sign],
                "name": analysis.name(effect.uid),
                "uid": effect.uid,
                "change": effect.change,
                "effect": tell_effect(analysis, effect.uid, effect.sign) or "",
            }
            for effect in scenario.effects
            if style != "table" or effect.sign
        ),
        style,
        COLUMNS,
    )


def _print_compared(analysis: Analysis, answer: WhatIf, style: str) -> None:
    """Print one row for each node, those first that any scenario moves most.

    Its sign, rank and change in each scenario, in a table as one mark.
    """
    effects = [{effect.uid: effect for effect in scenario.effects} for scenario in answer.scenarios]
    held = [scenario.pushes for scenario in answer.scenarios]
    best = {
        uid: min((moved[uid].rank for moved in effects if uid in moved), default=0)
        for nodes in (*effects, *held)
        for uid in nodes
    }
    numbers = range(1, len(effects) + 1)
    if style == "table":
        rows = [
            {
                "name": analysis.name(uid),
                **{f"{n}": _mark(effects[n - 1].get(uid), held[n - 1].get(uid)) for n in numbers},
                "uid": uid,
            }
            for uid in sorted(best, key=lambda uid: (best[uid], uid))
            if any(uid not in moved or moved[uid].sign for moved in effects)
        ]
        print_rows(rows, style, {"name": NAME, **{f"{n}": f"{n}" for n in numbers}, "uid": "uid"})
        return
    columns = [f"{field}_{n}" for n in numbers for field in ("held", "sign", "rank", "change")]
    print_rows(
        (
            {
                "name": analysis.name(uid),
                "uid": uid,
                **dict(
                    zip(
                        columns,
                        (cell for n in numbers for cell in _cells(effects[n - 1].get(uid), held[n - 1].get(uid))),
                        strict=True,
                    )
                ),
            }
            for uid in sorted(best, key=lambda uid: (best[uid], uid))
        ),
        style,
        ("name", "uid", *columns),
    )


def _mark(effect: Effect | None, held: float | None) -> str:
    """What a scenario does to a node, as one mark.

    +3 or -3 with its rank, 0, =+1 where it is held, ? where nothing can be told.
    """
    if effect is None:
        return "?" if held is None else f"={held:+g}"
    return SIGNS[effect.sign] + (str(effect.rank) if effect.sign else "")


def _cells(effect: Effect | None, held: float | None) -> tuple[Any, ...]:
    """The same as four cells: held at, sign, rank, change."""
    return (held, None, None, None) if effect is None else (None, SIGNS[effect.sign], effect.rank, effect.change)


OUTCOMES = {
    "settled": Message("it settled"),
    "cycle": Message("it swings and never settles (cycle): told is the mean"),
    "creeping": Message("it still creeps towards its end"),
    "chaos": Message(
        "it neither settles nor swings evenly (chaos): no effect can be told; try --squash sigmoid, another --rule or --lambda"
    ),
}


def _notes(analysis: Analysis, answer: WhatIf) -> Iterator[Text]:
    """What to know of the effects: of each scenario, then of all."""
    from sysmap.findings.sentences import list_names

    several = len(answer.scenarios) > 1
    for number, scenario in enumerate(answer.scenarios, 1):
        notes = list(_describe_end(analysis, scenario))
        if several:
            pushed = ", ".join(f"{analysis.name(uid)} {amount:+g}" for uid, amount in scenario.pushes.items())
            notes = [Joined((f"{number} ({pushed}):", Joined(notes, "; ")))]
        yield from notes
    if answer.opposed:
        yield Message("one scenario raises and another lowers: {names}").filled(
            names=list_names(analysis, answer.opposed)
        )
    if answer.baseline != "settled":
        yield Message("doing nothing: {ended}").filled(ended=OUTCOMES[answer.baseline])
    if answer.unknown:
        yield Message("links left out, as nobody knows their sign: {n}").filled(n=Number(answer.unknown))


def _describe_end(analysis: Analysis, scenario: Scenario) -> Iterator[Text]:
    """How one scenario came to rest, and how sure its ranking and its signs are."""
    from sysmap.findings.sentences import list_names

    yield plural("{ended} (after {steps} step)", "{ended} (after {steps} steps)", scenario.steps).filled(
        ended=OUTCOMES[scenario.outcome], steps=Number(scenario.steps)
    )
    if scenario.lost:
        yield Message("no effect can be told under {n} of {all} other settings of squash and lambda (chaos)").filled(
            n=scenario.lost, all=scenario.others
        )
    if scenario.agreement is not None and scenario.agreement < 1:
        yield Message(
            "warning: another squash or lambda ranks otherwise; at worst {share} of pairs keep their order"
        ).filled(share=Percent(scenario.agreement))
    if scenario.turned:
        yield Message("warning: another squash or lambda turns the sign of {names}").filled(
            names=list_names(analysis, scenario.turned)
        )


COMMAND = whatif
