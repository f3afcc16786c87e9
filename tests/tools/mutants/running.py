"""Run the tests of each mutant on copies of the tree, several at once; the working tree is never written to."""

from __future__ import annotations

import ast
import json
import os
import queue
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from mutants.sampling import Mutant

__all__ = ["Baseline", "Outcome", "Servers", "servers"]

COPIED = ("src", "tests", "cypher", "datasets", "docs", "pyproject.toml", "README.md")
"""What the tests read."""
OPTIONS = (
    "--import-mode=importlib",
    "-q",
    "-x",
    "--no-header",
    "-p",
    "no:cacheprovider",
    "-p",
    "mutants.plugin",
    "--basetemp=.tests",
    "-W",
    "ignore::pytest.PytestAssertRewriteWarning",
)
"""The warning is on hypothesis, which the server has imported before pytest could look into its asserts."""
SLOWER, LEAST = 4, 5
"""A mutant is given so many times the processor time of the unchanged code, and so many seconds more; then it counts as
killed."""
FAILED = 1
"""pytest's exit code where a test failed; 0 where all passed; above 1 where the tests could not be run."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a mutant.

    `killed` by a test, `timeout` (time or memory used up), `broken` (it cannot be imported), `survived`.
    """

    mutant: Mutant
    fate: Literal["killed", "timeout", "broken", "survived"]
    seconds: float


class Baseline(Exception):
    """The tests of a module fail without any change."""


class Servers:
    """Test servers that wait for jobs, each with its own copy of the tree."""

    def __init__(self, running: Sequence[subprocess.Popen[str]], table: Mapping[str, tuple[str, ...]]) -> None:
        self._free: queue.Queue[subprocess.Popen[str]] = queue.Queue()
        for one in running:
            self._free.put(one)
        self._jobs, self._table = len(running), table
        self._seconds: dict[str, float] = {}

    def _ask(self, job: dict[str, Any]) -> dict[str, Any]:
        server = self._free.get()
        try:
            assert server.stdin
            assert server.stdout
            server.stdin.write(json.dumps(job) + "\n")
            server.stdin.flush()
            answer: dict[str, Any] = json.loads(server.stdout.readline())
            return answer
        finally:
            self._free.put(server)

    def _job(self, module: str, text: str, seconds: float) -> dict[str, Any]:
        return {
            "file": f"src/sysmap/{module}",
            "text": text,
            "arguments": [*OPTIONS, *self._table[module]],
            "seconds": seconds,
        }

    def measure(self, source: Path, modules: Iterable[str]) -> dict[str, float]:
        """Processor seconds of each module's tests without a change.

        The module is written as all mutants are, without comments.
        """

        def baseline(module: str) -> tuple[str, float]:
            text = ast.unparse(ast.parse((source / module).read_text(encoding="utf-8"))) + "\n"
            found = self._ask(self._job(module, text, 600))
            if found["code"] != 0:
                raise Baseline(f"{module}: the tests fail without a change\n" + "\n".join(found["tail"]))
            return module, found["seconds"]

        with ThreadPoolExecutor(self._jobs) as pool:
            self._seconds = dict(pool.map(baseline, modules))
        return self._seconds

    def run(self, drawn: Sequence[Mutant], told: Callable[[Outcome], None]) -> list[Outcome]:
        """The outcome of each mutant, in their order; `told` is called with each as it is known."""
        # Texts are made here: a tree is changed and restored for each, which two threads must not do at once.
        texts = [mutant.text() for mutant in drawn]

        def outcome(mutant: Mutant, text: str) -> Outcome:
            found = self._ask(self._job(mutant.module, text, SLOWER * self._seconds[mutant.module] + LEAST))
            code = found["code"]
            fate: Any = (
                "timeout" if code is None else "survived" if code == 0 else "killed" if code == FAILED else "broken"
            )
            known = Outcome(mutant, fate, found["seconds"])
            told(known)
            return known

        with ThreadPoolExecutor(self._jobs) as pool:
            return list(pool.map(outcome, drawn, texts))


@contextmanager
def servers(root: Path, folder: Path, jobs: int, table: Mapping[str, tuple[str, ...]]) -> Iterator[Servers]:
    """So many test servers on copies of the tree below `folder`."""
    with ExitStack() as stack:
        yield Servers([stack.enter_context(_server(root, folder / str(number))) for number in range(jobs)], table)


@contextmanager
def _server(root: Path, copy: Path) -> Iterator[subprocess.Popen[str]]:
    copy.mkdir()
    for name in COPIED:
        if (root / name).is_dir():
            shutil.copytree(root / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(root / name, copy)
    threads = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"), "1")
    path = os.pathsep.join((str(copy / "src"), str(Path(__file__).parents[1])))
    environment = {**os.environ, **threads, "PYTHONPATH": path, "PYTHONHASHSEED": "0"}
    with subprocess.Popen(
        [sys.executable, "-m", "mutants.server", str(copy)],
        cwd=copy,
        env=environment,
        text=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as server:
        try:
            yield server
        finally:
            assert server.stdin
            server.stdin.close()
            server.wait()
