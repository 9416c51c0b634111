// node brackets.mjs <node_modules> brackets-manager <file>: make, take over and play on brackets.
// The file holds {stage?, data?, play}: a stage to create or tables to take over, and how many
// matches to play, the smaller id winning; the answer holds the tables as they stand then.

import { readFileSync } from "node:fs";

import { load } from "./installed.mjs";

const [folder, name, file] = process.argv.slice(2);
const { BracketsManager } = await load(folder, name);
const { InMemoryDatabase } = await load(folder, "brackets-memory-db");
const tasks = JSON.parse(readFileSync(file, "utf8"));

async function ended({ stage, data, play }) {
  const kept = new InMemoryDatabase();
  const { create, update, ...manager } = new BracketsManager(kept);
  if (data) kept.setData(data);
  else await create.stage(stage);
  for (let round = 0; round < play; round++) {
    const open = (await kept.select("match")).filter(
      ({ status, opponent1, opponent2 }) =>
        (status === 2 || status === 3) && opponent1?.id != null && opponent2?.id != null,
    );
    const done = new Set((await decided(kept)).map(({ id }) => id));
    const next = open.find(({ id }) => !done.has(id));
    if (!next) break;
    const first = next.opponent1.id < next.opponent2.id;
    await update.match({
      id: next.id,
      opponent1: { score: first ? 2 : 1, result: first ? "win" : "loss" },
      opponent2: { score: first ? 1 : 2, result: first ? "loss" : "win" },
    });
  }
  const tables = {};
  for (const table of ["participant", "stage", "group", "round", "match", "match_game"])
    tables[table] = (await kept.select(table)) ?? [];
  return tables;
}

/** The matches with a result, and a second final that nobody needs. */
async function decided(kept) {
  const matches = await kept.select("match");
  const groups = await kept.select("group");
  const finals = groups.filter(({ number }) => number === 3).map(({ id }) => id);
  const needless = ({ group_id, id }) => {
    if (!finals.includes(group_id)) return false;
    const [one, other] = matches.filter((match) => match.group_id === group_id);
    return other?.id === id && one.opponent1?.result === "win";
  };
  return matches.filter((match) => match.opponent1?.result || match.opponent2?.result || needless(match));
}

const answers = [];
for (const task of tasks) answers.push(await ended(task));
console.log(JSON.stringify({ name, answers }));
