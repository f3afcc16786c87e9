"""Who is who: spellings of one name, other names that somebody declared, and names that may mean one and the same."""

__all__: list[str] = []
