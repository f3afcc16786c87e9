"""Cypher: what keeps a query read-only and portable, and the queries that come with sysmap."""

from __future__ import annotations

from sysmap.cypher.guard import check_read_only
from sysmap.cypher.lint import portability
from sysmap.cypher.queries import Param, Query, all_queries, bind, find_query

__all__ = ["Param", "Query", "all_queries", "bind", "check_read_only", "find_query", "portability"]
