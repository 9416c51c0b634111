// A sturdy EventSource, and the one way to ask a world for something.
"use strict";

export function follow(address, listeners) {
  let wait = 500;
  const connect = () => {
    const source = new EventSource(address);
    source.onopen = () => { wait = 500; };
    for (const [name, listener] of Object.entries(listeners)) {
      source.addEventListener(name, (event) => listener(JSON.parse(event.data)));
    }
    source.onerror = () => {
      if (source.readyState !== EventSource.CLOSED) return;
      setTimeout(connect, wait);
      wait = Math.min(wait * 2, 15000);
    };
  };
  connect();
}

export async function ask(address) {
  try {
    return await (await fetch(address)).json();
  } catch {
    return null;  // the evening is over, or not there yet
  }
}

export async function post(address, body, type = "application/json") {
  try {
    const answer = await fetch(address, { method: "POST", headers: { "Content-Type": type }, body: JSON.stringify(body) });
    return await answer.json();
  } catch {
    return { error: "…" };
  }
}
