"""Pictures, tables and files made of an analysis. A new file here that decorates a function with `@renderer` is the whole act."""

from __future__ import annotations

import pkgutil
from importlib import import_module

from sysmap.maps.port import RENDERERS, Look, Renderer, render, renderer, table

__all__ = ["RENDERERS", "Look", "Renderer", "render", "renderer", "table"]

for _module in sorted(found.name for found in pkgutil.iter_modules(__path__)):
    import_module(f"{__name__}.{_module}")
