"""Lines for `mapped` that ask for every tie around innovations and problems, and say nothing of the day of a test.

The ties ended long ago, at an innovation that stopped and a problem that was resolved: so a tie that is missing
elsewhere is missing, and not only unknown.
"""

from sysmap.records.innovation_around import CARRIERS

__all__ = ["ASKED"]

ASKED = (
    "Stakeholder past boundary=internal",
    "Innovation tried stage=stopped",
    "Problem solved status=resolved",
    *(f"past {type} tried until=2000" for type in CARRIERS),
    *(f"past {type} solved until=2000" for type in ("OWNS", "WORKS_ON", "AFFECTED_BY")),
    "tried ADDRESSES solved until=2000",
)
