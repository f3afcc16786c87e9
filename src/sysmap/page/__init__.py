"""The page that planners open, one offline HTML file; and the same map as a still picture."""

from sysmap.rooms import import_modules

__all__: list[str] = []

import_modules(__name__, __path__)
