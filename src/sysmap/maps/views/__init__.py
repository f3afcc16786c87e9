"""What the views of the page show beside nodes, ties and measures. A new file here that decorates a function with `@view` is the whole act."""

from __future__ import annotations

import pkgutil
from importlib import import_module

from sysmap.maps.views.port import VIEWS, View, view

__all__ = ["VIEWS", "View", "view"]

for _module in sorted(found.name for found in pkgutil.iter_modules(__path__)):
    import_module(f"{__name__}.{_module}")
