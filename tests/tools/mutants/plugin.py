"""How the tests run on a mutant: hypothesis draws the same examples each time, and stops at the first that fails."""

from __future__ import annotations

from hypothesis import Phase, settings

__all__ = ["pytest_configure"]


def pytest_configure() -> None:
    """Take the project's profile over, after its conftest has set it and before a test module reads it."""
    phases = (Phase.explicit, Phase.generate)
    settings.register_profile("mutants", settings(), derandomize=True, database=None, phases=phases)
    settings.load_profile("mutants")
