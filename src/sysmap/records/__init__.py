"""Plain facts read off the graph, by topic: no formula, only what the tables say on the day of the analysis."""

__all__: list[str] = []
