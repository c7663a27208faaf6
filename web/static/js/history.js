// Every search is a step of the browser's history. Going back shows what was there, at once: results, filters,
// scroll and focus. What is not kept any more is asked for again; the search box is never replaced.

import { byId, input, onHtmx, show } from "./dom.js";
import { settle } from "./requests.js";

/**
 * What a step of the history showed.
 * @typedef {{ parts: Map<string, DocumentFragment>, title: string, scroll: number, focus: string }} View
 */

const PARTS = ["sentence", "status", "results", "facets"];
const KEPT = 30; // views; each some hundred elements

/** @type {Map<number, View>} */
const views = new Map();
/** @type {View | null} */
let leaving = null;
let step = Number(history.state?.step) || Date.now();
let address = location.pathname + location.search;
let sent = "";
let typed = false;
let refused = false;

if (byId("results")) {
  history.replaceState({ step }, "");
  addEventListener("popstate", goBackOrOn);
}

// A link that changes the words changes the box too, unless somebody has typed on meanwhile.
onHtmx("htmx:beforeSend", ({ target }) => {
  if (target.id === "results") sent = input("q")?.value ?? "";
});

// The answer is about to take the place of what is there.
onHtmx("htmx:beforeSwap", ({ target }) => {
  if (target.id === "results") leaving = refused ? null : view();
});

onHtmx("htmx:afterSwap", ({ target, xhr, requestConfig }) => {
  if (target.id !== "results") return;
  const path = xhr.getResponseHeader("HX-Push-Url");
  refused = path === "false";
  if (!path || refused) return;
  // Typing makes one step, however many answers it brings; the same address makes none.
  const typing = requestConfig.elt.id === "q";
  const again = path === address || requestConfig.elt.id === "results" || (typing && typed);
  typed = typing;
  address = path;
  if (input("q")?.value === sent) fillBox(path);
  if (again) {
    history.replaceState({ step }, "", path);
  } else {
    keep(step, leaving);
    step = Date.now();
    history.pushState({ step }, "", path);
  }
});

/** @param {PopStateEvent} event */
function goBackOrOn(event) {
  const wanted = location.pathname + location.search;
  if (wanted === address) {
    // A link to a place on the page: it is of the same step, so that going back to it finds what was there.
    if (!event.state) history.replaceState({ step }, "");
    return;
  }
  const results = byId("results");
  if (!results || !event.state) return;
  for (const element of [byId("search"), results]) window.htmx?.trigger(/** @type {Element} */ (element), "htmx:abort");
  keep(step, refused ? null : view());
  step = event.state.step;
  address = wanted;
  typed = refused = false;
  fillBox(wanted);
  settle();
  const found = views.get(step);
  if (found) put(found);
  else show(wanted, results);
}

/** @param {string} path */
function fillBox(path) {
  const box = input("q");
  const words = new URL(path, location.href).searchParams.get("q") ?? "";
  if (box && box.value.trim() !== words) box.value = words; // a space at the end is the next word's
}

/** @returns {View} */
function view() {
  const parts = new Map();
  for (const id of PARTS) {
    const copy = document.createDocumentFragment();
    for (const node of byId(id)?.childNodes ?? []) copy.append(node.cloneNode(true));
    for (const field of copy.querySelectorAll("input")) {
      field.checked = field.defaultChecked; // as it came, not as it was about to be
      field.value = field.defaultValue;
    }
    parts.set(id, copy);
  }
  return { parts, title: document.title, scroll: scrollY, focus: document.activeElement?.id ?? "" };
}

/**
 * @param {number} at
 * @param {View | null} found
 */
function keep(at, found) {
  if (!found) return;
  views.delete(at);
  views.set(at, found);
  for (const oldest of views.keys()) {
    if (views.size <= KEPT) break;
    views.delete(oldest);
  }
}

/** @param {View} found */
function put(found) {
  for (const [id, part] of found.parts) {
    const place = byId(id);
    if (!place) continue;
    place.replaceChildren(part.cloneNode(true));
    window.htmx?.process(place);
  }
  document.title = found.title;
  byId("failure")?.toggleAttribute("hidden", true);
  scrollTo({ top: found.scroll, behavior: "instant" });
  byId(found.focus)?.focus({ preventScroll: true });
}
