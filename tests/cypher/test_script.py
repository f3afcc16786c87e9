"""load.cypher, run on a real Neo4j as a data team would: the same uids as ours, and ours adopts them."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import neo4j
import pytest

from sysmap.cypher.script import load_script, schema_script
from sysmap.resources import shipped
from sysmap.schema import Vocabulary
from sysmap.stores import open_store
from sysmap.tables.folder import read_folder
from sysmap.vocabulary import VOCABULARY

TINY, OURS, HARD_MAP, OWN_MAP = MAPS = [f"script{os.getpid()}/{name}" for name in ("tiny", "ours", "hard", "own")]
"""Maps of this worker's own: all share one Neo4j."""
HARD = {
    "stakeholders.csv": 'id,name,tags,power\n"a:b/c>d|e#f@g%h","Kantor ""A""",air;peta,4\nB,B,,\n',
    "problems.csv": "id,name,owners\np%1,Kekeringan,B\n",
    "partnerships.csv": "source,target,kind,weight,key\nB,a:b/c>d|e#f@g%h,MoU: 1/2,2,\nB,a:b/c>d|e#f@g%h,MoU: 1/2,3,x@1\n",
}


OWN = {
    "sysmap.toml": """
[ties.MENTORS]
ends = [["Stakeholder", "Stakeholder"]]
identity = ["topic", "season", "place_of"]
[ties.MENTORS.fields.topic]
[ties.MENTORS.fields.season]
[ties.MENTORS.fields.place_of]
""",
    "stakeholders.csv": "id\nA\nB\n",
    "links.csv": "source,relation,target,topic,season,place_of\n"
    + "".join(
        f"A,MENTORS,B,{topic},{season},{place}\n"
        for topic in ("", "x", "a|b\\")
        for season in ("", "x")
        for place in ("", "x")
    ),
}
"""A kind of tie of the user's own, with each choice of what its identity may lack."""


@pytest.fixture
def server(neo4j_address: str) -> Iterator[tuple[neo4j.Driver, str]]:
    auth = (os.environ.get("SYSMAP_USER", "neo4j"), os.environ["SYSMAP_PASSWORD"])
    with neo4j.GraphDatabase.driver(neo4j_address, auth=auth, notifications_min_severity="OFF") as driver:
        empty = "MATCH (n) WHERE n.map IN $maps DETACH DELETE n"
        driver.execute_query(empty, maps=MAPS)
        yield driver, neo4j_address
        driver.execute_query(empty, maps=MAPS)


def run_scripts(
    driver: neo4j.Driver, folder: Path, map: str, tmp_path: Path, vocabulary: Vocabulary = VOCABULARY
) -> None:
    """The files in a folder under the server's import folder, the script's statements one after the other."""
    setting = driver.execute_query("SHOW SETTINGS 'server.directories.import' YIELD value, isExplicitlySet").records[0]
    place = Path(setting["value"]) / f"{tmp_path.parent.name}-{tmp_path.name}"
    shutil.copytree(folder, place)
    seen = (
        place.name if setting["isExplicitlySet"] else place.as_posix().lstrip("/")
    )  # by default a server reads from anywhere
    try:
        for script in (schema_script(vocabulary), load_script(vocabulary)):
            text = "\n".join(line for line in script.splitlines() if not line.startswith("//"))
            for statement in text.split(";\n"):
                file = statement.partition("file:///")[2].partition("'")[0]
                if statement.strip() and (not file or (place / file).exists()):
                    driver.execute_query(statement.replace("file:///", f"file:///{seen}/"), map=map)
    finally:
        shutil.rmtree(place)


def uids(driver: neo4j.Driver, map: str) -> tuple[list[Any], list[Any]]:
    nodes = driver.execute_query(
        "MATCH (n) WHERE n.map = $map AND NOT n:SysmapMap AND NOT n:SysmapLoad RETURN n.uid AS uid ORDER BY uid",
        map=map,
    ).records
    ties = driver.execute_query(
        "MATCH (n)-[r]->() WHERE n.map = $map RETURN r.uid AS uid ORDER BY uid", map=map
    ).records
    return [row["uid"][len(map) :] for row in nodes], [row["uid"][len(map) :] for row in ties]


def test_tiny_loaded_by_the_script_is_tiny_loaded_by_us(server, tmp_path):
    driver, address = server
    folder = shipped("datasets") / "tiny"
    for turn in ("1", "2"):  # a second run changes nothing
        (tmp_path / turn).mkdir()
        run_scripts(driver, folder, TINY, tmp_path / turn)
    dataset = read_folder(folder, VOCABULARY)
    store = open_store(address, VOCABULARY)
    ours = replace(dataset, config=replace(dataset.config, name=OURS))
    store.apply(store.plan(ours))
    assert uids(driver, TINY) == uids(driver, OURS)
    assert len(uids(driver, TINY)[1]) == len(dataset.ties) == 10
    by_script, by_us = store.graph(TINY), store.graph(OURS)
    assert dict(by_script.nodes(data=True)) == dict(by_us.nodes(data=True))
    assert by_script.graph["files"] == {"partnerships.csv": 2, "problems.csv": 4, "stakeholders.csv": 5}
    plan = store.plan(replace(dataset, config=replace(dataset.config, name=TINY)))
    assert (plan.report.added, plan.report.changed, plan.report.removed) == (0, 19, 0)
    store.apply(plan)
    assert list(store.graph(TINY).edges(keys=True, data=True)) == list(by_us.edges(keys=True, data=True))
    store.close()


@pytest.mark.parametrize(("map", "tables"), [(HARD_MAP, HARD), (OWN_MAP, OWN)], ids=["hard", "own"])
def test_hard_ids_and_identities_get_the_uids_that_we_write(server, tmp_path, map, tables):
    driver, _ = server
    folder = tmp_path / "tables"
    folder.mkdir()
    for name, text in tables.items():
        (folder / name).write_text(text, encoding="utf-8")
    dataset = read_folder(folder, VOCABULARY)
    assert not dataset.errors
    run_scripts(driver, folder, map, tmp_path, dataset.vocabulary)
    assert uids(driver, map) == (
        sorted("/" + row.uid for row in dataset.nodes),
        sorted("/" + row.uid for row in dataset.ties),
    )


@pytest.mark.parametrize(("name", "made"), [("schema.cypher", schema_script), ("load.cypher", load_script)])
def test_the_shipped_scripts_are_fresh(name, made):
    assert (shipped("cypher") / name).read_text(encoding="utf-8") == made(VOCABULARY)
