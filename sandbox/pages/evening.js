// The playground: four panes of one evening, its story, and its clock.
"use strict";

import { openDiscord } from "/discord.js";
import { ask, follow } from "/sturdy.js";
import { openTwitch } from "/twitch.js";
import { make } from "/words.js";

const $ = (id) => document.getElementById(id);
const texts = document.body.dataset;
const language = document.documentElement.lang;
const about = { ...(await ask("/about.json")), language };

// -- the clock: the house's own time -----------------------------------------------------------

let pace = about.pace;
const now = () => pace.house + (Date.now() / 1000 - pace.real) * pace.speed;
const tick = () => {
  const options = { weekday: "long", hour: "2-digit", minute: "2-digit", timeZone: "Europe/Paris" };
  $("clock").textContent = new Date(now() * 1000).toLocaleString(language, options);
};
tick();
setInterval(tick, 100);

function setPace(told) {
  pace = told;
  for (const button of document.querySelectorAll(".speed")) {
    button.setAttribute("aria-pressed", String(button.dataset.speed === (told.chosen ?? "auto")));
  }
}
for (const button of document.querySelectorAll(".speed")) {
  button.onclick = () => fetch("/pace", { method: "POST", body: button.dataset.speed });
}

// -- the story: it turns the panes by itself until somebody takes over --------------------------

let following = true;
let wanted = {};
function setFollowing(yes) {
  following = yes;
  $("follow").setAttribute("aria-pressed", String(yes));
  $("follow-text").textContent = yes ? texts.following : texts.follow;
}
$("follow").onclick = () => {
  setFollowing(!following);
  if (following) turnTo(wanted);
};
function hand(what = "hand") {
  setFollowing(false);
  fetch("/hand", { method: "POST", body: what });
}

function turnTo(look) {
  discord.turn(look);
}
// A press inside a frame is not heard here, but the page is left for it.
window.addEventListener("blur", () => { if (document.activeElement?.closest(".frame")) hand(); });

function note({ at, text, title }) {
  const item = make("li", "", { className: title ? "title" : "" });
  if (title) item.append(make("h3", text));
  else item.append(make("time", at), make("span", text));
  $("story").append(item);
  $("story").scrollTop = $("story").scrollHeight;
}

// -- what others see in a frame ------------------------------------------------------------------

let overlay = "";
let view = "now";
let viewed = false;
function showOverlay(address, turn = view) {
  overlay = address;
  view = turn;
  for (const each of document.querySelectorAll(".view")) each.setAttribute("aria-pressed", String(each.dataset.view === view));
  const frame = make("iframe", "", { src: address.replace(/\/(now|bracket)$/, "/" + view), title: $("overlay-title").textContent.trim() });
  document.querySelector(".checks").replaceChildren(frame);
}
new ResizeObserver(([entry]) => {
  const { width, height } = entry.contentRect;
  const scale = Math.min(width / 1920, height / 1080);
  const box = document.querySelector(".checks");
  box.style.setProperty("--scale", scale);
  box.style.setProperty("--left", `${(width - 1920 * scale) / 2}px`);
  box.style.setProperty("--top", `${(height - 1080 * scale) / 2}px`);
}).observe(document.querySelector(".checks"));
for (const button of document.querySelectorAll(".view")) {
  button.onclick = () => {
    viewed = true;
    if (overlay) showOverlay(overlay, button.dataset.view);
  };
}

// The first way leads through the sign-in; later ones only while somebody follows the story.
function showDesk(path) {
  const old = document.querySelector(".frame iframe");
  if (old && !following) return;
  if (old && path !== "/desk") {
    old.src = about.web + path;
    return;
  }
  const frame = make("iframe", "", { src: about.web + "/desk/in", title: $("desk-title").textContent });
  if (path !== "/desk") frame.addEventListener("load", () => { frame.src = about.web + path; }, { once: true });
  document.querySelector(".frame").replaceChildren(frame);
}

// -- on a phone, one pane at a time -----------------------------------------------------------------

for (const button of document.querySelectorAll(".tabs button")) {
  button.onclick = () => {
    document.querySelector("main").dataset.tab = button.dataset.tab;
    for (const list of document.querySelectorAll("main ol")) list.scrollTop = list.scrollHeight;
    for (const each of document.querySelectorAll(".tabs button")) each.setAttribute("aria-pressed", String(each === button));
  };
}

const discord = await openDiscord({ about, now, hand });
await openTwitch(about, hand);
follow(`/story?lang=${language}`, {
  line: note,
  pace: setPace,
  overlay: (told) => showOverlay(told.address, viewed ? view : told.view),
  desk: (told) => showDesk(told.path),
  look: (told) => {
    wanted = told;
    if (following) turnTo(told);
  },
});
document.body.dataset.ready = "yes";
