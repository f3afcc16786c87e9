"""Catalogues of a test's own, in a folder of its own."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from babel.messages import Catalog
from babel.messages.pofile import write_po

from sysmap.messages import catalogues

Translations = dict[str | tuple[str, str], str | tuple[str, ...]]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where catalogues are looked for in this test; it holds none yet."""
    monkeypatch.setattr(catalogues, "FOLDER", tmp_path)
    catalogues.forget()
    yield tmp_path
    catalogues.forget()


@pytest.fixture
def translate(folder: Path) -> Callable[..., Path]:
    """`translate("id", {"gap": "kesenjangan", ("Field.x", "none"): "nihil"})` writes a catalogue.

    A pair has a context first.
    """

    def write(
        language: str, translations: Translations, plurals: dict[tuple[str, str], tuple[str, ...]] | None = None
    ) -> Path:
        catalog = Catalog(locale=language, charset="utf-8", fuzzy=False)
        for key, text in translations.items():
            context, source = key if isinstance(key, tuple) else (None, key)
            catalog.add(source, text, context=context)
        for sources, forms in (plurals or {}).items():
            catalog.add(sources, forms)
        out = io.BytesIO()
        write_po(out, catalog)
        path = folder / language / "LC_MESSAGES/sysmap.po"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(out.getvalue())
        catalogues.forget()
        return path

    return write
