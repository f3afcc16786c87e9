"""Sentences on causes: loops, where to push, stories that recur, and maps that differ."""

__all__: list[str] = []
