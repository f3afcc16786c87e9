"""The command `whatif`: push causes up or down and see what rises and falls with them, the strongest first (fuzzy cognitive map)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any, TypeAlias

import click

import sysmap.cli._options as options
from sysmap.cli._printing import print_rows, tell_missing
from sysmap.messages import Joined, Message, Percent, Text, plural

if TYPE_CHECKING:
    from sysmap.analysis import Analysis
    from sysmap.models.causes.what_if import Scenario, WhatIf

__all__ = ["COMMAND"]

Pushes: TypeAlias = list[tuple[str, float]]


def _push(_context: click.Context, _parameter: click.Parameter, texts: tuple[str, ...]) -> Pushes:
    """`NODE=+1` options as pairs; the last `=` counts, since names may hold one."""
    pushes = []
    for text in texts:
        node, _, amount = text.rpartition("=")
        try:
            pushes.append((node, float(amount)))
        except ValueError:
            node = ""
        if not node or not -1 <= pushes[-1][1] <= 1:
            raise click.BadParameter(f"{text!r} is no push; write NODE=+1 or NODE=-1, or a number between")
    return pushes


def _scenarios(context: click.Context, parameter: click.Parameter, texts: tuple[str, ...]) -> list[Pushes]:
    """`A=+1, B=-1` options, each as pairs: a comma parts two pushes where it follows a number, for names may hold one."""
    return [_push(context, parameter, tuple(part.strip() for part in re.split(r"(?<=\d)\s*[,;]", text) if part.strip()) or (text,)) for text in texts]


@click.command()
@options.database
@options.map_name
@options.as_of
@options.language
@options.formats
@options.held_by
@click.option("--push", "pushes", multiple=True, callback=_push, metavar="NODE=+1", help="Hold this one up (+1) or down (-1). Given again, both are pushed together.")
@click.option("--scenario", "scenarios", multiple=True, callback=_scenarios, metavar='"A=+1, B=-1"',
              help="A scenario of its own, of one push or several; given again, or beside --push, all are compared.")
@click.option("--rule", type=click.Choice(["modified", "plain", "rescaled"]), default="modified", show_default=True, help="How a node hears its causes (Kosko).")
@click.option("--squash", type=click.Choice(["tanh", "sigmoid"]), help="What keeps values within bounds. [default: tanh; sigmoid for rescaled]")
@click.option("--lambda", "slope", default=1.0, show_default=True, type=click.FloatRange(0, min_open=True), help="How steep it is.")
def whatif(address: str | None, map_name: str | None, as_of: date | None, lang: str | None, style: str, held_by: str | None,
           pushes: Pushes, scenarios: list[Pushes], rule: str, squash: str | None, slope: float) -> None:
    """Push causes up or down and see what rises and falls with them, the strongest first (fuzzy cognitive map).

    Signs and ranks count, amounts mean nothing; you are warned where another squash or lambda ranks otherwise. Several scenarios
    stand side by side: +3 is the third strongest effect of that scenario, a rise; = is what it holds; 0 does not move; ? cannot be
    told, as that scenario neither settles nor swings evenly.

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

    asked = [one for one in (pushes, *scenarios) if one]
    squash = squash or ("sigmoid" if rule == "rescaled" else "tanh")
    if not asked:
        raise click.UsageError('say what to push: --push NODE=+1, or --scenario "NODE=+1, OTHER=-1"')
    if (rule, squash) == ("rescaled", "tanh"):
        raise click.UsageError("--rule rescaled is made for --squash sigmoid")
    analysis = read_analysis(address, map_name, as_of)
    if tell_missing(analysis, (CAUSES,), lang or analysis.config.language):
        return
    named = [_named(analysis, one) for one in asked]
    made = run_what_if(analysis, named, rule, squash, slope, holder=holder_called(analysis, held_by))  # type: ignore[arg-type]  # click checked them
    (_print_effects if len(named) == 1 else _print_compared)(analysis, made, style)
    for note in _notes(analysis, made):
        click.echo(note.render(lang or analysis.config.language), err=True)


def _named(analysis: Analysis, pushes: Pushes) -> dict[str, float]:
    """Uid -> push, where the names of one scenario do not pull one node two ways."""
    from sysmap.cli._reading import node_called

    known, found = sorted(analysis.causal), dict[str, float]()
    for text, amount in pushes:
        held = found.setdefault(node_called(analysis, text, known, "cause"), amount)
        if held != amount:
            raise click.UsageError(f"{text!r} cannot be held at {held:+g} and at {amount:+g} at once; compare the two with --scenario")
    return found


SIGNS = {1: "+", -1: "-", 0: "0"}


def _print_effects(analysis: Analysis, made: WhatIf, style: str) -> None:
    """The effects of the one scenario as rows."""
    [scenario] = made.scenarios
    print_rows(({"rank": one.rank, "sign": SIGNS[one.sign], "name": analysis.name(one.uid), "uid": one.uid, "change": one.change}
                for one in scenario.effects if style != "table" or one.sign), style, ("rank", "sign", "name", "uid", "change"))


def _print_compared(analysis: Analysis, made: WhatIf, style: str) -> None:
    """One row a node, those first that any scenario moves most; sign, rank and change in each, or in a table one mark."""
    effects = [{one.uid: one for one in scenario.effects} for scenario in made.scenarios]
    held = [scenario.pushes for scenario in made.scenarios]
    best = {uid: min((found[uid].rank for found in effects if uid in found), default=0) for found in (*effects, *held) for uid in found}
    numbers = range(1, len(effects) + 1)
    if style == "table":
        rows = [{"name": analysis.name(uid), **{f"{n}": _mark(effects[n - 1].get(uid), held[n - 1].get(uid)) for n in numbers}, "uid": uid}
                for uid in sorted(best, key=lambda uid: (best[uid], uid)) if any(uid not in found or found[uid].sign for found in effects)]
        print_rows(rows, style, ("name", *map(str, numbers), "uid"))
        return
    columns = [f"{field}_{n}" for n in numbers for field in ("held", "sign", "rank", "change")]
    print_rows(({"name": analysis.name(uid), "uid": uid, **dict(zip(columns, (cell for n in numbers for cell in _cells(effects[n - 1].get(uid), held[n - 1].get(uid))), strict=True))}
                for uid in sorted(best, key=lambda uid: (best[uid], uid))), style, ("name", "uid", *columns))


def _mark(effect: Any, held: float | None) -> str:
    if effect is None:
        return "?" if held is None else f"={held:+g}"
    return SIGNS[effect.sign] + (str(effect.rank) if effect.sign else "")


def _cells(effect: Any, held: float | None) -> tuple[Any, ...]:
    return (held, None, None, None) if effect is None else (None, SIGNS[effect.sign], effect.rank, effect.change)


ENDED = {
    "settled": Message("it settled"),
    "cycle": Message("it swings and never settles (cycle): told is the mean"),
    "creeping": Message("it still creeps towards its end"),
    "chaos": Message("it neither settles nor swings evenly (chaos): no effect can be told; try --squash sigmoid, another --rule or --lambda")}


def _notes(analysis: Analysis, made: WhatIf) -> Iterator[Text]:
    """What to know of the effects: of each scenario, then of all."""
    from sysmap.findings.sentences import listed

    several = len(made.scenarios) > 1
    for number, scenario in enumerate(made.scenarios, 1):
        said = list(_rest(analysis, scenario))
        if several:
            pushed = ", ".join(f"{analysis.name(uid)} {amount:+g}" for uid, amount in scenario.pushes.items())
            said = [Joined((f"{number} ({pushed}):", Joined(said, "; ")))]
        yield from said
    if made.opposed:
        yield Message("one scenario raises and another lowers: {names}").filled(
            names=listed(analysis, made.opposed))
    if made.baseline != "settled":
        yield Message("doing nothing: {ended}").filled(ended=ENDED[made.baseline])
    if made.unknown:
        yield Message("links left out, as nobody knows their sign: {n}").filled(n=made.unknown)


def _rest(analysis: Analysis, scenario: Scenario) -> Iterator[Text]:
    """How one scenario came to rest, and how sure its ranking and its signs are."""
    from sysmap.findings.sentences import listed

    yield plural("{ended} (after {steps} step)", "{ended} (after {steps} steps)", scenario.steps).filled(
        ended=ENDED[scenario.outcome], steps=scenario.steps)
    if scenario.lost:
        yield Message("no effect can be told under {n} of {all} other settings of squash and lambda (chaos)").filled(n=scenario.lost, all=scenario.others)
    if scenario.agreement is not None and scenario.agreement < 1:
        yield Message("warning: another squash or lambda ranks otherwise; at worst {share} of pairs keep their order").filled(share=Percent(scenario.agreement))
    if scenario.turned:
        yield Message("warning: another squash or lambda turns the sign of {names}").filled(
            names=listed(analysis, scenario.turned))


COMMAND = whatif
