// The search within a frame of another site's page. It tells that page its height and when it gives the focus back,
// once the page has greeted it from one of the allowed sites; the page is told nothing else.

import { byId, input, onHtmx } from "./dom.js";
import "./requests.js";

const sites = (document.body.dataset.sites ?? "").split(" ");

/** Where the page around us comes from, as soon as it has greeted. */
let around = "";

addEventListener("message", ({ data, origin, source }) => {
  if (source !== parent || parent === window || !sites.includes(origin) || data?.onrecord !== "greeting") return;
  around = origin;
  tellHeight();
});

/** @param {{ onrecord: "height", height: number } | { onrecord: "leave" } | { onrecord: "top" }} message */
function tell(message) {
  if (around) parent.postMessage(message, around);
}

const tellHeight = () =>
  tell({ onrecord: "height", height: Math.ceil(document.documentElement.getBoundingClientRect().height) });
new ResizeObserver(tellHeight).observe(document.documentElement);

// Escape leaves; in a box that has words it empties the box first, as browsers do.
addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || event.defaultPrevented) return;
  if (event.target !== input("q") || !input("q")?.value) tell({ onrecord: "leave" });
});

// A link that the new results no longer have hands its focus to their heading, and another page begins at its top.
let turning = false;
onHtmx("htmx:beforeSwap", ({ requestConfig }) => {
  turning = requestConfig.elt instanceof HTMLAnchorElement;
});
onHtmx("htmx:afterSettle", () => {
  if (!turning) return;
  byId("sentence")?.focus({ preventScroll: true });
  tell({ onrecord: "top" });
});
