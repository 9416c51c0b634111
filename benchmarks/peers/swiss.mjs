// node swiss.mjs <node_modules> tournament-pairings <file>: pair the rounds that the file holds.

import { readFileSync } from "node:fs";

import { answer, load } from "./installed.mjs";

const [folder, name, file] = process.argv.slice(2);
const { Swiss } = await load(folder, name);
const rounds = JSON.parse(readFileSync(file, "utf8"));
await answer(folder, name, rounds.length, (at) => Swiss(rounds[at].players, rounds[at].round));
