"""The one public door: what is named there is there, and nothing heavy comes with it."""

import subprocess
import sys
from importlib.metadata import version

import pytest

import sysmap
from sysmap.resources import DISTRIBUTION


def test_what_is_public_is_there_and_listed():
    assert dir(sysmap) == sorted([*sysmap.__all__, "__version__"])
    assert all(getattr(sysmap, name) for name in sysmap.__all__)
    assert sysmap.__version__ == version(DISTRIBUTION)


def test_each_public_name_is_explained():
    assert all(f"`{name}`" in (sysmap.__doc__ or "") for name in dir(sysmap))


def test_what_is_not_public_is_not_there():
    with pytest.raises(AttributeError, match="no attribute 'betweenness'"):
        sysmap.betweenness  # noqa: B018


def test_the_door_opens_without_any_room():
    program = "import sys, sysmap; print([name for name in sys.modules if name.startswith('sysmap.')])"
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout == "[]\n"
