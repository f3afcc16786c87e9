"""The page planners open: one offline HTML file. pyvis holds nodes, ties and options; the template, style and scripts are ours."""

from __future__ import annotations

import base64
import gzip
import json
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

from sysmap.analysis import Analysis
from sysmap.messages import Message
from sysmap.page.scene import build_scene
from sysmap.rendering.markup import ASSETS, mark_as_safe, policy_hash, read_styles
from sysmap.rendering.port import Look, renderer
from sysmap.rendering.writing import write_text
from sysmap.still.scene import Scene

__all__ = ["page"]

OPTIONS: dict[str, Any] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {"hover": True, "multiselect": False, "selectConnectedEdges": False, "hoverConnectedEdges": False,
                    "tooltipDelay": 100_000, "zoomSpeed": 0.7},
    "nodes": {"shape": "custom", "borderWidth": 0, "labelHighlightBold": False},
}


@renderer("page", "map.html", Message("Interactive map, one offline file"), order=40)
def page(analysis: Analysis, look: Look, path: Path) -> None:
    """Write the page to `path`; `positions.json` beside it keeps each node's place."""
    write_text(path, _html(build_scene(analysis, look, path.parent)))


def _html(drawn: Scene) -> str:
    from pyvis.network import Network

    net = Network(directed=True, cdn_resources="local")
    net.nodes, net.edges, net.options = drawn.nodes, drawn.ties, OPTIONS  # add_node and add_edge are quadratic, add_edge drops parallel ties
    style = read_styles("page.css", *(f"views/{file.name}" for file in sorted((ASSETS / "views").glob("*.css"))))
    vis = _vis_network()
    notice, _, _ = vis.partition("*/")
    script = (ASSETS / "page.js").read_text(encoding="utf-8")
    # "{{#" is CSS and "{#" begins a comment in Jinja: our files enter as values, never as template text.
    net.templateEnv = Environment(loader=FileSystemLoader(str(ASSETS)), autoescape=True, keep_trailing_newline=True)
    net.templateEnv.globals.update(
        title=drawn.title, language=drawn.language, theme=drawn.told["theme"], style=mark_as_safe(style), notice=mark_as_safe(notice),
        packed=_packed(vis), script=mark_as_safe(script),
        policy=f"default-src 'none'; script-src {policy_hash(vis)} {policy_hash(script)}; style-src {policy_hash(style)}; base-uri 'none'; form-action 'none'",
        island=lambda nodes, edges, options: _island({**drawn.told, "nodes": nodes, "ties": edges, "options": json.loads(options)}))
    net.path = "page.html.j2"
    return str(net.generate_html("map.html"))


def _vis_network() -> str:
    """vis-network's script as pyvis ships it, licence banner and all; the pointer to a source map it does not ship is cut."""
    import pyvis

    folder = Path(pyvis.__file__).parent / "lib"
    newest = max(folder.glob("vis-*/vis-network.min.js"), key=lambda file: [int(n) for n in file.parent.name[4:].split(".")])
    return newest.read_text(encoding="utf-8").split("//# sourceMappingURL=")[0]


def _packed(script: str) -> str:
    """The script as `map/engine.js` unpacks it: gzip in base64; the same bytes each time."""
    return base64.b64encode(gzip.compress(script.encode("utf-8"), mtime=0)).decode("ascii")


def _island(content: dict[str, Any]) -> Markup:
    """JSON that cannot end the script element it stands in."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)  # noqa: S704  no "<" is left in it
