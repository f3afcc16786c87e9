"""Tables that are no plain list below a header, each shape in a file: what they are, and the plain table in them."""

__all__: list[str] = []
