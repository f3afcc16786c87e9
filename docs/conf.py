"""Settings of the documentation's site. `scripts/docs site` builds it; every page is also readable as it lies here."""

import importlib.metadata
import inspect
import re

from pygments.lexers import CypherLexer, TextLexer
from pygments.token import Name, Operator
from sphinx.application import Sphinx

import sysmap
from sysmap.resources import DISTRIBUTION

project = "sysmap"
release = importlib.metadata.version(DISTRIBUTION)
extensions = ["myst_parser", "sphinx.ext.autodoc"]
exclude_patterns = ["conf.py"]

# Pages: links to headings are checked against the names that GitHub gives them.
myst_heading_anchors = 4
myst_enable_extensions = ["colon_fence"]

# Docstrings: a word between single backticks is code, and members stand in the order of the source.
default_role = "code"
autodoc_member_order = "bysource"
autodoc_typehints_format = "short"
python_use_unqualified_type_names = True
add_module_names = False
toc_object_entries_show_parents = "hide"

html_theme = "furo"
html_title = f"sysmap {release}"
html_copy_source = False
html_show_sphinx = False
html_show_search_summary = (
    False  # it fetches the pages found, which a browser refuses where the site is opened from the disk
)
html_theme_options = {"top_of_page_buttons": []}


class ModernCypher(CypherLexer):
    """Cypher as Pygments knows it, and two things that it does not: parameters such as `$map`, and arithmetic."""

    tokens = CypherLexer.tokens | {
        "root": [(r"\$\w+", Name.Variable), *CypherLexer.tokens["root"], (r"[+\-/%]", Operator)]
    }


def directive(name: str) -> str:
    """What makes autodoc document a public name of sysmap."""
    value = getattr(sysmap, name)
    if inspect.isclass(value):
        return f".. autoclass:: sysmap.{name}\n   :members:\n"
    if inspect.isroutine(value):
        return f".. autofunction:: sysmap.{name}\n"
    meaning = inspect.cleandoc(type(value).__doc__ or "").replace("\n", "\n   ")
    return f".. autodata:: sysmap.{name}\n   :no-value:\n\n   {meaning}\n"


def add_public_names(_app: Sphinx, page: str, source: list[str]) -> None:
    """Append the documentation of every public name to the page `api`."""
    if page == "api":
        source[0] += "\n```{eval-rst}\n" + "\n".join(map(directive, sysmap.__all__)) + "\n```\n"


def drop_private_parameters(
    _app: Sphinx, _what: str, _name: str, _value: object, _options: object, signature: str | None, returns: str | None
) -> tuple[str | None, str | None]:
    """A signature without the parameters that begin with an underscore: the caches of our records."""
    return signature and re.sub(r", _\w+: .*? = <factory>", "", signature), returns


def setup(app: Sphinx) -> None:
    """Connect what is defined here."""
    app.connect("source-read", add_public_names)
    app.connect("autodoc-process-signature", drop_private_parameters)
    app.add_lexer("cypher", ModernCypher)
    app.add_lexer("csv", TextLexer)
