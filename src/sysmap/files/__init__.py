"""Tables and graph files for other programs.

To add one, add a file here with a function under `@renderer` or `@table`.
"""

from sysmap.rooms import import_modules

__all__: list[str] = []

import_modules(__name__, __path__)
