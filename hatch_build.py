"""The build makes sysmap.mo from every sysmap.po; an editable install does it too."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Catalogues(BuildHookInterface[Any]):
    """Compiles the catalogues and puts them among the files to be packed."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatch's signature
        """Called before a wheel, an sdist or an editable install is made."""
        source = Path(self.root) / "src"
        sys.path.insert(0, str(source))
        from sysmap.messages.catalogues import FOLDER, compiled

        for po in FOLDER.glob("*/LC_MESSAGES/sysmap.po"):
            po.with_suffix(".mo").write_bytes(compiled(po))
        build_data["artifacts"].append("src/sysmap/locale/**/*.mo")
