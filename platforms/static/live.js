// A sturdy EventSource: a bare one dies for ever on a single 502 of a proxy.
// live("/path/events", {event: data => …}) follows, and comes back by itself, for ever.
"use strict";

export function live(address, listeners, lost = () => {}) {
  let wait = 500;
  let silentSince = 0;
  const connect = () => {
    const source = new EventSource(address);
    source.onopen = () => { wait = 500; silentSince = 0; lost(false); };
    for (const [name, listener] of Object.entries(listeners)) {
      source.addEventListener(name, (event) => listener(event.data));
    }
    source.onerror = () => {
      silentSince = silentSince || Date.now();
      if (Date.now() - silentSince > 20000) lost(true);
      if (source.readyState !== EventSource.CLOSED) return;
      setTimeout(connect, wait);
      wait = Math.min(wait * 2, 15000);
    };
  };
  connect();
}

// Replace the element `selector` by the same element of the page at `address`; false where that
// page has none: it is another one by now.
export async function refresh(selector, address = location.href) {
  const answer = await fetch(address, { headers: { Accept: "text/html" } });
  if (!answer.ok) return true;
  // In a template nothing is loaded, run or styled: the fresh page's nonce is not this page's.
  const fresh = document.createElement("template");
  fresh.innerHTML = await answer.text();
  const from = fresh.content.querySelector(selector);
  const to = document.querySelector(selector);
  if (from && to) to.replaceWith(from);
  return Boolean(from);
}
