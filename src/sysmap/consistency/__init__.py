"""Whether all that one run says agrees: findings, tables and the page, read as numbers and held against each other.

A relation is a decorated function (`port.relation`) in a file of this room; importing the room registers all.
"""

from sysmap.rooms import import_modules

__all__: list[str] = []

import_modules(__name__, __path__)
