"""Numbers on stakeholders, partnerships and the whole network. A new file here with `@measure` functions is the whole act."""

from sysmap.rooms import import_modules

__all__: list[str] = []

import_modules(__name__, __path__)
