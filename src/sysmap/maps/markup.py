"""What every HTML file of ours stands on: its assets, its style, and the hashes by which a policy lets nothing else in."""

from __future__ import annotations

import base64
import hashlib
from importlib import resources
from pathlib import Path

from markupsafe import Markup

from sysmap.maps.palette import css_variables

__all__ = ["ASSETS", "hashed", "ours", "style_of"]

ASSETS = Path(str(resources.files("sysmap.page"))) / "assets"


def style_of(*names: str) -> str:
    """The colours, what all files share, and the styles of this one."""
    return css_variables() + "".join((ASSETS / file).read_text(encoding="utf-8") for file in ("base.css", *names))


def ours(text: str) -> Markup:
    """A style or script of our own, which is not escaped; it must not end its element."""
    if "</s" in text.lower():
        raise ValueError("a script or style holds a closing tag")
    return Markup(text)  # noqa: S704  no text of a user's is ever passed here


def hashed(text: str) -> str:
    """A source of a content security policy: exactly this text."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode()}'"
