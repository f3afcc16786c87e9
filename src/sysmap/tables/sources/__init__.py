"""Files as people have them, to sheets of cells.

To read another kind of file, add a file here with a `@source` function.
"""

from sysmap.rooms import import_modules

__all__: list[str] = []

import_modules(__name__, __path__)
