"""Tables and graph files for other programs. A new file here that decorates a function with `@renderer` or `@table` is the whole act."""

from sysmap.rooms import import_modules

__all__: list[str] = []

import_modules(__name__, __path__)
