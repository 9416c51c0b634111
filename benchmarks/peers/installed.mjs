// Finds a package in the folder that benchmarks/peers.py names; nothing of it is kept here.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** What the package offers, whichever of the two kinds of module it is. */
export async function load(folder, name) {
  const require = createRequire(join(folder, "from-here.js"));
  const loaded = await import(pathToFileURL(require.resolve(name)).href);
  return loaded.default ? { ...loaded.default, ...loaded } : loaded;
}

/** The median of so many runs, in milliseconds, and the version that ran. */
export async function answer(folder, name, times, run) {
  const spans = [];
  for (let round = 0; round < times; round++) {
    const began = performance.now();
    await run(round);
    spans.push(performance.now() - began);
  }
  spans.sort((one, other) => one - other);
  const about = JSON.parse(readFileSync(join(folder, name, "package.json"), "utf8"));
  const middle = spans[Math.floor(spans.length / 2)];
  console.log(JSON.stringify({ name, version: about.version, times, ms: middle, best: spans[0] }));
}
