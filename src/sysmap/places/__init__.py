"""Where nodes and boxes stand in a picture, and how their places are kept from one build to the next."""

__all__: list[str] = []
