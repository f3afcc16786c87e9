"""Other programs' formats, in and out. To add a format, add a file here with an `@importer` or an `@exporter`."""

from sysmap.rooms import import_modules

__all__: list[str] = []

import_modules(__name__, __path__)
