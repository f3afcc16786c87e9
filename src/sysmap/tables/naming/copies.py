"""Causes that were drawn twice because the diagram was full: a name with a number, `(2)` or `copy` put behind it."""

from __future__ import annotations

import re

__all__ = ["base_of"]

_COPY = re.compile(
    r"^(?P<base>.*?[^\s\d([])\s*(?:[(\[]\s*(?:\d{1,2}|copy|salinan|copy \d{1,2})\s*[)\]]|[-_ ]\s*(?:copy|salinan)(?: \d{1,2})?|[-_ ]?\d{1,2})$"
)


def base_of(name: str) -> str:
    """The name that a folded name repeats; blank where it repeats none.

    >>> [base_of(name) for name in ("self-worth2", "gdp (2)", "trust copy", "trust - copy 2", "covid-19", "births")]
    ['self-worth', 'gdp', 'trust', 'trust', 'covid', '']
    """
    match = _COPY.match(name)
    return match["base"].rstrip(" -_") if match else ""
