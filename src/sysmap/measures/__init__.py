"""Numbers about stakeholders, partnerships, causes and the whole network. Each file here holds `@measure` functions.

A new file in this folder is imported by itself; nothing else has to be changed to add a measure.
"""

from sysmap.rooms import import_modules

__all__: list[str] = []

import_modules(__name__, __path__)
