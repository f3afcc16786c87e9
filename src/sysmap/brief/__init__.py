"""What a head of a district reads: two pages with three sentences, the map in small and at most five decisions."""

from sysmap.rooms import import_modules

__all__: list[str] = []

import_modules(__name__, __path__)
