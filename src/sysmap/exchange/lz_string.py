"""lz-string's compression, as far as it is read here: LZ78 with codes that grow, 15 bits in each sign of UTF-16.

Source: the description and test vectors of the library lz-string 1.5 (compressToUTF16).
"""

from __future__ import annotations

from collections.abc import Iterator

__all__ = ["unpack_utf16"]

BITS, OFFSET = 15, 32
"""Each sign holds so many bits, and is moved up so far that it is no control sign."""
SIGNS = {0: 8, 1: 16}
"""The codes that say that a new sign of so many bits follows."""
END = 2
LONGEST = 300_000_000
"""Signs of an unpacked text; a small text could say that it is larger."""


def _bits(text: str) -> Iterator[int]:
    for sign in text:
        value = ord(sign) - OFFSET
        for place in range(BITS - 1, -1, -1):
            yield value >> place & 1


class _Reader:
    def __init__(self, text: str) -> None:
        self.bits = _bits(text)

    def number(self, width: int) -> int:
        """The next number of so many bits, its lowest bit first; ValueError at the end of the text."""
        number = 0
        for place in range(width):
            bit = next(self.bits, None)
            if bit is None:
                raise ValueError("the packed text ends early")
            number |= bit << place
        return number


def unpack_utf16(text: str) -> str:
    r"""The text that `compressToUTF16` packed. Of a packed text that was cut off, what it held up to there.

    Raises ValueError where it is no packed text.

    >>> unpack_utf16("\u10e8 ")
    'a'
    """
    reader = _Reader(text)
    first = reader.number(2)
    if first == END:
        return ""
    if first not in SIGNS:
        raise ValueError("no packed text")
    last = chr(reader.number(SIGNS[first]))
    words, parts = ["", "", "", last], [last]
    width, room, size = 3, 4, 1
    while size <= LONGEST:
        try:
            code = reader.number(width)
            if code in SIGNS:
                words.append(chr(reader.number(SIGNS[code])))
                code = len(words) - 1
                room -= 1
        except ValueError:
            return "".join(parts)
        if code == END:
            return "".join(parts)
        width, room = (width + 1, 2**width) if room == 0 else (width, room)
        if code > len(words):
            raise ValueError("no packed text")
        word = words[code] if code < len(words) else last + last[0]
        parts.append(word)
        size += len(word)
        words.append(last + word[0])
        room -= 1
        width, room = (width + 1, 2**width) if room == 0 else (width, room)
        last = word
    raise ValueError("the packed text is too large")
