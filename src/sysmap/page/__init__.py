"""The page planners open: its template, styles and scripts."""

__all__: list[str] = []
