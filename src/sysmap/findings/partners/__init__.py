"""Sentences on partnerships: who lacks them, what hangs on them, and which new ones would do most."""

__all__: list[str] = []
