"""The page of the queries that come with sysmap: what each answers, its parameters, its columns, its Cypher."""

from __future__ import annotations

from collections.abc import Iterable

from sysmap.cypher.queries import OF_MAP, Query
from sysmap.docs.markdown import cell, code, codes, fenced, link, made_by, page, table

__all__ = ["queries_page"]

INTRO = """# Queries

Questions in Cypher that give the same answers on the embedded engine and on Neo4j. Run one by name with `sysmap query NAME`, give
its parameters with `--param name=value`, or copy its text into the Neo4j Browser. `$map`, the map's name, is always given. Each is
a file in `cypher/queries`; a file that you add there is found.

**One meaning of a word.** Who works on a problem is said by the map's settings `works` and `carries`, which problems are settled and
which innovations live by `settled_problems` and `dead_stages`: what the findings read, the queries read too. A parameter whose default
is *the map's* is given what stands on the map's node (`SysmapMap`), where each load writes it. In the Neo4j Browser or cypher-shell
ask `parameters-of-map` once and paste its lines: then every query there answers as it does here.

**The day.** What has ended before `$as_of`, or begins after it, is not there: nodes as well as ties, and a tie of such a node neither.
A problem begins on the day of its report and a session on its own, if they have no `since`; an innovation has the stage that it had on
the day. What tells of the past says so: `partners-of`, `ties-by-year`, `responsiveness`, `who-noticed`, `overview`, `load-history`,
`shortest-path`."""


def _describe_query(query: Query) -> str:
    params = table(
        ("Parameter", "Type", "If not given", "Means"),
        (
            (
                code(f"${param.name}"),
                param.type,
                "has to be given"
                if param.default is None
                else "the map's"
                if param.default == OF_MAP
                else code(param.default),
                cell(param.about.render("en")),
            )
            for param in query.params
        ),
    )
    return page(
        f"## {query.name}",
        f"**{query.title.render('en')}** · *{query.title.render('id')}*",
        query.about.render("en"),
        f"*{query.about.render('id')}*",
        params,
        f"Returns {codes(query.returns)}.",
        fenced(query.text, "cypher"),
    )


def queries_page(queries: Iterable[Query]) -> str:
    """The page of all queries, in the order given."""
    listed = list(queries)
    overview = table(
        ("Query", "Answers", "Menjawab"),
        (
            (link(code(query.name), query.name), cell(query.title.render("en")), cell(query.title.render("id")))
            for query in listed
        ),
    )
    return page(made_by("cypher/queries"), INTRO, overview, *map(_describe_query, listed))
