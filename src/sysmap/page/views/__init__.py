"""The data of the page's views beyond nodes, ties and measures.

To add a view's data, add a file here with a function under `@view`.
"""

from sysmap.rooms import import_modules

__all__: list[str] = []

import_modules(__name__, __path__)
