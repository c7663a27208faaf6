// A slow answer shows a bar, a failed one says so and can be tried again; only our own answers are shown.

import { byId, onHtmx, show } from "./dom.js";

/** @type {Record<number, string>} */
const REASONS = {
  401: "You are no longer signed on. Load the page again.",
  429: "Too much was asked at once. Wait a little.",
};
const PATIENCE = 200; // milliseconds before the bar appears

// A request that a newer one called off is no error, so the console need not hear of it.
if (window.htmx) window.htmx.logger = forgetCalledOff;

/** @type {(element: Element, event: string, detail: any) => void} */
function forgetCalledOff(_element, event, detail) {
  if (event === "htmx:sendAbort" || event === "htmx:afterRequest") detail.error = undefined;
}

let running = 0;
let asked = location.pathname + location.search;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let waiting;

onHtmx("htmx:beforeSend", ({ pathInfo, target }) => {
  if (running++ === 0) waiting = setTimeout(() => busy(true), PATIENCE);
  if (target.id === "results") asked = pathInfo.finalRequestPath;
});

onHtmx("htmx:afterRequest", () => {
  if (--running > 0) return;
  clearTimeout(waiting);
  busy(false);
});

// What a proxy or a broken server sends is no result. Ours says which address it stands for.
onHtmx("htmx:beforeSwap", (detail) => {
  if (detail.target.id !== "results") {
    detail.shouldSwap &&= detail.xhr.status === 200;
    return;
  }
  if (detail.xhr.getResponseHeader("HX-Push-Url") === null) {
    detail.shouldSwap = false;
    fail(REASONS[detail.xhr.status] ?? `The server answered ${detail.xhr.status}.`);
  } else {
    fail("");
  }
});
onHtmx("htmx:sendError", () => fail("The server did not answer."));
onHtmx("htmx:timeout", () => fail("The server took too long."));

// The box waits for a pause before it searches. Where something else has answered meanwhile, a suggestion taken or
// a step back, that search is no longer wanted.
let settled = false;
export const settle = () => (settled = true);
document.addEventListener("input", ({ target }) => {
  if (target instanceof HTMLElement && target.id === "q") settled = false;
});
document.addEventListener("htmx:confirm", (event) => {
  if (settled && /** @type {CustomEvent} */ (event).detail.elt.id === "q") event.preventDefault();
});

document.addEventListener("click", ({ target }) => {
  if (target instanceof HTMLElement && target.id === "retry") show(asked, target);
});

/** @param {boolean} is */
function busy(is) {
  byId("progress")?.toggleAttribute("hidden", !is);
  byId("results")?.setAttribute("aria-busy", String(is));
}

/** @param {string} reason */
function fail(reason) {
  const failure = byId("failure");
  const words = failure?.querySelector("p");
  if (!failure || !words) return;
  words.textContent = reason && `${reason} What you see is the answer to the search before.`;
  failure.hidden = !reason;
}
