// New results and filters keep what the reader had: lists that were open, and where the focus was.

import { byId, onHtmx } from "./dom.js";

const key = () => `onrecord focus ${location.pathname}${location.search}`;

/** @type {string[]} */
let opened = [];
let inside = false;

onHtmx("htmx:beforeSwap", () => {
  opened = [...document.querySelectorAll("#facets details[open]")].map(({ id }) => id);
  inside = Boolean(document.activeElement?.closest("#results, #facets"));
});

onHtmx("htmx:afterSettle", () => {
  for (const id of opened) byId(id)?.setAttribute("open", "");
  // A link that the new results no longer have hands its focus to their heading.
  if (inside && document.activeElement === document.body) byId("sentence")?.focus({ preventScroll: true });
});

// Back from an article to a page that the browser had to load again: the link that led there has the focus.
addEventListener("pagehide", () => {
  const id = document.activeElement?.id;
  if (id) sessionStorage.setItem(key(), id);
});
const [navigation] = performance.getEntriesByType("navigation");
if (navigation && "type" in navigation && navigation.type === "back_forward") {
  byId(sessionStorage.getItem(key()) ?? "")?.focus({ preventScroll: true });
}
