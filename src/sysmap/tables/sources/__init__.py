"""Files as people have them, to sheets of cells. A new file here with a `@source` function is the whole act."""

from sysmap.rooms import import_modules

__all__: list[str] = []

import_modules(__name__, __path__)
