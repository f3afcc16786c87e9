"""Answers from the causal map: feedback loops, levers, what-if, archetypes, and whose mental model says what."""

__all__: list[str] = []
