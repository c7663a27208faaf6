// An article: the quote an address names is marked in all its paragraphs, and a topic shows its evidence.

import { origin } from "./dom.js";

/** @type {HTMLElement[]} */
const quoted = [...document.querySelectorAll("[data-quotes]")].filter((part) => part instanceof HTMLElement);
/** @type {HTMLElement[]} */
const evidence = [...document.querySelectorAll("[data-topics]")].filter((part) => part instanceof HTMLElement);

function markTarget() {
  const target = decodeURIComponent(location.hash.slice(1));
  for (const part of quoted) part.classList.toggle("current", target !== "" && names(part.dataset.quotes).includes(target));
  for (const item of document.querySelectorAll("[data-quote]")) {
    if (!(item instanceof HTMLElement)) continue;
    item.classList.toggle("current", item.dataset.quote === target);
    const list = item.closest(".list");
    if (list && item.dataset.quote === target) list.scrollTop = item.offsetTop - list.clientHeight / 3;
  }
}

/** @param {string | undefined} list */
const names = (list) => (list ?? "").split(" ");

/** The topics that the pointer, the focus or an open list points at. */
function markEvidence() {
  const shown = new Set(
    [...document.querySelectorAll(".topic:is([open], :hover, :focus-within)")].map(({ id }) => id),
  );
  for (const part of evidence) part.classList.toggle("shown", names(part.dataset.topics).some((id) => shown.has(id)));
}

if (quoted.length) {
  addEventListener("hashchange", markTarget);
  markTarget();
}
if (evidence.length) {
  for (const kind of ["pointerover", "pointerout", "focusin", "focusout", "toggle"]) {
    document.addEventListener(kind, (event) => origin(event, ".topic") && setTimeout(markEvidence), true);
  }
}
