"""The main job, step by step: check the tables, load them, read the map back, analyse it, write the files.

Each step is a function.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any, Literal

from sysmap.analysis import Analysis, backend
from sysmap.errors import Ambiguous, Cause, DataError, Fault, UnknownName
from sysmap.schema import node_uid
from sysmap.tables.config import parse_config, read_beside
from sysmap.tables.edges import read_edges
from sysmap.tables.folder import examine_folder
from sysmap.tables.overrides import NO_OVERRIDES, Overrides
from sysmap.tables.rows import Dataset, MapConfig
from sysmap.vocabulary import VOCABULARY

if TYPE_CHECKING:
    from collections.abc import Iterator

    import networkx as nx

    from sysmap.findings.port import Finding
    from sysmap.rendering.port import Look, Renderer
    from sysmap.stores import Credentials, GraphStore, LoadReport, Progress

__all__ = [
    "Built",
    "analyse_graph",
    "analyse_ties",
    "build_folder",
    "choose_map",
    "default_database",
    "output_folder",
    "parameters_of_map",
    "renderers",
    "write_back",
    "write_file",
    "write_files",
]

OUT = Path("sysmap-out")
TEXT_ENDINGS = (".csv", ".parquet", ".xlsx", "report.html", "report.md", "brief.html", "brief.md")
"""How the names of the files end that `analyze` writes (tables and reports). `map` writes the others."""

NO_DATABASE = Cause("B001", "no database is called {name}")
NO_RENDERER = Cause("B002", "no renderer is called {name}")
SEVERAL_DATABASES = Cause("B003", "there is more than one database under {folder}", "add {choices}")
SEVERAL_MAPS = Cause("B004", "the database holds more than one map", "add {choices}")
PLAIN = re.compile(r"[\w:./+-]+")
"""What a shell takes as one word without quotes."""


@dataclass(frozen=True, slots=True)
class Built:
    """The result of a build.

    The rows, the counts of the load, the analysis, its findings, the files, and the seconds of each step.
    """

    dataset: Dataset
    report: LoadReport
    analysis: Analysis
    findings: tuple[Finding, ...]
    files: tuple[Path, ...]
    seconds: Mapping[str, float] = field(default_factory=dict)


class _Stopwatch:
    """The seconds that each step took, in the order of the steps."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Time the block as step `name`."""
        start = perf_counter()
        yield
        self.seconds[name] = self.seconds.get(name, 0.0) + perf_counter() - start


def output_folder(map_name: str, out: Path | None = None) -> Path:
    """The folder for the files of a map.

    `out`, or `./sysmap-out/<map>`, where characters that a folder cannot have become hyphens.

    >>> output_folder("desa/kita").as_posix()
    'sysmap-out/desa-kita'
    """
    return out or OUT / (re.sub(r"[^\w.-]+", "-", map_name).strip(".-") or "map")


def default_database(out: Path = OUT) -> str:
    """The address of the only embedded database under `out`.

    Raises `UnknownName` if there is none, `Ambiguous`, which lists them, if there is more than one.
    """
    databases = [path.as_posix() for path in sorted(out.glob("*/graph")) if path.is_dir()]
    if not databases:
        raise UnknownName(NO_DATABASE, str(out / "*" / "graph"), [])
    if len(databases) > 1:
        raise Ambiguous(SEVERAL_DATABASES, [_option("--db", path) for path in databases], folder=out.as_posix())
    return databases[0]


def choose_map(store: GraphStore, name: str | None) -> str:
    """The map to work on: `name`, or else the only map in the database.

    Raises `UnknownName` if there is no such map, `Ambiguous` if none is named and there is more than one. Both list the
    maps.
    """
    from sysmap.stores.port import NO_MAP

    maps = store.maps()
    if name is None and len(maps) > 1:
        raise Ambiguous(SEVERAL_MAPS, [_option("--map", known) for known in maps])
    chosen = maps[0] if name is None and maps else name or ""
    if chosen not in maps:
        raise UnknownName(NO_MAP, chosen, maps)
    return chosen


def _option(name: str, value: str) -> str:
    """An option and its value as one writes them at the terminal: in quotes where a shell would split the value.

    >>> _option("--map", "desa"), _option("--map", "desa kita")
    ('--map desa', '--map "desa kita"')
    """
    quoted = re.sub(r'(["\\$`])', r"\\\1", value)
    return f"{name} {value}" if PLAIN.fullmatch(value) else f'{name} "{quoted}"'


def _map_day(config: MapConfig) -> date:
    """The day that a map's sysmap.toml sets, or today."""
    return date.fromisoformat(config.date) if config.date else date.today()  # noqa: DTZ011  the user's own day is meant


def parameters_of_map(store: GraphStore, name: str) -> dict[str, Any]:
    """What a map gives the queries: its day (the `date` of its sysmap.toml, or today) and its settings."""
    from sysmap.cypher.queries import parameters_of
    from sysmap.cypher.statements import ABOUT_MAP

    about = next(iter(store.query(ABOUT_MAP, map=name)), {})
    config = parse_config(about.get("config") or "", VOCABULARY, name)[0]
    return {"as_of": _map_day(config).isoformat(), **parameters_of(config.settings)}


def analyse_graph(graph: nx.MultiDiGraph, as_of: date | None = None, *, fast: bool = True) -> Analysis:
    """The analysis of a map as a store returns it, for the day `as_of`, else its sysmap.toml's date, else today."""
    config, vocabulary, faults = parse_config(graph.graph["config"], VOCABULARY, graph.graph["map"])
    if any(fault.level == "error" for fault in faults):
        raise DataError(faults)
    # A table that was asked for and is not there counts as an empty one.
    files = {**dict.fromkeys(config.asked.tables, 0), **graph.graph["files"]}
    return Analysis(graph, vocabulary, config, files, as_of or _map_day(config), fast)


def analyse_ties(
    file: Path,
    as_of: date | None = None,
    *,
    language: str = "en",
    fast: bool = True,
    repeat: str = "",
    overrides: Overrides = NO_OVERRIDES,
) -> tuple[Analysis, tuple[Fault, ...]]:
    """The analysis of one table of ties between stakeholders who are only named there, and the warnings about it.

    It needs no database. With `fast` it needs no networkx graph of the ties either: the columns of a million rows are
    turned into numbers directly. A sysmap.toml beside the table says how it is read; `repeat` goes before what that
    says of rows that repeat a tie. Raises DataError.
    """
    import networkx as nx

    from sysmap.graph import build_network

    read, words = read_beside(file, VOCABULARY)
    read = replace(read, repeat=repeat or read.repeat, language=read.language or language)
    edges = read_edges(file, words, read=read, overrides=overrides)
    config = MapConfig(file.stem, file.name, language)
    kind, day = VOCABULARY.node("Stakeholder"), as_of or _map_day(config)
    uids = [node_uid(kind.name, name) for name in edges.names]
    graph = nx.MultiDiGraph(map=file.stem)  # the stakeholders without their ties, which stand in `network`
    graph.add_nodes_from(
        (uid, {"label": kind.label, "id": name, "name": name}) for uid, name in zip(uids, edges.names, strict=True)
    )
    network = build_network(edges, uids, day, backend(fast=fast))
    files = {VOCABULARY.tie("PARTNERS_WITH").file or "": len(edges.source)}
    return Analysis(graph, VOCABULARY, config, files, day, fast=fast, network=network), edges.warnings


def renderers() -> Mapping[str, Renderer]:
    """Every renderer by its name, in the order in which the files are written and listed."""
    import sysmap.brief
    import sysmap.files
    import sysmap.page
    import sysmap.report  # noqa: F401  importing a room registers its renderers
    from sysmap.rendering.port import RENDERERS

    return RENDERERS


def write_file(name: str, analysis: Analysis, look: Look, folder: Path) -> Path:
    """Write the file of the renderer called `name` into `folder`; returns its path.

    Raises UnknownName if there is no such renderer.
    """
    known = renderers()
    if name not in known:
        raise UnknownName(NO_RENDERER, name, known)
    path = folder / known[name].filename
    known[name].draw(analysis.without(look.leave_out), look, path)
    return path


def write_files(
    analysis: Analysis, folder: Path, look: Look, what: Literal["all", "told", "pictures"] = "all"
) -> tuple[Path, ...]:
    """Write the files of an analysis into `folder`; returns their paths.

    `what="all"` writes every file, `"told"` only the report and the tables, `"pictures"` only maps and graph files.
    """
    folder.mkdir(parents=True, exist_ok=True)
    names = [
        name
        for name, renderer in renderers().items()
        if (look.parquet or not renderer.filename.endswith(".parquet"))
        and (what == "all" or renderer.filename.endswith(TEXT_ENDINGS) == (what == "told"))
    ]
    return tuple(write_file(name, analysis, look, folder) for name in names)


def write_back(analysis: Analysis, store: GraphStore) -> tuple[int, int]:
    """Write results into the database.

    The measures of nodes as properties `sm_<measure>`, the strongest gaps as nodes `SysmapGap`.

    An estimated measure also has `sm_<measure>_error`, `_sources` and `_seed`. What an earlier run wrote for this map
    is replaced. Returns the number of nodes and the number of gaps.
    """
    from sysmap.measures.port import MEASURES, measure_columns
    from sysmap.models.gaps.ranking import find_gaps
    from sysmap.stores import GapNode

    day = analysis.as_of.isoformat()
    properties: dict[str, Mapping[str, Any]] = {
        f"sm_{title}": column
        for name, measure in MEASURES.items()
        if measure.level == "node"
        for title, column in measure_columns(analysis, name).items()
    }
    properties["sm_as_of"] = {uid: day for column in properties.values() for uid in column}
    strongest = find_gaps(analysis).top if analysis.ties_assessed else ()
    rows = [
        GapNode(
            (gap.source, gap.target),
            gap.problems,
            {
                "rank": rank,
                "kind": gap.kind,
                "together": len(gap.together),
                "need": gap.need,
                "severity": gap.severity,
                "required": gap.required,
                "as_of": day,
            },
        )
        for rank, gap in enumerate(strongest, 1)
    ]
    return store.write_back(analysis.graph.graph["map"], properties, rows), len(rows)


def build_folder(
    folder: Path,
    *,
    out: Path | None = None,
    db: str | None = None,
    map_name: str | None = None,
    as_of: date | None = None,
    look: Look | None = None,
    strict: bool = False,
    allow_removals: bool = False,
    fast: bool = True,
    credentials: Credentials | None = None,
    progress: Progress | None = None,
    told: Callable[[Dataset], None] | None = None,
    overrides: Overrides = NO_OVERRIDES,
) -> Built:
    """Build a map from a folder of tables: findings and all files.

    `told` is called with the rows once they are checked, faulty or not. `overrides` go before what sysmap.toml says of
    the tables.

    Raises DataError, StoreError, LimitReached or OutputError. The database is then as it was, or half loaded and marked
    as such.
    """
    from sysmap.findings.port import all_findings
    from sysmap.rendering.port import Look
    from sysmap.stores import open_store

    watch = _Stopwatch()
    with watch.step("check"):
        dataset = examine_folder(folder, VOCABULARY, map_name=map_name, strict=strict, overrides=overrides)
    if told:
        told(dataset)
    if dataset.errors:
        raise DataError(dataset.faults)
    target = output_folder(dataset.config.name, out)
    target.mkdir(parents=True, exist_ok=True)
    with watch.step("open"):
        store = open_store(db or (target / "graph").as_posix(), dataset.vocabulary, credentials=credentials)
    report, graph = _load_and_read(store, dataset, watch, allow_removals, progress)
    with watch.step("analyse"):
        analysis = analyse_graph(graph, as_of, fast=fast)
        findings = all_findings(analysis)
    with watch.step("draw"):
        files = write_files(analysis, target, look or Look())
    return Built(dataset, report, analysis, findings, files, watch.seconds)


def _load_and_read(
    store: GraphStore, dataset: Dataset, watch: _Stopwatch, allow_removals: bool, progress: Progress | None
) -> tuple[LoadReport, nx.MultiDiGraph]:
    """Load the rows and read the map back, as every later step sees it; the store is closed afterwards."""
    try:
        with watch.step("load"):
            report = store.apply(store.plan(dataset), allow_removals=allow_removals, progress=progress)
        with watch.step("read"):
            return report, store.graph(dataset.config.name)
    finally:
        store.close()
