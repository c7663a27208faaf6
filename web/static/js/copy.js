// A link to a citation copies it, a permanent link copies its address; opened in a new tab they are what they say.

import { origin, say } from "./dom.js";

document.addEventListener("click", async (event) => {
  const link = origin(event, "a[data-copies]");
  if (!(link instanceof HTMLAnchorElement) || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  try {
    await write(link.dataset.copies === "address" ? link.href : await textOf(link.href));
    say(link.dataset.said ?? "Copied");
  } catch {
    say("That could not be copied. Open the link in a new tab instead.");
  }
  link.closest("details")?.removeAttribute("open");
});

/** @param {string} address */
async function textOf(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
  return answer.text();
}

/** @param {string} text */
async function write(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  // Over plain http, as in many an intranet, there is only the old way.
  const area = document.createElement("textarea");
  area.value = text;
  area.className = "aside";
  document.body.append(area);
  const before = document.activeElement;
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  if (!done) throw new Error("the browser refused");
  return undefined;
}
