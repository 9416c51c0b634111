// The playground's one script: shows what the two worlds tell, and plays whoever is chosen.
"use strict";

const $ = (id) => document.getElementById(id);
const about = await (await fetch("/about.json")).json();
let world = { people: [], guilds: [], commands: [] };
let me = null;
let channel = null;
let draft = null;

const post = async (base, verb, body) => {
  const type = base === about.twitch ? "application/json" : "text/plain";
  const answer = await fetch(`${base}/_world/${verb}`, {
    method: "POST", headers: { "Content-Type": type }, body: JSON.stringify(body),
  });
  return answer.json();
};

const make = (tag, text = "", more = {}) => Object.assign(document.createElement(tag), { textContent: text }, more);

// -- Discord ---------------------------------------------------------------------------------

const nameOf = (id) => world.people.find((person) => person.id === id)?.name ?? id;

const LOOKS = [
  [/^\*\*(.+?)\*\*/s, (m) => make("strong", m[1])],
  [/^_(.+?)_(?!\w)/s, (m) => make("em", m[1])],
  [/^<@!?(\d+)>/, (m) => make("span", "@" + nameOf(m[1]), { className: "mention" })],
  [/^<#(\d+)>/, (m) => make("span", "#" + channelName(m[1]), { className: "mention" })],
  [/^<t:(\d+)(?::(\w))?>/, (m) => make("time", when(Number(m[1]), m[2]), { className: "mention" })],
  [/^\[([^\]]+)\]\(<?(https?:[^)>\s]+)>?\)/, (m) => make("a", m[1], { href: m[2], target: "_blank", rel: "noopener" })],
  [/^https?:[^\s<>)]+/, (m) => make("a", m[0], { href: m[0], target: "_blank", rel: "noopener" })],
  [/^\\([*_~|`>#@-])/, (m) => document.createTextNode(m[1])],
];

function when(seconds, style) {
  const at = new Date(seconds * 1000);
  if (style !== "R") return at.toLocaleString(about.language, style === "t" ? { timeStyle: "short" } : {});
  const minutes = Math.round((seconds - house()) / 60);
  return new Intl.RelativeTimeFormat(about.language, { numeric: "auto" })
    .format(...(Math.abs(minutes) < 90 ? [minutes, "minute"] : [Math.round(minutes / 60), "hour"]));
}

function words(text) {
  const shown = make("div", "", { className: "words" });
  let rest = text;
  let plain = "";
  while (rest) {
    const found = LOOKS.map(([look, build]) => [rest.match(look), build]).find(([match]) => match);
    if (!found) { plain += rest[0]; rest = rest.slice(1); continue; }
    shown.append(plain, found[1](found[0]));
    plain = "";
    rest = rest.slice(found[0][0].length);
  }
  shown.append(plain);
  return shown;
}

const channelName = (id) => world.guilds.flatMap((guild) => guild.channels).find((each) => each.id === id)?.name ?? id;

function show(message) {
  const mine = make("li", "", { id: "m" + message.id });
  const bot = message.author.id === world.bot;
  mine.className = (bot ? "bot" : "") + (message.flags & 64 ? " private" : "");
  const who = make("b", message.author.global_name ?? message.author.username, { className: "who" });
  mine.append(who);
  if (bot) mine.append(make("span", "BOT", { className: "tag" }));
  mine.append(words(message.content));
  for (const file of message.attachments ?? []) {
    mine.append(make("img", "", { src: file.url, alt: file.description ?? "" }));
  }
  for (const row of message.components ?? []) mine.append(buttons(message, row));
  return mine;
}

function buttons(message, row) {
  const line = make("div", "", { className: "buttons" });
  for (const part of row.components ?? []) {
    const label = [part.emoji?.name, part.label].filter(Boolean).join(" ");
    if (part.url) {
      line.append(make("a", label, { href: part.url, target: "_blank", rel: "noopener" }));
      overlay(part.url);
      continue;
    }
    const press = make("button", label, { type: "button", disabled: Boolean(part.disabled) });
    press.classList.add("style" + part.style);
    press.onclick = () => act("click", { message: message.id, custom_id: part.custom_id });
    line.append(press);
  }
  return line;
}

async function act(verb, body) {
  const answer = await post(about.discord, verb, { person: me, ...body });
  if (answer.error) note(answer.error);
  if (answer.modal) fill(answer);
  await refresh();
}

function fill(answer) {
  draft = answer;
  const fields = $("form").querySelector(".fields");
  $("form").querySelector("h2").textContent = answer.modal.title;
  fields.replaceChildren();
  for (const row of answer.modal.components) {
    for (const part of row.components ?? [row.component]) {
      const id = "field-" + part.custom_id;
      const box = make(part.style === 2 ? "textarea" : "input", "", { id, name: part.custom_id, value: part.value ?? "" });
      fields.append(make("label", part.label ?? row.label ?? "", { htmlFor: id }), box);
    }
  }
  $("form").showModal();
}

$("form").onclose = () => {
  if ($("form").returnValue !== "send") return;
  const boxes = [...$("form").querySelectorAll("[name]")];
  act("submit", { answer: draft.answer, values: Object.fromEntries(boxes.map((box) => [box.name, box.value])) });
};

async function refresh() {
  if (!channel) return;
  const answer = await fetch(`${about.discord}/_world/messages?channel=${channel}&as=${me}`);
  const messages = await answer.json();
  const list = $("messages");
  const low = list.scrollHeight - list.scrollTop - list.clientHeight < 80;
  if (Array.isArray(messages)) list.replaceChildren(...messages.slice(-60).map(show));
  if (low) list.scrollTop = list.scrollHeight;
}

async function lookAround() {
  world = await (await fetch(`${about.discord}/_world/state`)).json();
  const people = world.people.filter((person) => !person.bot);
  me = me ?? about.me ?? people[0]?.id;
  $("as").replaceChildren(...people.map((each) => make("option", each.name, { value: each.id, selected: each.id === me })));
  const places = world.guilds.filter((guild) => guild.members.includes(me))
    .flatMap((guild) => guild.channels.map((each) => ({ ...each, name: (each.parent ? "↳ " : "# ") + each.name })));
  const dm = people.find((person) => person.id === me)?.dm;
  if (dm) places.push({ id: dm, name: "✉ Maraude" });
  if (!places.some((each) => each.id === channel)) channel = places[0]?.id;
  $("where").textContent = places.find((each) => each.id === channel)?.name ?? "";
  $("channels").replaceChildren(...places.map((each) => {
    const item = make("li");
    const open = make("button", each.name, { type: "button" });
    if (each.id === channel) open.setAttribute("aria-current", "true");
    open.onclick = () => { channel = each.id; lookAround(); };
    item.append(open);
    return item;
  }));
  $("commands").replaceChildren(...commands(world.commands).map((name) => make("option", "", { value: "/" + name })));
  await refresh();
}

function commands(known, before = "") {
  return known.flatMap((each) => {
    const name = (before + " " + (about.language === "fr" ? each.name_localizations?.fr ?? each.name : each.name)).trim();
    const below = (each.options ?? []).filter((option) => option.type < 3);
    return below.length ? commands(below, name) : (each.type ?? 1) === 1 ? [name] : [];
  });
}

$("as").onchange = () => { me = $("as").value; lookAround(); };
$("write").onsubmit = (event) => {
  event.preventDefault();
  const text = $("text").value.trim();
  $("text").value = "";
  if (!text) return;
  const isDm = world.people.some((person) => person.dm === channel);
  if (text.startsWith("/")) {
    const parts = text.slice(1).split(/\s+/);
    const options = Object.fromEntries(parts.filter((part) => part.includes(":")).map((part) => part.split(/:(.*)/s).slice(0, 2)));
    const command = parts.filter((part) => !part.includes(":")).join(" ");
    act("slash", { channel: isDm ? "dm" : channel, command, options });
  } else {
    act(isDm ? "dm" : "say", { channel, text });
  }
};

// -- Twitch ----------------------------------------------------------------------------------

function hear(line) {
  const item = make("li", "", { className: line.bot ? "bot" : "" });
  if (line.reply_name) item.append(make("span", "↩ " + line.reply_name, { className: "reply" }));
  item.append(make("b", line.name), ": " + line.text);
  const list = $("lines");
  list.append(item);
  while (list.children.length > 120) list.firstChild.remove();
  list.scrollTop = list.scrollHeight;
}

async function tuneIn() {
  const state = await (await fetch(`${about.twitch}/_world/state`)).json();
  const stream = state.streams[0];
  $("stream").textContent = stream?.name ?? "";
  $("viewer").replaceChildren(...state.accounts.filter((each) => each.id !== state.bot_id)
    .map((each) => make("option", each.name, { value: each.login })));
  const { lines } = await (await fetch(`${about.twitch}/_world/lines?stream=${stream?.login}`)).json();
  $("lines").replaceChildren();
  lines.slice(-80).forEach(hear);
  $("chat").onsubmit = async (event) => {
    event.preventDefault();
    const text = $("line").value.trim();
    $("line").value = "";
    if (text) await post(about.twitch, "chat", { stream: stream.login, viewer: $("viewer").value, text });
  };
}

// -- the rest --------------------------------------------------------------------------------

let shownOverlay = "";
function overlay(address) {
  if (!address.includes("/o/") || address === shownOverlay) return;
  shownOverlay = address;
  const frame = make("iframe", "", { src: address, title: "overlay" });
  document.querySelector(".checks").replaceChildren(frame);
}

let pace = { real: Date.now() / 1000, house: Date.now() / 1000, speed: 1 };
const house = () => pace.house + (Date.now() / 1000 - pace.real) * pace.speed;
setInterval(() => {
  const options = { weekday: "short", hour: "2-digit", minute: "2-digit", second: "2-digit", timeZone: "Europe/Paris" };
  $("clock").textContent = new Date(house() * 1000).toLocaleString(about.language, options);
}, 200);
for (const button of document.querySelectorAll(".speed")) {
  button.onclick = () => fetch("/pace", { method: "POST", body: button.dataset.speed });
}

function note(text, at = "") {
  const item = make("li");
  if (at) item.append(make("time", at));
  item.append(text);
  $("story").append(item);
  $("story").scrollTop = $("story").scrollHeight;
}

function follow(address, name, listener) {
  let wait = 500;
  const connect = () => {
    const source = new EventSource(address);
    source.onopen = () => { wait = 500; };
    source.addEventListener(name, (event) => listener(JSON.parse(event.data)));
    source.onerror = () => {
      if (source.readyState !== EventSource.CLOSED) return;
      setTimeout(connect, wait);
      wait = Math.min(wait * 2, 15000);
    };
  };
  connect();
}

follow("/story", "line", (line) => note(line.text, line.at));
follow("/story", "pace", (told) => { pace = told; });
follow("/story", "overlay", (told) => overlay(told.address));
follow(`${about.twitch}/_world/events`, "line", hear);
let soon = 0;
follow(`${about.discord}/_world/events`, "message", () => {
  clearTimeout(soon);
  soon = setTimeout(lookAround, 120);
});
await lookAround();
await tuneIn();
