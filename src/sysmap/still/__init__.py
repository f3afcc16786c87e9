"""Still pictures in SVG: drawn by Python, on the screen and on paper alike."""

__all__: list[str] = []
