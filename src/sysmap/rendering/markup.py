"""What our HTML files share: assets, style, and the hashes of a content security policy that allows nothing else."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

from sysmap.rendering.palette import css_variables

__all__ = ["ASSETS", "mark_as_safe", "policy_hash", "read_styles", "render_sheet", "svg_address"]

ASSETS = Path(__file__).resolve().parents[1] / "page/assets"


def read_styles(*names: str) -> str:
    """A file's style: the colours, `base.css`, and the named style sheets."""
    return css_variables() + "".join((ASSETS / file).read_text(encoding="utf-8") for file in ("base.css", *names))


def mark_as_safe(text: str) -> Markup:
    """A style or script of our own for a template, which does not escape it.

    Raises ValueError where it would end its element.
    """
    if "</s" in text.lower():
        raise ValueError("a script or style holds a closing tag")
    return Markup(text)  # noqa: S704  no text of a user's is ever passed here


def policy_hash(text: str) -> str:
    """The source in a content security policy that allows exactly this text."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode()}'"


def render_sheet(template: str, styles: str, **values: object) -> str:
    """A file to read and print, without a script: `template` filled, every text escaped, in the style of `styles`."""
    style = read_styles(styles)
    policy = f"default-src 'none'; style-src {policy_hash(style)}; img-src data:; base-uri 'none'; form-action 'none'"
    environment = Environment(loader=FileSystemLoader(str(ASSETS)), autoescape=True, keep_trailing_newline=True)
    return environment.get_template(template).render(**values, style=mark_as_safe(style), policy=policy)


def svg_address(picture: str) -> str:
    """A picture as an address that holds it whole, for an offline file; what its style says stays within it."""
    return "data:image/svg+xml;base64," + base64.b64encode(picture.encode("utf-8")).decode()
