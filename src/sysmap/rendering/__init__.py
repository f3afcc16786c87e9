"""What page, pictures, report and files share.

The look, the facts they may show, colours, and how files are written.
"""

__all__: list[str] = []
