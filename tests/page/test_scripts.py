"""The page's scripts stand in one scope: a name that two files give is an error that no file shows by itself."""

import re
from collections import Counter

from sysmap.page.page import modules
from sysmap.rendering.markup import ASSETS


def test_no_name_is_given_twice():
    found = Counter(name for module in modules()
                    for name in re.findall(r"^(?:const|let|class|function\*?|async function) (\w+)", (ASSETS / f"{module}.js").read_text("utf-8"), re.MULTILINE))
    assert [name for name, count in found.items() if count > 1] == []
    assert len(found) > 100
