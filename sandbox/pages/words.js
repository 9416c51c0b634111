// How Discord writes: its own small markup, as nodes of text and never as HTML.
"use strict";

export const make = (tag, text = "", more = {}) => Object.assign(document.createElement(tag), { textContent: text }, more);

const LOOKS = [
  [/^\\([*_~|`>#@\-.()[\]])/, (found) => found[1]],
  [/^\*\*(.+?)\*\*/s, (found, known) => wrap("strong", found[1], known)],
  [/^__(.+?)__/s, (found, known) => wrap("u", found[1], known)],
  [/^_(.+?)_(?![\p{L}\d])/su, (found, known) => wrap("em", found[1], known)],
  [/^\*(.+?)\*/s, (found, known) => wrap("em", found[1], known)],
  [/^~~(.+?)~~/s, (found, known) => wrap("s", found[1], known)],
  [/^`([^`]+)`/, (found) => make("code", found[1])],
  [/^<@!?(\d+)>/, (found, known) => make("span", "@" + known.person(found[1]), { className: "mention" })],
  [/^<#(\d+)>/, (found, known) => place(found[1], known)],
  [/^<\/([^:>]+):\d+>/, (found) => make("span", "/" + found[1], { className: "mention" })],
  [/^<t:(\d+)(?::(\w))?>/, (found, known) => moment(Number(found[1]), found[2], known)],
  [/^\[([^\]]+)\]\(<?(https?:[^)>\s]+)>?\)/, (found) => link(found[2], found[1])],
  [/^<(https?:[^>\s]+)>/, (found) => link(found[1], found[1])],
  [/^https?:[^\s<>)]+/, (found) => link(found[0], found[0])],
];

function wrap(tag, text, known) {
  const node = document.createElement(tag);
  node.append(...inline(text, known));
  return node;
}

export function link(address, text) {
  return make("a", text, { href: address, target: "_blank", rel: "noopener" });
}

function place(id, known) {
  const open = make("button", "#" + known.channel(id), { type: "button", className: "mention" });
  open.dataset.channel = id;
  return open;
}

function moment(seconds, style, known) {
  const node = make("time", when(seconds, style, known), { className: "mention", dateTime: new Date(seconds * 1000).toISOString() });
  if (style === "R") node.dataset.seconds = seconds;
  return node;
}

// A moment as Discord writes it; "R" is told again as the house's time goes by.
export function when(seconds, style, known) {
  const zone = { timeZone: "Europe/Paris" };
  const at = new Date(seconds * 1000);
  if (style === "t") return at.toLocaleTimeString(known.language, { ...zone, hour: "2-digit", minute: "2-digit" });
  if (style !== "R") return at.toLocaleString(known.language, { ...zone, dateStyle: "medium", timeStyle: "short" });
  const minutes = Math.round((seconds - known.now()) / 60);
  const words = new Intl.RelativeTimeFormat(known.language, { numeric: "auto" });
  return Math.abs(minutes) < 90 ? words.format(minutes, "minute") : words.format(Math.round(minutes / 60), "hour");
}

function inline(text, known) {
  const nodes = [];
  let plain = "";
  let rest = text;
  while (rest) {
    let found = null;
    const build = LOOKS.find(([look]) => (found = rest.match(look)))?.[1];
    if (!build) { plain += rest[0]; rest = rest.slice(1); continue; }
    nodes.push(plain, build(found, known));
    plain = "";
    rest = rest.slice(found[0].length);
  }
  return [...nodes, plain];
}

const LINES = [[/^-# /, "small"], [/^#{1,3} /, "h3"], [/^> /, "blockquote"]];

// `known`: person(id), channel(id), now() and language.
export function words(text, known) {
  const shown = make("div", "", { className: "words" });
  for (const line of text.split("\n")) {
    const [start, tag] = LINES.find(([look]) => look.test(line)) ?? [/^/, "p"];
    const block = document.createElement(tag);
    block.append(...inline(line.replace(start, ""), known));
    shown.append(block);
  }
  return shown;
}
