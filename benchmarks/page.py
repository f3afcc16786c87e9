"""The page beside pyvis's own page of the same graph, in headless Chromium.

Size, stillness, blocked time, frames while zooming.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path
from time import monotonic

from cases import chromium, write_case
from playwright.sync_api import Browser, sync_playwright

from sysmap.build import build_folder
from sysmap.page.views.network_groups import MANY

# Every redraw of vis-network clears its canvas; a page stands still when that has not happened for a second. Ours
# without a canvas
# (a large map opens with its groups) does from its mark "ready" on.
WATCH = """
window.__redraws = []; window.__blocked = 0;
const clear = CanvasRenderingContext2D.prototype.clearRect;
CanvasRenderingContext2D.prototype.clearRect = function (...a) { window.__redraws.push(performance.now()); return clear.apply(this, a); };
new PerformanceObserver((list) => { for (const e of list.getEntries()) window.__blocked += Math.max(0, e.duration - 50); })
  .observe({type: 'longtask', buffered: true});
"""
LAST = "(window.__redraws.at(-1) ?? performance.getEntriesByName('ready')[0]?.startTime)"
FRAMES = """() => new Promise((done) => { let n = 0; const t0 = performance.now();
  const step = () => { n += 1; const dt = performance.now() - t0; dt < 2000 ? requestAnimationFrame(step) : done(1000 * n / dt); };
  requestAnimationFrame(step); })"""


def best(browser: Browser, address: str, patience: float, times: int) -> tuple[float, float, float]:
    """Of several runs the least of each time and the most frames.

    That is what the page takes, not what else the machine did meanwhile.
    """
    stills, blocks, frames = zip(*(measure(browser, address, patience) for _ in range(times)), strict=True)
    return min(stills), min(blocks), max(frames)


def measure(browser: Browser, address: str, patience: float) -> tuple[float, float, float]:
    """Milliseconds until the page stands still (inf where it never does), milliseconds blocked, frames per second."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.route("http*://**", lambda route: route.abort())
    page = context.new_page()
    page.set_default_timeout(1000 * patience + 60_000)
    page.add_init_script(WATCH)
    page.goto(address, wait_until="commit")
    start, still = monotonic(), False
    while monotonic() - start < patience and not still:
        page.wait_for_timeout(200)
        still = page.evaluate(f"() => performance.now() - {LAST} > 1000")
    at = page.evaluate(f"() => {LAST}") if still else float("inf")
    blocked = page.evaluate("() => window.__blocked")
    page.mouse.move(640, 400)
    frames = page.evaluate_handle(f"() => {{ window.__fps = ({FRAMES})(); }}")
    for turn in range(40):
        page.mouse.wheel(0, -120 if turn < 20 else 120)
        page.wait_for_timeout(20)
    fps = page.evaluate("() => window.__fps")
    frames.dispose()
    context.close()
    return at, blocked, fps


def pyvis_page(graph, path: Path) -> Path:
    """The page a user of pyvis gets by its own manual: add every node and edge, show."""
    from pyvis.network import Network

    net = Network(height="800px", width="100%", cdn_resources="in_line")
    for uid, data in graph.nodes(data=True):
        net.add_node(uid, label=str(data.get("name", uid)))
    for source, target in graph.edges():
        net.add_edge(source, target)
    path.write_text(net.generate_html(), encoding="utf-8")
    return path


def tell(size: int, name: str, file: Path, measured: tuple[float, float, float]) -> None:
    at, blocked, fps = measured
    print(
        f"| {size:,} | {3 * size:,} | {name} | {file.stat().st_size / 1024:,.0f} | {at:,.0f} | {blocked:,.0f} | {fps:.0f} |",
        flush=True,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="100,1000,3000,10000")
    parser.add_argument("--patience", type=float, default=120, help="seconds to wait for a page to stand still")
    parser.add_argument("--times", type=int, default=3, help="how often ours is opened; the best counts")
    parser.add_argument(
        "--pyvis",
        type=int,
        default=3000,
        help="up to how many nodes pyvis's page is opened: from 1,000 on it never stands still",
    )
    chosen = parser.parse_args()
    print("| nodes | ties | page | KB | still (ms) | blocked (ms) | fps zooming |")
    print("|--:|--:|---|--:|--:|--:|--:|")
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as scratch:
        browser = chromium(playwright)
        for size in map(int, chosen.sizes.split(",")):
            problems = max(5, size // 20)
            folder = write_case(Path(scratch) / f"case{size}", size - problems, 3 * size - size, problems, size)
            made = build_folder(folder, out=Path(scratch) / f"out{size}")
            ours = next(path for path in made.files if path.name == "map.html")
            address = ours.resolve().as_uri()
            tell(size, "sysmap", ours, best(browser, address, chosen.patience, chosen.times))
            if size > MANY:
                tell(
                    size,
                    "sysmap, the whole map at once",
                    ours,
                    best(browser, f"{address}#view=map", chosen.patience, chosen.times),
                )
            if size <= chosen.pyvis:
                theirs = pyvis_page(made.analysis.whole, Path(scratch) / f"pyvis{size}.html")
                tell(size, "pyvis", theirs, measure(browser, theirs.resolve().as_uri(), chosen.patience))
        browser.close()


if __name__ == "__main__":
    main()
