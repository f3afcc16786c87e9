"""Other programs' formats, in and out. A new file here with an `@importer` or an `@exporter` is the whole act."""

from sysmap.rooms import import_modules

__all__: list[str] = []

import_modules(__name__, __path__)
