"""Sentences on the whole system, with evidence and a next step. A new file here with `@finding` functions is the whole act.

Among findings of one severity the larger `weight` comes first: how many stakeholders, problems or pairs it concerns; a
single gap weighs its need.
"""

from importlib import import_module
from pkgutil import iter_modules

from sysmap.findings.port import FINDINGS, Finding, FindingKind, Need, Severity, all_findings, finding

__all__ = ["FINDINGS", "Finding", "FindingKind", "Need", "Severity", "all_findings", "finding"]

for _family in iter_modules(__path__):
    import_module(f"{__name__}.{_family.name}")
