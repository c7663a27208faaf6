// Suggestions below the search box, by the combobox pattern of the WAI-ARIA Authoring Practices: the focus stays
// in the box, the arrows walk the list, Enter takes what is marked, Escape closes.

import { byId, input, origin, show } from "./dom.js";
import { settle } from "./requests.js";

const PAUSE = 120; // milliseconds without a letter before suggestions are asked for

const box = input("q");
const list = byId("suggestions");

/** @type {ReturnType<typeof setTimeout> | undefined} */
let pause;
let asking = new AbortController();

if (box && list && box.form) {
  const form = box.form;
  for (const [name, value] of [
    ["role", "combobox"],
    ["aria-autocomplete", "list"],
    ["aria-expanded", "false"],
    ["aria-controls", list.id],
  ]) {
    box.setAttribute(String(name), String(value));
  }

  box.addEventListener("input", () => {
    clearTimeout(pause);
    asking.abort();
    pause = setTimeout(() => ask(form), PAUSE);
  });
  box.addEventListener("blur", close);
  box.addEventListener("keydown", (event) => {
    const act = { ArrowDown: () => walk(1), ArrowUp: () => walk(-1), Enter: take, Escape: dismiss }[event.key];
    if (act?.()) event.preventDefault();
  });
  form.addEventListener("submit", close);
  // The press would take the focus out of the box, and close the list before the click is over.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => choose(origin(event, "[role=option]")));
}

/** @param {HTMLFormElement} form */
async function ask(form) {
  if (!box || !list) return;
  asking = new AbortController();
  const { signal } = asking;
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) fields.append(name, String(value));
  try {
    const answer = await fetch(`${list.dataset.from}?${fields}`, { signal });
    const found = answer.ok ? await answer.text() : "";
    if (signal.aborted || document.activeElement !== box) return;
    list.innerHTML = found; // escaped where it was made, like every page
    open(list.querySelector("[role=option]") !== null);
  } catch {
    if (!signal.aborted) close(); // a search needs no suggestions; an aborted one has a newer behind it
  }
}

/** @param {boolean} is */
function open(is) {
  list?.toggleAttribute("hidden", !is);
  box?.setAttribute("aria-expanded", String(is));
  if (!is) box?.removeAttribute("aria-activedescendant");
}

function close() {
  clearTimeout(pause);
  asking.abort();
  open(false);
}

const options = () => (list?.hidden ? [] : [...(list?.querySelectorAll("[role=option]") ?? [])]);
const marked = () => options().find((option) => option.getAttribute("aria-selected") === "true");

/**
 * Mark the next option, or the one before; past either end none is, and the box has what was typed.
 * @param {number} by
 */
function walk(by) {
  const all = options();
  if (!all.length) return false;
  const from = all.findIndex((option) => option === marked());
  const places = all.length + 1;
  const to = all[(from + 1 + by + places) % places - 1];
  for (const option of all) option.setAttribute("aria-selected", String(option === to));
  if (to) box?.setAttribute("aria-activedescendant", to.id);
  else box?.removeAttribute("aria-activedescendant");
  to?.scrollIntoView({ block: "nearest" });
  return true;
}

function take() {
  const option = marked();
  if (!option) return false; // Enter searches for what was typed
  choose(option);
  return true;
}

function dismiss() {
  const was = options().length > 0;
  close();
  return was; // a second Escape empties the box, as browsers do
}

/** @param {Element | null} option */
function choose(option) {
  if (!(option instanceof HTMLElement) || !box || !list) return;
  box.value = option.dataset.q ?? "";
  settle();
  close();
  if (window.htmx) show(option.dataset.href ?? "", list);
  else location.assign(option.dataset.href ?? "");
}
