"""WebKit over the WebDriver protocol: Debian's WebKitGTK, on a screen of its own, with a proxy that lets nothing out.

Playwright has its own WebKit, which no package registry carries; this one comes from the packages `webkit2gtk-driver`
and `xvfb`.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import socketserver
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
"""The key under which WebDriver names an element."""
PATIENCE = 60
LISTENING = """<script>window.complaints = [];
for (const kind of ["debug", "error", "info", "log", "warn"]) console[kind] = (...words) => complaints.push(`console: ${words}`);
addEventListener("error", event => complaints.push(`error: ${event.message}`));
addEventListener("unhandledrejection", event => complaints.push(`error: ${event.reason}`));
addEventListener("securitypolicyviolation", event => complaints.push(`policy: ${event.blockedURI}`));
</script>"""
"""What keeps a page's complaints. It stands before the page's policy, which therefore says nothing of it."""


def listening(path: Path, folder: Path) -> Path:
    """A copy of a page that keeps its complaints."""
    text, count = re.subn('(?=<meta http-equiv="Content-Security-Policy")', LISTENING, path.read_text(encoding="utf-8"))
    assert count == 1
    copy = folder / path.name
    copy.write_text(text, encoding="utf-8")
    return copy


class WebKit:
    """One window. `asked` is what it wanted from the network, which it does not reach."""

    def __init__(self, address: str, asked: list[str]) -> None:
        self._address, self.asked = address, asked
        proxy = {"proxyType": "manual", "httpProxy": asked.pop(), "noProxy": []}
        found = self._send("POST", "/session", {"capabilities": {"alwaysMatch": {"proxy": proxy}}})
        self._session = f"/session/{found['sessionId']}"
        self("POST", "/window/rect", {"width": 1280, "height": 900})

    def _send(self, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
        data = None if body is None else json.dumps(body).encode()
        request = Request(self._address + path, data, {"Content-Type": "application/json"}, method=method)
        try:
            with urlopen(request, timeout=PATIENCE) as answer:
                return json.load(answer)["value"]
        except HTTPError as error:
            raise AssertionError(error.read().decode()) from error

    def __call__(self, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
        return self._send(method, self._session + path, body)

    def open(self, path: Path, hash: str = "") -> None:
        """Open a page and wait until it says that it is ready."""
        self("POST", "/url", {"url": "about:blank"})
        self("POST", "/url", {"url": path.as_uri() + hash})
        self.wait("document.body.dataset.ready")

    def value(self, expression: str) -> Any:
        """What an expression of JavaScript is in the page."""
        return self("POST", "/execute/sync", {"script": f"return {expression}", "args": []})

    def wait(self, expression: str) -> Any:
        """The value of an expression as soon as it is true."""
        until = time.monotonic() + PATIENCE
        while not (found := self.value(expression)):
            assert time.monotonic() < until, expression
            time.sleep(0.05)
        return found

    def click(self, element: str) -> None:
        """Click on the element that an expression gives, as with a mouse."""
        self("POST", f"/element/{self.value(element)[ELEMENT]}/click", {})

    def type(self, element: str, text: str) -> None:
        """Type into the element that an expression gives."""
        self("POST", f"/element/{self.value(element)[ELEMENT]}/value", {"text": text})

    def close(self) -> None:
        """Close the window."""
        self("DELETE", "")


@contextmanager
def webkit(log: Path) -> Iterator[WebKit]:
    """A window of WebKit; what its driver says goes into the file `log`."""
    for program, package in (("WebKitWebDriver", "webkit2gtk-driver"), ("Xvfb", "xvfb")):
        assert shutil.which(program), f"install {package}: the page is tried in WebKit"
    with ExitStack() as stack:
        said = stack.enter_context(log.open("w", encoding="utf-8"))
        asked = stack.enter_context(_proxy())
        screen = stack.enter_context(_screen())
        port = _free_port()
        driver = subprocess.Popen(
            ["WebKitWebDriver", f"--port={port}"],
            env={**os.environ, "DISPLAY": screen, "GDK_BACKEND": "x11"},
            stdout=said,
            stderr=said,
        )
        stack.callback(_end, driver)
        window = WebKit(_address(port), asked)
        stack.callback(window.close)
        yield window


@contextmanager
def _screen() -> Iterator[str]:
    """The name of a screen that nobody sees."""
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        assert server.stdout
        try:
            yield f":{server.stdout.readline().strip()}"
        finally:
            _end(server)


@contextmanager
def _proxy() -> Iterator[list[str]]:
    """What is asked of a proxy that answers nothing; at first its own address."""
    asked: list[str] = []

    class Deaf(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            asked.append(self.rfile.readline().decode(errors="replace").strip())

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Deaf) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        asked.append(f"127.0.0.1:{server.server_address[1]}")
        yield asked
        server.shutdown()


def _free_port() -> int:
    with socketserver.TCPServer(("127.0.0.1", 0), socketserver.BaseRequestHandler) as server:
        return int(server.server_address[1])


def _address(port: int) -> str:
    """The address of the driver, as soon as it answers."""
    address, until = f"http://127.0.0.1:{port}", time.monotonic() + PATIENCE
    while True:
        try:
            with urlopen(f"{address}/status", timeout=PATIENCE):
                return address
        except URLError:
            assert time.monotonic() < until, "WebKitWebDriver does not answer"
            time.sleep(0.05)


def _end(program: subprocess.Popen[Any]) -> None:
    program.terminate()
    program.wait()
