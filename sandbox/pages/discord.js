// The Discord pane: whoever is chosen reads, writes, presses, types commands and fills in forms.
"use strict";

import { fill } from "/messages.js";
import { ask, follow, post } from "/sturdy.js";
import { flatten, given, offers, parse } from "/typing.js";
import { make, when } from "/words.js";

const $ = (id) => document.getElementById(id);
const texts = document.body.dataset;
const DIRECT = "dm";
const SHOWN = 80;

// `about`: addresses and who is who; `now`: the house's time; `hand`: somebody acts.
export async function openDiscord({ about, now, hand }) {
  let world = { people: [], guilds: [], commands: [], bot: "" };
  let me = about.guest;
  let channel = "";
  let draft = null;
  let commands = [];
  const unread = new Set();

  const person = (id) => world.people.find((each) => each.id === id);
  const channels = () => world.guilds.flatMap((guild) => guild.channels.map((each) => ({ ...each, guild })));
  const known = {
    person: (id) => person(id)?.name ?? "…", channel: (id) => channels().find((each) => each.id === id)?.name ?? "…",
    now, language: about.language, texts, get bot() { return world.bot; },
  };
  const direct = () => person(me)?.dm ?? "";
  const here = () => (channel === DIRECT ? direct() : channel);

  // -- what is there -------------------------------------------------------------------------

  async function lookAround() {
    world = (await ask(`${about.discord}/_world/state`)) ?? world;
    commands = flatten(world.commands, about.language);
    people();
    places();
    await refresh();
  }

  const sees = (each) => !each.readers || each.readers.includes(me);

  function people() {
    const group = (label, ids) => {
      const box = make("optgroup", "", { label });
      box.append(...ids.filter(person).map((id) => make("option", person(id).name, { value: id, selected: id === me })));
      return box;
    };
    const named = [about.guest, about.host, about.mediator];
    const others = world.people.filter((each) => !each.bot && !named.includes(each.id) && each.id !== world.owner);
    const groups = [[texts.guest, [about.guest]], [texts.host, [about.host]], [texts.mediator, [about.mediator]], [texts.players, others.map((each) => each.id)]];
    const sign = JSON.stringify([groups, others.map((each) => each.name), me]);
    if ($("as").dataset.sign === sign) return;
    $("as").dataset.sign = sign;
    $("as").replaceChildren(...groups.map(([label, ids]) => group(label, ids)));
  }

  function places() {
    const mine = world.guilds.filter((guild) => guild.members.includes(me));
    const all = mine.flatMap((guild) => guild.channels.filter(sees));
    if (channel !== DIRECT && !all.some((each) => each.id === channel)) channel = all[0]?.id ?? DIRECT;
    const entry = (id, name, deep) => {
      const open = make("button", "", { type: "button", className: deep ? "deep" : "" });
      open.append(make("span", name));
      open.dataset.channel = id;
      if (id === channel) open.setAttribute("aria-current", "true");
      if (unread.has(id === DIRECT ? direct() : id)) open.append(make("span", texts.unread, { className: "dot" }));
      const item = make("li");
      item.append(open);
      return item;
    };
    const block = (title, entries) => {
      const part = make("div");
      const list = make("ul");
      list.append(...entries);
      part.append(make("h3", title), list);
      return part;
    };
    const tree = (guild) => guild.channels.filter((each) => !each.parent).flatMap((top) => [entry(top.id, "# " + top.name, false),
      ...guild.channels.filter((each) => each.parent === top.id && !each.archived && sees(each)).map((each) => entry(each.id, "↳ " + each.name, true))]);
    const blocks = mine.filter((guild) => guild.channels.length).map((guild) => block(guild.name, tree(guild)));
    blocks.push(block(texts.direct, [entry(DIRECT, "✉ Maraude", false)]));
    const held = $("channels").contains(document.activeElement) ? document.activeElement.dataset.channel : null;
    $("channels").replaceChildren(...blocks);
    if (held) $("channels").querySelector(`[data-channel="${held}"]`)?.focus();
    const found = all.find((each) => each.id === channel);
    $("where").replaceChildren(channel === DIRECT ? "✉ Maraude" : (found?.parent ? "↳ " : "# ") + (found?.name ?? "…"),
      make("span", person(me)?.name ?? "", { className: "quiet" }));
  }

  let latest = 0;
  async function refresh() {
    const asked = ++latest;
    const messages = here() ? await ask(`${about.discord}/_world/messages?channel=${here()}&as=${me}`) : [];
    if (asked !== latest || !Array.isArray(messages)) return;
    unread.delete(here());
    fill($("messages"), messages.slice(-SHOWN), known, act);
    if (!messages.length) $("messages").replaceChildren(make("li", texts.empty, { className: "quiet empty" }));
  }

  let turned = "";
  async function turn(to) {
    if (to.person) me = to.person;
    if (to.channel) channel = to.channel;
    const sign = me + channel;
    if (turned !== sign) $("messages").replaceChildren();
    turned = sign;
    tell("");
    await lookAround();
    $("messages").scrollTop = $("messages").scrollHeight;
  }

  // -- what somebody does ----------------------------------------------------------------------

  function tell(text) {
    $("told").textContent = text;
    $("told").hidden = !text;
  }

  async function act(verb, body) {
    hand();
    tell("");
    const answer = await post(`${about.discord}/_world/${verb}`, { person: me, ...body }, "text/plain");
    if (answer.error) tell(answer.error);
    if (answer.modal) askForm(answer);
    await refresh();
  }

  function askForm(answer) {
    draft = answer;
    $("form-title").textContent = answer.modal.title;
    const fields = $("form").querySelector(".fields");
    fields.replaceChildren();
    for (const row of answer.modal.components) {
      for (const part of row.components ?? (row.component ? [row.component] : [])) {
        const id = "field-" + part.custom_id;
        const box = make(part.style === 2 ? "textarea" : "input", "", { id, name: part.custom_id, value: part.value ?? "",
          placeholder: part.placeholder ?? "", required: part.required !== false, autocomplete: "off" });
        if (part.max_length) box.maxLength = part.max_length;
        fields.append(make("label", part.label ?? row.label ?? "", { htmlFor: id }), box);
      }
    }
    $("form").returnValue = "";
    $("form").showModal();
  }

  $("form-away").onclick = () => $("form").close("");
  $("form").onclose = () => {
    if ($("form").returnValue !== "send") return;
    const boxes = [...$("form").querySelectorAll("[name]")];
    act("submit", { answer: draft.answer, values: Object.fromEntries(boxes.map((box) => [box.name, box.value])) });
  };

  $("write").onsubmit = (event) => {
    event.preventDefault();
    const text = $("text").value.trim();
    if (!text) return;
    if (!text.startsWith("/")) {
      act(channel === DIRECT ? "dm" : "say", { channel, text });
    } else {
      const parsed = parse(text, commands);
      const missing = parsed?.command.options.find((option) => option.required && given(parsed, String)[option.name] === undefined);
      if (missing) {
        tell(`${texts.needed} ${missing.shown}: (${missing.about})`);
        return;
      }
      const find = (name) => world.people.find((each) => each.name === name)?.id ?? name;
      const options = parsed ? given(parsed, find) : {};
      act("slash", { channel, command: parsed?.command.path ?? text.slice(1), options });
    }
    $("text").value = "";
    suggest();
  };

  // -- the list above the box --------------------------------------------------------------------

  let chosen = -1;
  let offered = [];
  function suggest() {
    const text = $("text").value;
    offered = text.startsWith("/") ? offers(text, commands).slice(0, 9) : [];
    chosen = -1;
    $("offers").replaceChildren(...offered.map((each, at) => {
      const item = make("li", "", { id: "offer-" + at });
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", "false");
      item.append(make("b", each.label), make("span", each.about ?? ""));
      if (each.needed) item.append(make("i", texts.needed));
      item.onmousedown = (event) => { event.preventDefault(); take(at); };
      return item;
    }));
    $("offers").hidden = !offered.length;
    $("text").setAttribute("aria-expanded", String(Boolean(offered.length)));
    $("text").removeAttribute("aria-activedescendant");
  }

  function move(by) {
    chosen = (chosen + by + offered.length) % offered.length;
    [...$("offers").children].forEach((item, at) => item.setAttribute("aria-selected", String(at === chosen)));
    $("offers").children[chosen].scrollIntoView({ block: "nearest" });
    $("text").setAttribute("aria-activedescendant", "offer-" + chosen);
  }

  function take(at) {
    $("text").value = offered[at].text;
    suggest();
  }

  $("text").oninput = suggest;
  $("text").onblur = () => { $("offers").hidden = true; };
  $("text").onkeydown = (event) => {
    if (!offered.length || $("offers").hidden) return;
    const keys = {
      ArrowDown: () => move(1), ArrowUp: () => move(chosen < 0 ? 0 : -1), Escape: () => { $("offers").hidden = true; },
      Tab: () => take(Math.max(chosen, 0)), Enter: chosen < 0 ? null : () => take(chosen),
    };
    if (!keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  };

  // -- what happens --------------------------------------------------------------------------------

  $("as").onchange = () => { hand(); turn({ person: $("as").value }); };
  for (const list of [$("channels"), $("messages")]) {
    list.addEventListener("click", (event) => {
      const to = event.target.closest("[data-channel]")?.dataset.channel;
      if (to) { hand(); turn({ channel: to }); }
    });
  }
  $("messages").addEventListener("click", (event) => {
    if (event.target.closest("a")?.href.includes("/r/")) hand("room");
  });

  let due = 0;
  const soon = (whole) => {
    due = Math.max(due, whole ? 2 : 1);
    if (due && !soon.timer) {
      soon.timer = setTimeout(() => {
        const all = due === 2;
        soon.timer = due = 0;
        (all ? lookAround : refresh)();
      }, 90);
    }
  };
  follow(`${about.discord}/_world/events`, { message: ({ event, data, readers }) => {
    if (!event.startsWith("message")) return soon(true);
    if (data.channel_id === here()) return soon(false);
    if (event !== "message_create" || !readers.includes(me)) return null;
    unread.add(data.channel_id);
    return soon(true);
  } });
  setInterval(() => {
    for (const time of document.querySelectorAll("time[data-seconds]")) time.textContent = when(Number(time.dataset.seconds), "R", known);
  }, 1000);

  await turn({});
  return { turn, lookAround };
}
