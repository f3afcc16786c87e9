"""What the causal map says: loops, levers, what-if, archetypes, and whose map says what."""

__all__: list[str] = []
