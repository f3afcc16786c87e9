"""What the views of the page show beside nodes, ties and measures. A new file here that decorates a function with `@view` is the whole act."""

from sysmap.rooms import import_modules

__all__: list[str] = []

import_modules(__name__, __path__)
