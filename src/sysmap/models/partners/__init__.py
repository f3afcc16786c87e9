"""Who might become partners, and why; who stands alone."""

__all__: list[str] = []
