"""A process that runs tests on changed files, one change after another: `python -m mutants.server FOLDER`.

It imports what is slow to import once, and forks for each change. FOLDER is a copy of the tree that it may write to. A
job is a line of JSON on the standard input: `file` (below FOLDER), `text` (what to write there), `arguments` (of
pytest), `seconds` (of processor time). The answer is a line on the standard output: `code` (pytest's exit code, or null
where the time or the memory was used up), `seconds` (of processor time), `tail` (the last lines said).
"""

from __future__ import annotations

import contextlib
import importlib
import json
import os
import shutil
import signal
import sys
import time
import traceback
from pathlib import Path
from typing import Any

SLOW = ("hypothesis", "networkx", "numpy", "pytest", "scipy.sparse.csgraph", "scipy.stats")
"""What takes long to import, and is no part of the project."""
MEMORY = 4 * 2**30
"""Bytes a test run may use: a mutant that fills a list without end must not fill the machine."""
PATIENCE = 20
"""A run may wait (for a busy machine, or asleep) so many times as long as it may compute."""
CANNOT = 3
"""pytest's own code where it breaks down."""
TAIL = 15
"""Lines of pytest's report that are handed back."""


def main() -> None:
    """Answer jobs until the input ends."""
    for name in SLOW:
        importlib.import_module(name)
    folder = Path(sys.argv[1])
    for line in sys.stdin:
        print(json.dumps(answer(folder, json.loads(line))), flush=True)


def answer(folder: Path, job: dict[str, Any]) -> dict[str, Any]:
    """Run the tests on the change, and put back what stood there."""
    path = folder / job["file"]
    before = path.read_bytes()
    _write(path, job["text"].encode())
    try:
        return _forked(folder, job)
    finally:
        _write(path, before)
        shutil.rmtree(folder / ".tests", ignore_errors=True)


def _write(path: Path, text: bytes) -> None:
    """Write a module, and take its compiled code away.

    Its age is counted in whole seconds, and two changes may fall into one.
    """
    path.write_bytes(text)
    for compiled in path.parent.glob(f"__pycache__/{path.stem}.*.pyc"):
        compiled.unlink()


def _forked(folder: Path, job: dict[str, Any]) -> dict[str, Any]:
    log = folder / ".log"
    child = os.fork()
    if not child:
        _run(folder, job, log)
    deadline = time.monotonic() + PATIENCE * job["seconds"]
    while True:
        done, status, usage = os.wait4(child, os.WNOHANG)
        if done:
            break
        if time.monotonic() > deadline:
            _end(child)
        time.sleep(0.02)
    _end(child)  # what the tests started and left behind
    code = os.waitstatus_to_exitcode(status)
    tail = log.read_text(encoding="utf-8", errors="replace").splitlines()[-TAIL:]
    return {"code": code if code >= 0 else None, "seconds": usage.ru_utime + usage.ru_stime, "tail": tail}


def _end(child: int) -> None:
    """Kill a run and all that it started, if any of it still runs."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child, signal.SIGKILL)


def _run(folder: Path, job: dict[str, Any], log: Path) -> None:
    """In the child: run pytest on the copy; never returns."""
    import resource

    import pytest

    code = CANNOT
    try:
        os.setsid()
        seconds = max(1, round(job["seconds"]))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        out = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(out, 1)
        os.dup2(out, 2)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.chdir(folder)
        sys.path.insert(0, str(folder / "src"))
        # networkx asked our backend who it is: that was the unchanged package
        for name in [name for name in sys.modules if name.partition(".")[0] == "sysmap"]:
            del sys.modules[name]
        code = int(pytest.main(job["arguments"]))
        sys.stdout.flush()
    except BaseException:  # noqa: BLE001 - whatever it is, the child ends here, and says why
        traceback.print_exc()
    finally:
        os._exit(code)


if __name__ == "__main__":
    main()
