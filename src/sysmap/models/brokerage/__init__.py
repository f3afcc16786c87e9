"""Who stands between others: brokers, openness of groups, key players, and what chance explains of it."""

__all__: list[str] = []
