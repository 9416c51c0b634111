// Conversations that are read live. Each line has a name, given by the page that sent it: however
// often it is sent or fetched, it is one line, and none is lost.
"use strict";

import { live, refresh } from "/static/live.js";

const named = () => Array.from(crypto.getRandomValues(new Uint8Array(12)), (n) => n.toString(16).padStart(2, "0")).join("");
const sleep = (ms) => new Promise((done) => setTimeout(done, ms));
const lost = (yes) => { document.getElementById("lost").hidden = !yes; };
const atBottom = () => window.innerHeight + window.scrollY > document.body.scrollHeight - 160;
const toBottom = () => window.scrollTo({ top: document.body.scrollHeight });

// A conversation on #lines with the form in #compose; `moved(pull)` is told when its state changes.
export function talk({ base, me, mine, theirs, moved }) {
  const list = document.getElementById("lines");
  let last = Math.max(0, ...Array.from(list.children, (line) => Number(line.dataset.id)));
  let pulling = Promise.resolve();

  const draw = (line) => {
    const known = list.querySelector(`[data-name="${CSS.escape(line.name)}"]`);
    const item = known || list.appendChild(document.createElement("li"));
    item.className = line.who === me ? "mine" : line.who;
    if (line.sending) item.classList.add("sending");
    item.dataset.name = line.name;
    item.dataset.id = line.id;
    const who = document.createElement("span");
    who.className = "who";
    who.textContent = `${line.who === me ? mine : theirs()}${line.at ? " · " + line.at : ""}`;
    item.replaceChildren(who, document.createTextNode(line.text));  // text, and never anything else
  };

  const fetchNew = async () => {
    const answer = await fetch(`${base}/lines?after=${last}`, { redirect: "error" });
    if (!answer.ok) return;
    const follow = atBottom();
    for (const line of (await answer.json()).lines) {
      draw(line);
      last = Math.max(last, line.id);
    }
    if (follow) toBottom();
  };
  const pull = () => (pulling = pulling.then(fetchNew).catch(() => {}));

  const send = async (form, name, text) => {
    const body = new URLSearchParams(new FormData(form));
    body.set("line", name);
    body.set("text", text);
    for (let wait = 500; ; wait = Math.min(wait * 2, 8000)) {
      try {
        const answer = await fetch(form.action, { method: "POST", body, headers: { Accept: "application/json" } });
        if (answer.ok) { lost(false); return pull(); }
        if (answer.status < 500) { await moved(pull); return null; }
      } catch { /* the network is away: the same line again, under the same name */ }
      lost(true);
      await sleep(wait);
    }
  };

  // The form is replaced when a talk ends, so its events are heard above it.
  const compose = document.getElementById("compose").parentElement;
  compose.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches(".compose")) return;
    event.preventDefault();
    const box = form.elements.text;
    const text = box.value.trim();
    if (!text) return;
    const name = named();
    draw({ name, text, who: me, id: 0, at: "", sending: true });
    box.value = "";
    grow(box);
    toBottom();
    send(form, name, text);
  });
  const grow = (box) => { box.style.height = "auto"; box.style.height = `${Math.min(box.scrollHeight + 2, 320)}px`; };
  compose.addEventListener("input", (event) => { if (event.target.id === "text") grow(event.target); });
  compose.addEventListener("keydown", (event) => {
    const sends = event.key === "Enter" && !event.shiftKey && !event.isComposing;
    if (event.target.id !== "text" || !sends || !matchMedia("(pointer: fine)").matches) return;
    event.preventDefault();
    event.target.form.requestSubmit();
  });

  const stir = () => moved(pull).catch(() => {});
  live(`${base}/events`, { line: stir, moved: stir }, (away) => { lost(away); if (!away) stir(); });
  toBottom();
}

// The list of who waits: refreshed when it changes, its clocks running at the pace of the house.
export function desk() {
  let started = performance.now();
  const clocks = () => {
    const side = document.getElementById("side");
    const passed = ((performance.now() - started) / 1000) * Number(side.dataset.pace);
    for (const clock of document.querySelectorAll("#side .since")) {
      const seconds = Math.round(Number(clock.dataset.since) + passed);
      const minutes = Math.floor(seconds / 60);
      clock.textContent = minutes < 60
        ? `${minutes}:${String(seconds % 60).padStart(2, "0")}`
        : `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, "0")}`;
      clock.classList.toggle("long", seconds > Number(side.dataset.promised) / 2);
    }
  };
  const title = () => {
    const waiting = Number(document.getElementById("side").dataset.waiting);
    document.title = (waiting ? `(${waiting}) ` : "") + document.title.replace(/^\(\d+\) /, "");
  };
  const stir = async () => {
    const focused = document.activeElement?.closest("#side") ? document.activeElement : null;
    const where = focused && [focused.name, focused.value, focused.getAttribute("href")];
    if (!(await refresh("#side"))) return location.reload();  // the seat is over: sign in again
    started = performance.now();
    clocks();
    title();
    if (where) {
      const same = Array.from(document.querySelectorAll("#side a, #side button")).find((each) =>
        each.name === where[0] && each.value === where[1] && each.getAttribute("href") === where[2]);
      same?.focus();
    }
  };
  clocks();
  setInterval(clocks, 1000);
  live("/desk/events", { moved: () => stir().catch(() => {}) }, (away) => { lost(away); if (!away) stir().catch(() => {}); });
}
