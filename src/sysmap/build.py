"""The main job, as one straight walk: check, load, read back, analyse, draw. Each step is a function of its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any, Literal

from sysmap.analysis import Analysis, backend
from sysmap.errors import DataError, Fault, UnknownName
from sysmap.schema import node_uid
from sysmap.tables.config import parse_config
from sysmap.tables.edges import read_edges
from sysmap.tables.folder import examine_folder
from sysmap.tables.rows import Dataset, MapConfig
from sysmap.vocabulary import VOCABULARY

if TYPE_CHECKING:
    from collections.abc import Iterator

    import networkx as nx

    from sysmap.findings.port import Finding
    from sysmap.rendering.port import Look, Renderer
    from sysmap.stores import Credentials, GraphStore, LoadReport, Progress

__all__ = ["Built", "analyse_graph", "analyse_ties", "build_folder", "choose_map", "day_of_map", "default_database", "output_folder", "renderers", "write_back", "write_file", "write_files"]

OUT = Path("sysmap-out")
TOLD = (".csv", ".parquet", "report.html", "report.md")
"""How the files end that `analyze` makes; `map` makes the others."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made: the rows, the load's counts, the findings, the files, and the seconds of each step."""

    dataset: Dataset
    report: LoadReport
    analysis: Analysis
    findings: tuple[Finding, ...]
    files: tuple[Path, ...]
    seconds: Mapping[str, float] = field(default_factory=dict)


class _Stopwatch:
    """Seconds by step, in the order in which the steps were taken."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Time the block as step `name`."""
        start = perf_counter()
        yield
        self.seconds[name] = self.seconds.get(name, 0.0) + perf_counter() - start


def output_folder(map_name: str, out: Path | None = None) -> Path:
    """Where a map's files go: `out`, or `./sysmap-out/<map>` with the name made safe for a folder.

    >>> output_folder("desa/kita").as_posix()
    'sysmap-out/desa-kita'
    """
    return out or OUT / (re.sub(r"[^\w.-]+", "-", map_name).strip(".-") or "map")


def default_database(out: Path = OUT) -> str:
    """The one embedded database under `out`; `UnknownName` names them where there is none or more than one."""
    found = sorted(path for path in out.glob("*/graph") if path.is_dir())
    if len(found) != 1:
        raise UnknownName("database", str(out / "*" / "graph"), [f"--db {path.as_posix()}" for path in found])
    return found[0].as_posix()


def choose_map(store: GraphStore, name: str | None) -> str:
    """`name`, or the only map in the database; `UnknownName` names them where there are several."""
    maps = store.maps()
    if name is None and len(maps) == 1:
        return maps[0]
    if name is None or name not in maps:
        raise UnknownName("map", name or "", maps)
    return name


def _own_day(config: MapConfig) -> date:
    return date.fromisoformat(config.date) if config.date else date.today()  # noqa: DTZ011  the user's own day is meant


def day_of_map(store: GraphStore, name: str) -> date:
    """The day that a map shows where no other is asked for: its own `date`, or today."""
    from sysmap.cypher.statements import ABOUT_MAP

    told = next(iter(store.query(ABOUT_MAP, map=name)), {})
    return _own_day(parse_config(told.get("config") or "", VOCABULARY, name)[0])


def analyse_graph(graph: nx.MultiDiGraph, as_of: date | None = None, *, fast: bool = True) -> Analysis:
    """The analysis of a map as a store gives it, on a day: the day given, or the map's own date, or today."""
    config, vocabulary, faults = parse_config(graph.graph["config"], VOCABULARY, graph.graph["map"])
    if any(fault.level == "error" for fault in faults):
        raise DataError(faults)
    return Analysis(graph, vocabulary, config, graph.graph["files"], as_of or _own_day(config), fast)


def analyse_ties(file: Path, as_of: date | None = None, *, language: str = "en", fast: bool = True) -> tuple[Analysis, tuple[Fault, ...]]:
    """The analysis of one table of ties, of stakeholders who are nothing but named there; and what was odd about the table.

    No database, and with `fast` no networkx graph of the ties: a million rows go from columns to numbers. Raises DataError.
    """
    import networkx as nx

    from sysmap.graph import build_network

    edges, config = read_edges(file, VOCABULARY), MapConfig(file.stem, file.name, language)
    kind, day = VOCABULARY.node("Stakeholder"), as_of or _own_day(config)
    uids = [node_uid(kind.name, name) for name in edges.names]
    whole = nx.MultiDiGraph(map=file.stem)
    whole.add_nodes_from((uid, {"label": kind.label, "id": name, "name": name}) for uid, name in zip(uids, edges.names, strict=True))
    network = build_network(edges, uids, day, backend(fast=fast))
    files = {VOCABULARY.tie("PARTNERS_WITH").file or "": len(edges.source)}
    return Analysis(whole, VOCABULARY, config, files, day, fast=fast, network=network), edges.warnings


def renderers() -> Mapping[str, Renderer]:
    """Every renderer by its name, in the order in which their files are written and listed."""
    import sysmap.files
    import sysmap.page
    import sysmap.report  # noqa: F401  importing a room registers its renderers
    from sysmap.rendering.port import RENDERERS

    return RENDERERS


def write_file(name: str, analysis: Analysis, look: Look, folder: Path) -> Path:
    """Write the file of the renderer called `name` into `folder`; its path. Raises UnknownName where there is none."""
    known = renderers()
    if name not in known:
        raise UnknownName("renderer", name, known)
    path = folder / known[name].filename
    known[name].draw(analysis.without(look.leave_out), look, path)
    return path


def write_files(analysis: Analysis, folder: Path, look: Look, what: Literal["all", "told", "pictures"] = "all") -> tuple[Path, ...]:
    """Write the files of an analysis into `folder`: all, only the report and tables ("told"), or only maps and graph files ("pictures").

    Returns their paths.
    """
    folder.mkdir(parents=True, exist_ok=True)
    wanted = [name for name, made in renderers().items() if (look.parquet or not made.filename.endswith(".parquet"))
              and (what == "all" or made.filename.endswith(TOLD) == (what == "told"))]
    return tuple(write_file(name, analysis, look, folder) for name in wanted)


def write_back(analysis: Analysis, store: GraphStore) -> tuple[int, int]:
    """Keep in the database what was found: measures of nodes as `sm_<measure>`, the strongest gaps as nodes `SysmapGap`.

    Beside an estimate stand `sm_<measure>_error`, `_sources` and `_seed`. How many nodes and how many gaps; all that an earlier run left of this map is replaced.
    """
    from sysmap.measures.port import MEASURES, measure_columns
    from sysmap.models.gaps.ranking import find_gaps
    from sysmap.stores import GapNode

    day = analysis.as_of.isoformat()
    kept: dict[str, Mapping[str, Any]] = {f"sm_{title}": column for name, one in MEASURES.items() if one.level == "node"
                                          for title, column in measure_columns(analysis, name).items()}
    kept["sm_as_of"] = {uid: day for column in kept.values() for uid in column}
    found = find_gaps(analysis).top if analysis.ties_assessed else ()
    rows = [GapNode((gap.source, gap.target), gap.problems,
                    {"rank": rank, "kind": gap.kind, "need": gap.need, "severity": gap.severity, "required": gap.required, "as_of": day})
            for rank, gap in enumerate(found, 1)]
    return store.write_back(analysis.graph.graph["map"], kept, rows), len(rows)


def build_folder(folder: Path, *, out: Path | None = None, db: str | None = None, map_name: str | None = None,
          as_of: date | None = None, look: Look | None = None, strict: bool = False, allow_removals: bool = False, fast: bool = True,
          credentials: Credentials | None = None, progress: Progress | None = None,
          told: Callable[[Dataset], None] | None = None) -> Built:
    """From a folder of CSVs to findings and a map. `told` is called with the rows once they are checked, also where they have faults.

    Raises DataError, StoreError, LimitReached or OutputError, and leaves the database as it was or half-loaded and said so.
    """
    from sysmap.findings.port import all_findings
    from sysmap.rendering.port import Look
    from sysmap.stores import open_store

    watch = _Stopwatch()
    with watch.step("check"):
        dataset = examine_folder(folder, VOCABULARY, map_name=map_name, strict=strict)
    if told:
        told(dataset)
    if dataset.errors:
        raise DataError(dataset.faults)
    target = output_folder(dataset.config.name, out)
    target.mkdir(parents=True, exist_ok=True)
    with watch.step("open"):
        store = open_store(db or (target / "graph").as_posix(), dataset.vocabulary, credentials=credentials)
    try:
        with watch.step("load"):
            report = store.apply(store.plan(dataset), allow_removals=allow_removals, progress=progress)
        with watch.step("read"):
            graph = store.graph(dataset.config.name)
    finally:
        store.close()
    with watch.step("analyse"):
        analysis = analyse_graph(graph, as_of, fast=fast)
        findings = all_findings(analysis)
    with watch.step("draw"):
        files = write_files(analysis, target, look or Look())
    return Built(dataset, report, analysis, findings, files, watch.seconds)
