// How the modules stand to each other: no cycles, and what needs no page imports nothing that does.
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { dirname, join, normalize } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const ASSETS = fileURLToPath(new URL("../../src/sysmap/page/assets/", import.meta.url));

const names = (await readdir(ASSETS, { recursive: true })).filter((name) => name.endsWith(".js") && name !== "page.js");

/** @returns {Promise<Map<string, string[]>>} Module -> the modules it imports, as paths below the assets. */
async function importsByModule() {
  const entries = names.map(async (name) => {
    const text = await readFile(join(ASSETS, name), "utf8");
    const found = [...text.matchAll(/^(?:import|export)\b[^;]*?"(\.[^"]+)";/gm)].map(([, path]) => path);
    return /** @type {const} */ ([name, found.map((path) => normalize(join(dirname(name), path)))]);
  });
  return new Map(await Promise.all(entries));
}

const imports = await importsByModule();

test("every import is a module that is there", () => {
  assert.ok(imports.size > 50);
  for (const paths of imports.values()) for (const path of paths) assert.ok(imports.has(path), path);
});

test("no module imports itself by a detour", () => {
  const done = new Set();
  const visit = (name, trail) => {
    assert.ok(!trail.includes(name), [...trail, name].join(" -> "));
    if (done.has(name)) return;
    for (const path of imports.get(name) ?? []) visit(path, [...trail, name]);
    done.add(name);
  };
  for (const name of imports.keys()) visit(name, []);
});

test("the core imports nothing but the core", () => {
  for (const [name, paths] of imports) {
    if (name.startsWith("core/")) {
      assert.deepEqual(
        paths.filter((path) => !path.startsWith("core/")),
        [],
        name,
      );
    }
  }
});

test("core, base and map stand on each other in this order, and import nothing above them", () => {
  const floors = ["core", "base", "map"];
  for (const [name, paths] of imports) {
    const floor = floors.indexOf(name.split("/")[0]);
    if (floor < 0) continue;
    for (const path of paths) {
      assert.ok(floors.slice(0, floor + 1).includes(path.split("/")[0]), `${name} imports ${path}`);
    }
  }
});

test("nothing but the entry knows which views there are", () => {
  for (const [name, paths] of imports) {
    if (!name.startsWith("views/")) {
      assert.deepEqual(
        paths.filter((path) => path.startsWith("views/")),
        [],
        name,
      );
    }
  }
});

test("every exported function says what it does", async () => {
  const silent = [];
  for (const name of names) {
    const lines = (await readFile(join(ASSETS, name), "utf8")).split("\n");
    lines.forEach((line, at) => {
      const isFunction = /^export (?:async )?function |^export const \w+ =(?: async)? \(/.test(line);
      if (isFunction && !lines[at - 1].endsWith("*/")) silent.push(`${name}: ${line}`);
    });
  }
  assert.deepEqual(silent, []);
});
