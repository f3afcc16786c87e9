"""Commands on causes and effects: loops, whatif."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

import click

import sysmap.cli.options as options
from sysmap.cli.printing import print_rows

if TYPE_CHECKING:
    from sysmap.analysis import Analysis
    from sysmap.models import Loops, WhatIf

__all__ = ["COMMANDS", "NO_CAUSES"]

NO_CAUSES = "the data do not say what influences what: write ties INFLUENCES in links.csv, and build the map again"


@click.command()
@options.database
@options.map_name
@options.as_of
@options.language
@options.formats
@options.held_by
@click.option("--through", metavar="NODE", help="Only loops through this one: its uid, id or name.")
@click.option("--length", default=8, show_default=True, type=click.IntRange(1, 20), help="How many links a loop has at most.")
@click.option("--top", default=20, show_default=True, type=click.IntRange(1), help="How many are printed as sentences; other formats hold all.")
def loops(address: str | None, map_name: str | None, as_of: date | None, lang: str | None, style: str, held_by: str | None,
          through: str | None, length: int, top: int) -> None:
    """List the feedback loops among causes, the shortest first: reinforcing (R), balancing (B), or unknown (?).

    Those of the shortest independent set, of which all others are sums, are marked * and listed whatever their length. Of the
    others at most 10,000 are listed; if there are more, it is said.

    \b
    Example:
      sysmap loops --lang en
      sysmap loops --through Sampah --format csv
      sysmap loops --held-by spamdes
    """
    from sysmap.cli.reading import holder_called, node_called, read_analysis
    from sysmap.models import loops as found_loops
    from sysmap.models import told

    analysis = read_analysis(address, map_name, as_of)
    language = lang or analysis.config.language
    if not analysis.causal.number_of_edges():
        click.echo(NO_CAUSES, err=True)
        return
    made = found_loops(analysis, length, holder_called(analysis, held_by))
    listed = made.through(node_called(analysis, through, sorted(analysis.causal), "cause") if through else None)
    basis = set(made.independent)
    rows: list[dict[str, Any]] = [
        {"polarity": loop.polarity, "links": len(loop.nodes), "late": loop.delayed, "strength": round(loop.strength, 6),
         "independent": loop in basis, "loop": told(analysis, loop)[language], "nodes": list(loop.nodes)} for loop in listed]
    if style != "table":
        print_rows(rows, style, ("polarity", "links", "late", "strength", "independent", "loop", "nodes"))
    for row in rows[:top] if style == "table" else ():
        click.echo(f"{'*' if row['independent'] else ' '} {row['loop']}")
    _sum_up(made, [row["polarity"] for row in rows])


def _sum_up(made: Loops, polarities: list[str]) -> None:
    """How many of each kind, on stderr: rows stay rows."""
    click.echo(f"{len(polarities):,} loops: {polarities.count('R'):,} R, {polarities.count('B'):,} B, {polarities.count('?'):,} ?; "
               f"shortest independent set: {len(made.independent):,}", err=True)
    if made.truncated:
        click.echo(f"truncated: there are more loops than can be listed; all of at most {made.complete} links are here", err=True)
    if made.cut is not None:
        click.echo(f"truncated: the time was over before the independent set was whole; what it has of at most {made.cut} links is", err=True)
    elif made.truncated:
        click.echo("the independent set is whole", err=True)


def _push(_context: click.Context, _parameter: click.Parameter, texts: tuple[str, ...]) -> dict[str, float]:
    """`NODE=+1` options as a mapping; the last `=` counts, since names may hold one."""
    pushes = {}
    for text in texts:
        node, _, amount = text.rpartition("=")
        try:
            pushes[node] = float(amount)
        except ValueError:
            node = ""
        if not node or not -1 <= pushes[node] <= 1:
            raise click.BadParameter(f"{text!r} is no push; write NODE=+1 or NODE=-1, or a number between")
    return pushes


@click.command()
@options.database
@options.map_name
@options.as_of
@options.language
@options.formats
@options.held_by
@click.option("--push", "pushes", multiple=True, required=True, callback=_push, metavar="NODE=+1", help="Hold this one up (+1) or down (-1). May be given again.")
@click.option("--rule", type=click.Choice(["modified", "plain", "rescaled"]), default="modified", show_default=True, help="How a node hears its causes (Kosko).")
@click.option("--squash", type=click.Choice(["tanh", "sigmoid"]), help="What keeps values within bounds. [default: tanh; sigmoid for rescaled]")
@click.option("--lambda", "slope", default=1.0, show_default=True, type=click.FloatRange(0, min_open=True), help="How steep it is.")
def whatif(address: str | None, map_name: str | None, as_of: date | None, lang: str | None, style: str, held_by: str | None,
           pushes: Mapping[str, float], rule: str, squash: str | None, slope: float) -> None:
    """Push causes up or down and see what rises and falls with them, the strongest first (fuzzy cognitive map).

    Signs and ranks count, amounts mean nothing; you are warned where another squash or lambda ranks otherwise.

    \b
    Example:
      sysmap whatif --push air-pintar=+1 --lang en
      sysmap whatif --push kunjungan=-1 --push sampah-rupiah=+1 --squash sigmoid
      sysmap whatif --push kunjungan=-1 --held-by phri-pesisir
    """
    from sysmap.cli.reading import holder_called, node_called, read_analysis
    from sysmap.models import what_if

    squash = squash or ("sigmoid" if rule == "rescaled" else "tanh")
    if (rule, squash) == ("rescaled", "tanh"):
        raise click.UsageError("--rule rescaled is made for --squash sigmoid")
    analysis = read_analysis(address, map_name, as_of)
    if not analysis.causal.number_of_edges():
        click.echo(NO_CAUSES, err=True)
        return
    known = sorted(analysis.causal)
    named = {node_called(analysis, text, known, "cause"): amount for text, amount in pushes.items()}
    made = what_if(analysis, [named], rule, squash, slope, holder=holder_called(analysis, held_by))  # type: ignore[arg-type]  # click checked them
    _print_effects(analysis, made, lang or analysis.config.language, style)


def _print_effects(analysis: Analysis, made: WhatIf, lang: str, style: str) -> None:
    """The effects as rows, and on stderr what to know of them."""
    [scenario] = made.scenarios
    signs = {1: "+", -1: "-", 0: "0"}
    print_rows(({"rank": one.rank, "sign": signs[one.sign], "name": analysis.name(one.uid), "uid": one.uid, "change": one.change}
                for one in scenario.effects if style != "table" or one.sign), style, ("rank", "sign", "name", "uid", "change"))
    for note in _notes(analysis, made, lang):
        click.echo(note, err=True)


def _notes(analysis: Analysis, made: WhatIf, lang: str) -> list[str]:
    from sysmap.schema import Words

    [scenario] = made.scenarios
    ended = {"settled": Words(en="it settled", id="tercapai keseimbangan"), "cycle": Words(en="it goes in a cycle: read the signs with care",
             id="hasilnya berputar (siklus): baca tandanya dengan hati-hati"), "creeping": Words(en="it still creeps towards its end", id="masih merayap ke akhirnya"),
             "chaos": Words(en="it did not settle, nor cycle (chaos): do not rely on it", id="tidak seimbang dan tidak berputar (kacau): jangan diandalkan")}
    notes = [Words(en="{ended} after {steps} steps", id="{ended} setelah {steps} langkah").filled(ended=ended[scenario.outcome], steps=scenario.steps)]
    if made.baseline != "settled":
        notes.append(Words(en="doing nothing: {ended}", id="tanpa dorongan: {ended}").filled(ended=ended[made.baseline]))
    if made.unknown:
        notes.append(Words(en="links left out, as nobody knows their sign: {n}", id="hubungan yang dilewati karena tandanya belum diketahui: {n}").filled(n=made.unknown))
    if scenario.agreement is not None and scenario.agreement < 1:
        notes.append(Words(en="warning: another squash or lambda ranks otherwise; at worst {share:.0%} of pairs keep their order",
                           id="peringatan: squash atau lambda lain mengubah peringkat; terburuk {share:.0%} pasangan tetap urutannya").filled(share=scenario.agreement))
    if scenario.turned:
        notes.append(Words(en="warning: another squash or lambda turns the sign of {names}", id="peringatan: squash atau lambda lain membalik tanda {names}").filled(
            names=", ".join(map(analysis.name, scenario.turned))))
    return [note[lang] for note in notes]


COMMANDS = (loops, whatif)
