"""Who should work together and does not: pair by pair, problem by problem, and as patterns of both."""

__all__: list[str] = []
