"""A survey of the stakeholders of a map: the form that asks them, and their answers as rows of tables."""

__all__: list[str] = []
