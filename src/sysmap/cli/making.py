"""Commands that make things: new, build, map."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

import sysmap.cli.options as options
from sysmap.cli.printing import print_estimates, print_findings, progress_bar
from sysmap.errors import OutputError
from sysmap.schema import Words

if TYPE_CHECKING:
    from sysmap.build import Built
    from sysmap.schema import Language
    from sysmap.tables.rows import Dataset

__all__ = ["COMMANDS"]

IN_A_SESSION = Words(
    en="Next: one row of grow.csv for the session (goal and reality in words; the last step as G, R, O, W or done; problems, people, options and choice by id or "
       "name, several joined by |), one row of links.csv for each action: the session, ACTION, who does it, what, due. Write dates as 2026-01-31.\n"
       "Then add the rows to those of your dataset, and build the map again.",
    id="Berikutnya: satu baris grow.csv untuk sesi ini (tujuan dan kenyataan dengan kata-kata; langkah terakhir: G, R, O, W, atau selesai; masalah, peserta, pilihan, "
       "dan yang terpilih dengan kode atau nama, bila beberapa dipisah |), satu baris links.csv untuk tiap aksi: sesinya, AKSI, pelaksananya, apa, batas waktu. "
       "Tulis tanggal sebagai 2026-01-31.\nLalu gabungkan baris-barisnya ke tabel Anda, dan buat lagi petanya.")
IN_A_FOLDER = Words(en="Next: fill in stakeholders and problems, then `sysmap check {folder}`.",
                    id="Berikutnya: isi stakeholders dan problems, lalu `sysmap check {folder}`.")


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--sample", is_flag=True, help="Fill it with the illustrative case of Gunungkidul instead of empty tables.")
@click.option("--grow", is_flag=True, help="Only what a GROW session needs: grow.csv, and links.csv for its actions.")
@click.option("--lang", type=click.Choice(["id", "en"]), default="id", envvar="SYSMAP_LANG", show_default=True, help="Language of the headers.")
def new(folder: Path, sample: bool, grow: bool, lang: Language) -> None:
    """Start a dataset: empty CSV templates that Excel opens, and a sysmap.toml.

    \b
    Example:
      sysmap new my-map --lang en
      sysmap new meeting --grow
    """
    from sysmap.tables.templates import session_templates, templates
    from sysmap.vocabulary import VOCABULARY

    if sample and grow:
        raise click.UsageError("give --sample or --grow")
    files = _sample() if sample else session_templates(VOCABULARY, lang) if grow else templates(VOCABULARY, lang)
    there = sorted(name for name in files if (folder / name).exists())
    if there:
        raise OutputError(f"{folder} already has {', '.join(there)}", "nothing was written; choose another folder")
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)
    click.echo(f"{folder}: {', '.join(files)}")
    click.echo((IN_A_SESSION if grow else IN_A_FOLDER.filled(folder=folder))[lang])


def _sample() -> dict[str, bytes]:
    from sysmap.resources import shipped

    return {path.name: path.read_bytes() for path in sorted((shipped("datasets") / "gunungkidul").iterdir())}


def _tell_warnings(dataset: Dataset, verbose: bool, most: int = 5) -> None:
    shown = dataset.warnings if verbose else dataset.warnings[:most]
    for fault in shown:
        click.echo(str(fault), err=True)
    if len(shown) < len(dataset.warnings):
        click.echo(f"... and {len(dataset.warnings) - len(shown)} more warnings; -v or `sysmap check` lists them", err=True)


def _tell(made: Built, lang: str, verbose: bool) -> None:
    report = made.report
    click.secho(made.analysis.config.title, bold=True)
    click.echo(f"{len(made.dataset.nodes):,} nodes, {len(made.dataset.ties):,} ties; {report.added:,} added, {report.changed:,} changed, "
               f"{report.removed:,} removed, {report.unchanged:,} unchanged")
    for uid in report.kept:
        click.echo(f"kept, because ties of your own hold it: {uid}", err=True)
    click.echo()
    print_findings(made.findings, lang)
    print_estimates(made.analysis, lang)
    click.echo()
    for path in made.files:
        click.echo(path)
    if verbose:
        steps = "  ".join(f"{name} {seconds:.2f} s" for name, seconds in made.seconds.items())
        click.echo(f"{steps}  whole {sum(made.seconds.values()):.2f} s", err=True)


def _open(files: tuple[Path, ...]) -> None:
    page = next((path for path in files if path.suffix == ".html"), None)
    if page:
        click.launch(page.resolve().as_uri())


@click.command()
@options.dataset
@options.out
@options.database
@options.map_name
@options.as_of
@options.language
@options.look
@options.parquet
@options.strict
@options.fast
@click.option("--allow-removals", is_flag=True, help="Let a load remove more than 10 % of the map.")
@options.open_page
@options.quiet
@options.verbose
def build(folder: Path, out: Path | None, address: str | None, map_name: str | None, as_of: date | None, lang: str | None,
          strict: bool, fast: bool, allow_removals: bool, opens: bool, quiet: bool, verbose: bool, **look: Any) -> None:
    """From a folder of CSVs to findings and a map: check, load, analyse, draw.

    \b
    Example:
      sysmap build datasets/gunungkidul --open
    """
    from sysmap.build import build_folder

    chosen = options.chosen_look(lang, **look)
    with progress_bar(quiet) as progress:
        made = build_folder(folder, out=out, db=address, map_name=map_name, as_of=as_of, look=chosen, strict=strict,
                            allow_removals=allow_removals, fast=fast, credentials=options.credentials, progress=progress,
                            told=None if quiet else lambda dataset: _tell_warnings(dataset, verbose))
    if not quiet:
        _tell(made, lang or made.analysis.config.language, verbose)
    if opens:
        _open(made.files)


@click.command("map")
@options.database
@options.map_name
@options.out
@options.as_of
@options.language
@options.look
@click.option("--only", multiple=True, metavar="WHAT", help="Draw only what fits: a kind of node, FIELD=VALUE (alternatives by commas), or MEASURE>=NUMBER. Given again: all must fit.")
@click.option("--focus", metavar="NODE", help="Draw only this node, by uid, id or name, and what lies around it.")
@click.option("--steps", type=click.IntRange(0), default=2, show_default=True, help="How many ties around the focus.")
@click.option("--cypher", metavar="QUERY", help="Draw only what this query returns in columns called uid, stakeholder_id, problem_id ...: a query by name, or your own.")
@options.fast
@options.open_page
def map_(address: str | None, map_name: str | None, out: Path | None, as_of: date | None, lang: str | None, fast: bool, opens: bool,
         only: tuple[str, ...], focus: str | None, steps: int, cypher: str | None, **look: Any) -> None:
    """Draw the map of what is in the database, or a part of it: map.html, and files for other graph tools.

    A page of a part says so; its numbers are those of the whole map.

    \b
    Example:
      sysmap map --lang en --color-by sector --open
      sysmap map --focus bapperida --steps 1 --out near-bapperida
      sysmap map --only sector=government,community --only Stakeholder,Problem --out who-does-what
      sysmap map --cypher free-to-bridge --out bridges
    """
    from dataclasses import replace

    from sysmap.build import draw, output_folder
    from sysmap.cli.reading import analysis_in, opened, part_of

    with opened(address) as store:
        analysis = analysis_in(store, map_name, as_of, fast=fast)
        part = part_of(analysis, store, only, (focus, steps), cypher)
    files = draw(analysis, output_folder(analysis.config.name, out), replace(options.chosen_look(lang, **look), part=part), what="pictures")
    for path in files:
        click.echo(path)
    if opens:
        _open(files)


COMMANDS = (new, build, map_)
