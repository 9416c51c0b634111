// One message of a channel, with everything on it that can be pressed.
"use strict";

import { link, make, words } from "/words.js";

const TINTS = 7;
const LINK = 5, BUTTON = 2, MENU = 3;
const tint = (id) => Number(BigInt(id) % BigInt(TINTS));

// `known`: person, channel, now, language, bot, texts; `act(verb, body)` plays it, `see(address)` is told of every link.
export function show(message, more, known, act) {
  const mine = make("li", "", { id: "m" + message.id });
  const bot = message.author.id === known.bot;
  mine.classList.toggle("bot", bot);
  mine.classList.toggle("private", Boolean(message.flags & 64));
  mine.classList.toggle("more", more);
  const face = make("span", bot ? "◆" : [...known.person(message.author.id)][0], { className: `face tint${bot ? "bot" : tint(message.author.id)}` });
  face.setAttribute("aria-hidden", "true");
  const body = make("div", "", { className: "body" });
  mine.append(face, body);
  if (message.referenced_message) body.append(reply(message.referenced_message, known));
  body.append(head(message, bot, known), words(message.content, known));
  if (message.edited_timestamp && !bot) body.append(make("small", known.texts.edited, { className: "quiet" }));
  for (const file of message.attachments ?? []) {
    body.append(make("img", "", { src: file.url, alt: file.description ?? file.filename }));
  }
  for (const row of message.components ?? []) body.append(line(message, row, act));
  if (message.thread) body.append(thread(message.thread));
  if (message.flags & 64) body.append(make("small", "⊘ " + known.texts.private, { className: "only" }));
  return mine;
}

function head(message, bot, known) {
  const line = make("div", "", { className: "head" });
  const at = new Date(message.timestamp);
  line.append(make("b", bot ? "Maraude" : known.person(message.author.id), { className: "who" }));
  if (bot) line.append(make("span", "BOT", { className: "tag" }));
  line.append(make("time", at.toLocaleTimeString(known.language, { hour: "2-digit", minute: "2-digit", timeZone: "Europe/Paris" }),
    { dateTime: message.timestamp }));
  if (message.pinned) line.append(make("span", "📌", { title: "pin" }));
  return line;
}

function reply(message, known) {
  const name = message.author.id === known.bot ? "Maraude" : known.person(message.author.id);
  return make("div", `↩ ${name} · ${message.content.slice(0, 80)}`, { className: "reply" });
}

function thread(channel) {
  const open = make("button", `▸ ${channel.name}`, { type: "button", className: "thread" });
  open.dataset.channel = channel.id;
  return open;
}

function line(message, row, act) {
  const shown = make("div", "", { className: "buttons" });
  for (const part of row.components ?? []) {
    if (part.type === BUTTON && part.style === LINK) {
      shown.append(link(part.url, label(part) + " ↗"));
    } else if (part.type === BUTTON) {
      const press = make("button", label(part), { type: "button", disabled: Boolean(part.disabled) });
      press.classList.add("style" + part.style);
      press.dataset.name = part.custom_id;
      press.onclick = async () => {
        press.setAttribute("aria-busy", "true");
        await act("click", { message: message.id, custom_id: part.custom_id });
        press.removeAttribute("aria-busy");
      };
      shown.append(press);
    } else if (part.type === MENU) {
      shown.append(menu(message, part, act));
    }
  }
  return shown;
}

const label = (part) => [part.emoji?.name, part.label].filter(Boolean).join(" ");

function menu(message, part, act) {
  const box = make("select", "", { disabled: Boolean(part.disabled) });
  box.dataset.name = part.custom_id;
  box.setAttribute("aria-label", part.placeholder ?? "…");
  box.append(make("option", part.placeholder ?? "…", { value: "" }));
  box.append(...part.options.map((each) => make("option", each.label, { value: each.value, selected: Boolean(each.default) })));
  box.onchange = () => box.value && act("choose", { message: message.id, custom_id: part.custom_id, values: [box.value] });
  return box;
}

const near = (one, other) => one.author.id === other.author.id && one.flags === other.flags && !other.referenced_message
  && new Date(other.timestamp) - new Date(one.timestamp) < 300000;

// Put the messages into the list, and leave alone whatever has not changed: a focus stays where it was.
export function fill(list, messages, known, act) {
  const low = list.scrollHeight - list.scrollTop - list.clientHeight < 90;
  let at = list.firstElementChild;
  const kept = new Set(messages.map((each) => "m" + each.id));
  messages.forEach((message, number) => {
    while (at && !kept.has(at.id)) { const gone = at; at = at.nextElementSibling; gone.remove(); }
    const more = number > 0 && near(messages[number - 1], message);
    const key = JSON.stringify([message, more, known.language]);
    if (at?.id === "m" + message.id) {
      if (at.dataset.key !== key) at = replace(at, show(message, more, known, act));
    } else {
      const fresh = show(message, more, known, act);
      list.insertBefore(fresh, at);
      at = fresh;
    }
    at.dataset.key = key;
    at = at.nextElementSibling;
  });
  while (at) { const gone = at; at = at.nextElementSibling; gone.remove(); }
  const down = () => { list.scrollTop = list.scrollHeight; };
  if (!low) return;
  down();
  for (const picture of list.querySelectorAll("img")) if (!picture.complete) picture.onload = down;
}

function replace(old, fresh) {
  const held = old.contains(document.activeElement) ? document.activeElement.dataset.name : null;
  old.replaceWith(fresh);
  if (held !== null) {
    const named = [...fresh.querySelectorAll("[data-name]")];
    (named.find((each) => each.dataset.name === held) ?? named.find((each) => !each.disabled) ?? document.getElementById("text")).focus();
  }
  return fresh;
}
