"""Still pictures in SVG, drawn by Python: for the screen and for paper."""

__all__: list[str] = []
