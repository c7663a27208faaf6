// The histogram of dates: drag over the bars, or move its two handles by the arrow keys; both fill in the dates.

import { input, origin } from "./dom.js";

/**
 * A histogram on the page and what may be chosen in it.
 * @typedef {{ figure: HTMLElement, bars: SVGElement[], brush: Element, handles: HTMLInputElement[] }} Histogram
 */

let anchor = -1; // the bar where a brush began

document.addEventListener("pointerdown", (event) => {
  const plot = origin(event, ".brushable svg");
  if (!plot || event.button !== 0) return;
  event.preventDefault(); // no dragging of the links that bars are without scripts
  plot.setPointerCapture(event.pointerId);
  anchor = barAt(plot, event.clientX);
  mark(histogramOf(plot), anchor, anchor);
});
document.addEventListener("pointermove", (event) => {
  const plot = origin(event, ".brushable svg");
  if (plot && anchor >= 0) mark(histogramOf(plot), ...ordered(anchor, barAt(plot, event.clientX)));
});
document.addEventListener("pointerup", (event) => {
  const plot = origin(event, ".brushable svg");
  if (plot && anchor >= 0) choose(histogramOf(plot), ...ordered(anchor, barAt(plot, event.clientX)));
  anchor = -1;
});
document.addEventListener("pointercancel", () => (anchor = -1));
document.addEventListener(
  "click",
  (event) => {
    if (!origin(event, ".brushable svg a")) return;
    event.preventDefault();
    event.stopPropagation(); // the brush has chosen it already
  },
  true,
);

// The handles: "input" while one moves, "change" when it rests.
for (const kind of ["input", "change"]) {
  document.addEventListener(kind, (event) => {
    const handle = origin(event, ".brushable input[type=range]");
    if (!(handle instanceof HTMLInputElement)) return;
    event.stopPropagation();
    const histogram = histogramOf(handle);
    const [first, last] = histogram.handles.map(({ value }) => Number(value));
    if (first === undefined || last === undefined) return;
    // A handle pushed against the other stops there.
    if (first > last) handle.value = String(handle === histogram.handles[0] ? last : first);
    const [from, to] = ordered(...places(histogram));
    if (kind === "input") mark(histogram, from, to);
    else choose(histogram, from, to);
  });
}

/** @returns {[number, number]} @param {Histogram} histogram */
const places = ({ handles: [first, last] }) => [Number(first?.value), Number(last?.value)];

/**
 * @param {number} one
 * @param {number} other
 * @returns {[number, number]}
 */
const ordered = (one, other) => (one <= other ? [one, other] : [other, one]);

/**
 * @param {Element} part
 * @returns {Histogram}
 */
function histogramOf(part) {
  const figure = /** @type {HTMLElement} */ (part.closest(".brushable"));
  return {
    figure,
    bars: [.../** @type {NodeListOf<SVGElement>} */ (figure.querySelectorAll("[data-start]"))],
    brush: /** @type {Element} */ (figure.querySelector(".brush")),
    handles: [.../** @type {NodeListOf<HTMLInputElement>} */ (figure.querySelectorAll("input[type=range]"))],
  };
}

/**
 * @param {Element} plot
 * @param {number} x of the pointer, in the window
 */
function barAt(plot, x) {
  const { left, width } = plot.getBoundingClientRect();
  const count = histogramOf(plot).bars.length;
  return Math.min(count - 1, Math.max(0, Math.floor(((x - left) / width) * count)));
}

/**
 * Show bars as about to be chosen, both ends included.
 * @param {Histogram} histogram
 * @param {number} first
 * @param {number} last
 */
function mark({ figure, bars, brush, handles }, first, last) {
  brush.setAttribute("x", String(first));
  brush.setAttribute("width", String(last - first + 1));
  [first, last].forEach((place, end) => {
    const handle = handles[end];
    if (!handle) return;
    handle.value = String(place);
    handle.setAttribute("aria-valuetext", bars[place]?.dataset.label ?? "");
  });
  const said = figure.querySelector(".marked");
  if (said) said.textContent = [...new Set([first, last])].map((place) => bars[place]?.dataset.label).join(" to ");
}

/**
 * Ask for the days of these bars; for all of them, and for those that are chosen already, for all days.
 * @param {Histogram} histogram
 * @param {number} first
 * @param {number} last
 */
function choose(histogram, first, last) {
  const { bars } = histogram;
  mark(histogram, first, last);
  const from = input("from");
  const to = input("to");
  if (!from || !to) return;
  const days = [bars[first]?.dataset.start ?? "", bars[last]?.dataset.end ?? ""];
  const all = first === 0 && last === bars.length - 1;
  const same = first === last && from.value === days[0] && to.value === days[1];
  [from.value = "", to.value = ""] = all || same ? [] : days;
  if (window.htmx) to.dispatchEvent(new Event("change", { bubbles: true }));
  else to.form?.requestSubmit();
}
