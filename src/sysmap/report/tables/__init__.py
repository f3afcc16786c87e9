"""The tables of the report. A new file here with a `@report_table` function is the whole act."""

from sysmap.rooms import import_modules

__all__: list[str] = []

import_modules(__name__, __path__)
