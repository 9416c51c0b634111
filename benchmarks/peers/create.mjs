// node create.mjs <node_modules> <package> <entrants> <times>: draw a double elimination.

import { answer, load } from "./installed.mjs";

const [folder, name] = process.argv.slice(2);
const [entrants, times] = process.argv.slice(4).map(Number);
const peer = await load(folder, name);

async function bracketsManager() {
  const { InMemoryDatabase } = await load(folder, "brackets-memory-db");
  const seeding = Array.from({ length: entrants }, (_, seed) => `Entrant ${seed + 1}`);
  return async () => {
    const { create } = new peer.BracketsManager(new InMemoryDatabase());
    await create.stage({
      tournamentId: 0,
      name: "benchmark",
      type: "double_elimination",
      seeding,
      settings: { grandFinal: "double" },
    });
  };
}

async function tournamentPairings() {
  const players = Array.from({ length: entrants }, (_, seed) => `Entrant ${seed + 1}`);
  return () => peer.DoubleElimination(players, 1, true);
}

const run = await (name === "brackets-manager" ? bracketsManager() : tournamentPairings());
await answer(folder, name, times, run);
