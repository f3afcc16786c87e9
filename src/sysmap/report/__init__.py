"""The report to read and print: its text once, written as HTML and as Markdown."""

from sysmap.rooms import import_modules

__all__: list[str] = []

import_modules(__name__, __path__)
