"""What every picture, page and file stands on: its look, the facts it may show, colours, and how files are written."""

__all__: list[str] = []
