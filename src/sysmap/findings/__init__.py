"""Sentences on the whole system, each with its evidence and a next step.

To add one, write a generator under `@finding` in a file here; all files of this folder are imported.
Among findings of one severity the larger `weight` comes first: how many stakeholders, problems or pairs it concerns; a
single gap weighs its need.
"""

from sysmap.rooms import import_modules

__all__: list[str] = []

import_modules(__name__, __path__)
