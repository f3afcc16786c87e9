"""Sentences on the whole system, with evidence and a next step. A new file here with `@finding` functions is the whole act.

Among findings of one severity the larger `weight` comes first: how many stakeholders, problems or pairs it concerns; a
single gap weighs its need.
"""

from sysmap.rooms import import_modules

__all__: list[str] = []

import_modules(__name__, __path__)
