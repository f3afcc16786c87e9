"""Numbers on stakeholders, partnerships and the whole network. A new file here with `@measure` functions is the whole act."""

from importlib import import_module
from pkgutil import iter_modules

from sysmap.measures.port import MEASURES, Estimate, Level, Measure, Score, Values, columns, estimate, measure, values
from sysmap.measures.results import Rank, ranks, table

__all__ = ["MEASURES", "Estimate", "Level", "Measure", "Rank", "Score", "Values", "columns", "estimate", "measure", "ranks", "table", "values"]

for _family in iter_modules(__path__):
    import_module(f"{__name__}.{_family.name}")
