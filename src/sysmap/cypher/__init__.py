"""Cypher: what keeps a query read-only and portable, and the queries that come with sysmap."""

__all__: list[str] = []
