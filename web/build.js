// Bundles src/ into the one script that stands in a page, and tells whether it is stale. Pages
// with candidate sites get one that holds their desk, too.
//
//   node build.js           writes ../gisplan/render/web/assets/*.bundle.js
//   node build.js --check   ends with 1 if those files are not what the sources give

import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build, version } from "esbuild";

const SOURCES = new URL("src/", import.meta.url);
const ASSETS = new URL("../gisplan/render/web/assets/", import.meta.url);
const BUNDLES = { "page.bundle.js": "main.js", "evaluate.bundle.js": "main_evaluate.js" };

function sha256(parts) {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part, "utf8");
  return hash.digest("hex");
}

// A checkout on Windows may have other ends of lines; they change nothing.
function read(url) {
  return readFileSync(url, "utf8").replaceAll("\r\n", "\n");
}

// All that the bundles are made from: each file by name and content, in the order of names. The
// tests in Python reckon the same, so that a stale bundle is found where there is no Node.
function sourceHash() {
  const names = readdirSync(SOURCES)
    .filter((name) => name.endsWith(".js"))
    .sort();
  const parts = names.map((name) => [`src/${name}`, read(new URL(name, SOURCES))]);
  parts.push(["build.js", read(new URL(import.meta.url))]);
  return sha256(parts.flatMap(([name, text]) => [name, "\0", text, "\0"]));
}

async function bundle(entry) {
  const result = await build({
    entryPoints: [fileURLToPath(new URL(entry, SOURCES))],
    bundle: true,
    write: false,
    charset: "utf8",
    legalComments: "none",
    logLevel: "warning",
    minify: true,
    // Lines short enough for a diff.
    lineLimit: 120,
    // The page waits for its data. Browsers of 2020 know no module that waits, but functions do.
    format: "esm",
    target: "es2020",
    supported: { "top-level-await": true },
  });
  const body = `(async()=>{"use strict";\n${result.outputFiles[0].text}})();\n`;
  const banner = [
    "// The script of gisplan's pages; made from web/src by web/build.js. Change it there.",
    `// sources ${sourceHash()}`,
    `// bundle ${sha256([body])} esbuild ${version}`,
  ];
  return `${banner.join("\n")}\n${body}`;
}

for (const [name, entry] of Object.entries(BUNDLES)) {
  const made = await bundle(entry);
  const file = new URL(name, ASSETS);
  if (!process.argv.includes("--check")) {
    writeFileSync(file, made);
  } else if (!existsSync(file) || read(file) !== made) {
    process.stderr.write(`${name} is not what its sources give; run: npm run build\n`);
    process.exitCode = 1;
  }
}
