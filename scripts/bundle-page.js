// Bundle the scripts of the page into one file that the wheel carries: src/sysmap/page/assets/page.js.
//   node scripts/bundle-page.js           write it
//   node scripts/bundle-page.js --check   exit with 1 where the committed file is not what the sources give
import { readFile, readdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const assets = fileURLToPath(new URL("../src/sysmap/page/assets/", import.meta.url));
const bundle = `${assets}page.js`;

/** The module "all-views" imports every script of views/, by name: a new view is a new file. */
const allViews = {
  name: "all-views",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^all-views$/ }, () => ({ path: "all-views", namespace: "all-views" }));
    onLoad({ filter: /.*/, namespace: "all-views" }, async () => {
      const names = (await readdir(`${assets}views`)).filter((name) => name.endsWith(".js")).sort();
      return { contents: names.map((name) => `import "./views/${name}";`).join("\n"), resolveDir: assets };
    });
  },
};

/** The text of the bundle. White space is taken out, so that the page stays small; names stay, so that an error can be read. */
async function bundleText() {
  const result = await build({
    entryPoints: [`${assets}main.js`],
    bundle: true,
    write: false,
    format: "iife",
    target: "es2022",
    charset: "utf8",
    legalComments: "none",
    minifyWhitespace: true,
    lineLimit: 160,
    plugins: [allViews],
  });
  return result.outputFiles[0].text;
}

const text = await bundleText();
if (process.argv.includes("--check")) {
  const committed = await readFile(bundle, "utf8").catch(() => "");
  if (committed !== text) {
    console.error("src/sysmap/page/assets/page.js is not what its sources give: run scripts/page build");
    process.exit(1);
  }
} else await writeFile(bundle, text);
console.log(`page.js: ${text.length} characters`);
