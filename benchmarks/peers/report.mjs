// node report.mjs <node_modules> brackets-manager <entrants> <times>: report a first-round match.

import { answer, load } from "./installed.mjs";

const [folder, name] = process.argv.slice(2);
const [entrants, times] = process.argv.slice(4).map(Number);
const { BracketsManager } = await load(folder, name);
const { InMemoryDatabase } = await load(folder, "brackets-memory-db");

const kept = new InMemoryDatabase();
const { create, update } = new BracketsManager(kept);
await create.stage({
  tournamentId: 0,
  name: "benchmark",
  type: "double_elimination",
  seeding: Array.from({ length: entrants }, (_, seed) => `Entrant ${seed + 1}`),
  settings: { grandFinal: "double" },
});
const first = await kept.select("match", { round_id: 0 });
await answer(folder, name, Math.min(times, first.length), (round) =>
  update.match({
    id: first[round].id,
    opponent1: { score: 2, result: "win" },
    opponent2: { score: 1 },
  }),
);
