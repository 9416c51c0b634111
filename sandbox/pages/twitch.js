// The Twitch pane: one chat, and whoever is chosen speaks.
"use strict";

import { ask, follow, post } from "/sturdy.js";
import { make } from "/words.js";

const $ = (id) => document.getElementById(id);
const KEPT = 120;
const TINTS = 7;

export async function openTwitch(about, hand) {
  const known = new Set();

  function hear(line) {
    if (known.has(line.id)) return;
    known.add(line.id);
    const item = make("li", "", { className: line.bot ? "bot" : "" });
    if (line.reply_name) item.append(make("small", "↩ " + line.reply_name, { className: "reply" }));
    const name = make("b", line.name, { className: line.bot ? "" : "ink" + ([...line.name].reduce((sum, each) => sum + each.codePointAt(0), 0) % TINTS) });
    item.append(name, ": ", make("span", line.text));
    const list = $("lines");
    const low = list.scrollHeight - list.scrollTop - list.clientHeight < 90;
    list.append(item);
    while (list.children.length > KEPT) list.firstChild.remove();
    if (low) list.scrollTop = list.scrollHeight;
  }

  async function catchUp() {
    const told = await ask(`${about.twitch}/_world/lines?stream=${about.stream}`);
    told?.lines.slice(-KEPT).forEach(hear);
  }

  const state = await ask(`${about.twitch}/_world/state`);
  const stream = state?.streams.find((each) => each.login === about.stream);
  $("stream").replaceChildren(make("span", "", { className: "live" }), "Twitch · " + (stream?.name ?? ""));
  const viewers = (state?.accounts ?? []).filter((each) => each.id !== state.bot_id);
  viewers.sort((one, other) => (other.login === about.viewer) - (one.login === about.viewer));
  $("viewer").replaceChildren(...viewers.map((each) => make("option", each.name, { value: each.login })));
  $("chat").onsubmit = async (event) => {
    event.preventDefault();
    const text = $("line").value.trim();
    $("line").value = "";
    if (!text) return;
    hand();
    await post(`${about.twitch}/_world/chat`, { stream: about.stream, viewer: $("viewer").value, text });
  };
  follow(`${about.twitch}/_world/events`, { line: hear });
  await catchUp();
}
