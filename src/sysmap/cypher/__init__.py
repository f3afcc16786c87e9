"""Cypher: what keeps a query read-only and portable, and the queries that come with sysmap."""

from __future__ import annotations

from sysmap.cypher.guard import check_read_only
from sysmap.cypher.lint import portability

__all__ = ["check_read_only", "portability"]
