// Short names for what every module does.

/**
 * @param {string} id
 * @returns {HTMLElement | null}
 */
export const byId = (id) => document.getElementById(id);

/**
 * @param {string} id
 * @returns {HTMLInputElement | null}
 */
export const input = (id) => /** @type {HTMLInputElement | null} */ (byId(id));

/**
 * The element an event began at, or what encloses it.
 * @param {Event} event
 * @param {string} selector
 * @returns {HTMLElement | null}
 */
export const origin = (event, selector) =>
  event.target instanceof Element ? event.target.closest(selector) : null;

/**
 * Listen to an event of htmx.
 * @param {string} name
 * @param {(detail: any) => void} react
 */
export const onHtmx = (name, react) =>
  document.addEventListener(name, (event) => react(/** @type {CustomEvent} */ (event).detail));

/**
 * Show an address of a search in place of the results that are there.
 * @param {string} address
 * @param {HTMLElement} source whose hx-sync lets the newer of two requests win
 */
export const show = (address, source) =>
  window.htmx?.ajax("get", address, { source, target: "#results", swap: "innerHTML" });

/**
 * Say something in passing, to eyes and to screen readers.
 * @param {string} words
 */
export function say(words) {
  const notice = byId("notice");
  if (!notice) return;
  notice.textContent = words;
  clearTimeout(silence);
  silence = setTimeout(() => (notice.textContent = ""), 4000);
}
/** @type {ReturnType<typeof setTimeout> | undefined} */
let silence;
