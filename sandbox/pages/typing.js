// Slash commands as they are typed: what exists, what is missing, and what it all means.
"use strict";

const SUBCOMMAND = 1, GROUP = 2, INTEGER = 4, BOOLEAN = 5, PERSON = 6, CHANNEL = 7, NUMBER = 10;

const said = (each, what, language) => {
  const told = each[what + "_localizations"] ?? {};
  return told[language] ?? told[language === "en" ? "en-GB" : language] ?? each[what];
};

// Every command that can be sent, as {path, about, options}, in the reader's language.
export function flatten(known, language, before = []) {
  return known.filter((each) => before.length || (each.type ?? 1) === 1).flatMap((each) => {
    const path = [...before, said(each, "name", language)];
    const below = (each.options ?? []).filter((option) => option.type === SUBCOMMAND || option.type === GROUP);
    if (below.length) return flatten(below, language, path);
    const options = (each.options ?? []).map((option) => ({ ...option, shown: said(option, "name", language),
      about: said(option, "description", language),
      choices: (option.choices ?? []).map((choice) => said(choice, "name", language)) }));
    return [{ path: path.join(" "), about: said(each, "description", language), options }];
  });
}

// What was typed, taken apart: the command it begins with, and `name:value` for its options.
export function parse(text, commands) {
  const typed = text.slice(1);
  const fits = (each) => typed === each.path || typed.startsWith(each.path + " ");
  const command = commands.filter(fits).sort((one, other) => other.path.length - one.path.length)[0];
  if (!command) return null;
  const rest = typed.slice(command.path.length);
  const marks = [...rest.matchAll(/\s([^\s:]+):/g)].map((mark) => ({ at: mark.index, end: mark.index + mark[0].length,
    option: command.options.find((option) => option.shown === mark[1] || option.name === mark[1]) })).filter((mark) => mark.option);
  const values = marks.map((mark, at) => [mark.option, rest.slice(mark.end, marks[at + 1]?.at).trim()]);
  const loose = rest.slice(0, marks[0]?.at ?? rest.length).trim();
  return { command, values, loose };
}

// The options as the sandbox takes them. `loose` words go to the first option, as people type.
export function given(parsed, find) {
  const values = [...parsed.values];
  if (parsed.loose && parsed.command.options[0] && !values.some(([option]) => option === parsed.command.options[0])) {
    values.unshift([parsed.command.options[0], parsed.loose]);
  }
  const turned = values.filter(([, value]) => value !== "").map(([option, value]) => {
    if (option.type === INTEGER) return [option.name, Math.trunc(Number(value))];
    if (option.type === NUMBER) return [option.name, Number(value)];
    if (option.type === BOOLEAN) return [option.name, /^(true|oui|yes|1)$/i.test(value)];
    if (option.type === PERSON) return [option.name, { person: find(value.replace(/^@/, "")) }];
    if (option.type === CHANNEL) return [option.name, { channel: value.replace(/^#/, "") }];
    return [option.name, value];
  });
  return Object.fromEntries(turned);
}

// What could come next, as {text, label, about}: `text` is the whole line once it is chosen.
export function offers(text, commands) {
  const parsed = parse(text, commands);
  if (!parsed || (!text.endsWith(" ") && !parsed.values.length && text.slice(1) === parsed.command.path)) {
    const typed = text.slice(1).toLowerCase();
    return commands.filter((each) => each.path.includes(typed))
      .sort((one, other) => other.path.startsWith(typed) - one.path.startsWith(typed))
      .map((each) => ({ text: `/${each.path} `, label: "/" + each.path, about: each.about }));
  }
  const last = parsed.values.at(-1);
  if (last?.[0].choices.length && !last[0].choices.includes(last[1])) {
    const start = text.slice(0, text.length - last[1].length).trimEnd();
    return last[0].choices.filter((choice) => choice.toLowerCase().startsWith(last[1].toLowerCase()))
      .map((choice) => ({ text: start + choice + " ", label: choice, about: last[0].about }));
  }
  if (last && !text.endsWith(" ")) return [];
  const free = parsed.command.options.filter((option) => !parsed.values.some(([taken]) => taken === option));
  return free.map((option) => ({ text: `${text.trimEnd()} ${option.shown}:`, label: option.shown + ":", about: option.about,
    needed: option.required }));
}
