import type { default as Htmx } from "htmx.org";

declare global {
  interface Window {
    /** Absent where the page is served without htmx; everything works as plain HTML then. */
    htmx?: typeof Htmx;
  }
}
