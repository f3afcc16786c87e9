"""Ports, locks and process ids as the system has them; nothing here is pretended."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from sysmap.errors import StoreBusy
from sysmap.stores.processes import command_line, free_port, is_answering, is_locked, one_at_a_time


def test_a_living_process_has_a_command_line_and_a_dead_one_none() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", "print(flush=True); input()", "--marked"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        assert "--marked" in command_line(process.pid)
        process.kill()
    assert command_line(process.pid) == ""


def test_where_there_is_no_proc_ps_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "exists", lambda _path: False)
    assert "pytest" in command_line(os.getpid()) or "python" in command_line(os.getpid())


def test_a_busy_port_is_passed_over() -> None:
    first = free_port(17687)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", first))
        taken.listen()
        assert free_port(17687) > first


def test_no_port_at_all_is_said() -> None:
    with pytest.raises(StoreBusy, match="no free port"):
        free_port(65536)


def test_only_a_bolt_server_answers(neo4j_address: str) -> None:
    assert is_answering(int(neo4j_address.rsplit(":", 1)[1]))
    assert not is_answering(free_port(17687))


def test_a_file_nobody_has_locked_or_that_is_not_there_is_free(tmp_path: Path) -> None:
    assert not is_locked(tmp_path / "none")
    (tmp_path / "lock").touch()
    assert not is_locked(tmp_path / "lock")


def test_a_holder_that_was_killed_does_not_block_the_next(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as ended:
        ended.wait()
    (tmp_path / "lock").write_text(str(ended.pid), encoding="utf-8")
    with one_at_a_time(tmp_path / "lock", 5):
        assert (tmp_path / "lock").read_text(encoding="utf-8") == str(os.getpid())
    assert not (tmp_path / "lock").exists()


def test_a_living_holder_is_waited_for_and_then_named(tmp_path: Path) -> None:
    (tmp_path / "lock").write_text(str(os.getpid()), encoding="utf-8")
    with pytest.raises(StoreBusy, match="another start"), one_at_a_time(tmp_path / "lock", 1):
        pass
