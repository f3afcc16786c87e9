"""Texts that a person reads: written once in English in the code, and rendered in any language that has a catalogue.

::

    GAPS = Message("{n} gaps between {names}")                  a constant text with named parameters
    in_context("Stakeholder.sector", "community")               the same word where it translates in another way
    plural("{n} problem", "{n} problems", count)                the forms of one count, as many as the language has
    GAPS.filled(n=Number(64210), names=Listing(names))          parameters: names, numbers, days, lists, other texts
    UserText({"en": "faith-based", "id": "keagamaan"})          a user's own word, which no catalogue holds

A text is rendered late, by `text.render(language)`: one process can write the same text in several languages. What is
stored or compared (ids, evidence, order) never depends on a rendered text. The catalogues are the `.po` files in
`sysmap/locale`; `scripts/catalogues` keeps them. This package imports nothing of sysmap's.
"""

from __future__ import annotations

from sysmap.messages.catalogues import languages, take_warnings
from sysmap.messages.message import Message, in_context, plural
from sysmap.messages.prose import Day, Listing, Number, Percent
from sysmap.messages.text import AnyText, Joined, Text, UserText, render

__all__ = [
    "AnyText",
    "Day",
    "Joined",
    "Listing",
    "Message",
    "Number",
    "Percent",
    "Text",
    "UserText",
    "in_context",
    "languages",
    "plural",
    "render",
    "take_warnings",
]
