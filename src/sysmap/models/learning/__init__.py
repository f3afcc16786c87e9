"""Whether the system learns: its disciplines, its vision, and whether everybody has a part and a voice."""

__all__: list[str] = []
