// The little that htmx and plain HTML do not do. Without this file every function still works.

const here = () => location.pathname + location.search;
const byId = (id) => (id ? document.getElementById(id) : null);

// Typing makes one entry in the history, however many answers it brings; the same address makes none.
let typed = false;
document.addEventListener("htmx:beforeHistoryUpdate", ({ detail }) => {
  const typing = detail.requestConfig.elt.id === "q";
  if ((typing && typed) || detail.history.path === here()) detail.history.type = "replace";
  typed = typing;
});

// A list somebody opened stays open when the filters are counted anew.
let opened = [];
document.addEventListener("htmx:beforeSwap", () => {
  opened = [...document.querySelectorAll("#facets details[open]")].map((list) => list.id);
});
document.addEventListener("htmx:afterSettle", () => {
  for (const id of opened) byId(id)?.setAttribute("open", "");
});

// A link that the new results no longer have hands its focus to their heading.
let inResults = false;
document.addEventListener("htmx:beforeSwap", () => {
  inResults = Boolean(document.activeElement?.closest("#results, #facets"));
});
document.addEventListener("htmx:afterSettle", () => {
  if (inResults && document.activeElement === document.body) byId("sentence")?.focus({ preventScroll: true });
});

// The quote an address names is marked in all its paragraphs, not only where it begins.
function markTarget() {
  const target = decodeURIComponent(location.hash.slice(1));
  for (const part of document.querySelectorAll("[data-quotes]")) {
    part.classList.toggle("current", part.dataset.quotes.split(" ").includes(target) && target !== "");
  }
}
addEventListener("hashchange", markTarget);
markTarget();
