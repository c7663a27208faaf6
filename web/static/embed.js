// Onrecord's search as a part of another site's page: <onrecord-search>, or this script with data- attributes where
// the search is to stand. The search is a frame of Onrecord's own, made when it comes near the window; page and frame
// exchange a greeting, heights and the focus, and believe only each other. It keeps nothing and needs no cookie.

"use strict";
{
  const here = /** @type {HTMLScriptElement} */ (document.currentScript);
  const home = new URL(".", here.src);

  const FACETS = ["speaker", "outlet", "topic", "kind", "implies", "verb"];
  /** What an attribute presets, by its name: the parameter of the search's address. */
  const PRESETS = new Map([
    ...["q", "view", "sort", "from", "to"].map((name) => /** @type {const} */ ([name, name])),
    ["page-size", "page_size"],
    ...FACETS.map((name) => /** @type {const} */ ([name, name])),
    ...FACETS.map((name) => /** @type {const} */ ([`not-${name}`, `-${name}`])),
  ]);
  const SEVERAL = new Set(FACETS.flatMap((name) => [name, `not-${name}`]));
  const THEMES = ["auto", "light", "dark"];
  const COLOUR = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i;
  const ATTRIBUTES = [...PRESETS.keys(), "theme", "accent", "label"];
  const LABEL = "Search for quotes: who said what";
  const NEAR = "400px"; // how far below the window a frame is made
  const PATIENCE = 2000; // milliseconds for a loaded frame to answer the greeting
  const LONG = 15000; // milliseconds for a frame to load
  const HIGHEST = 20000; // pixels

  const style = new CSSStyleSheet();
  style.replaceSync(`
    :host { display: block; margin-block: 1em; }
    :host([hidden]) { display: none; }
    :host(:focus) { outline: none; }
    div { min-block-size: 12rem; }
    iframe { display: block; box-sizing: border-box; inline-size: 100%; block-size: 12rem; border: 1px solid;
      border-radius: 6px; border-color: color-mix(in srgb, currentcolor 20%, transparent); }
    iframe:focus { outline: 2px solid; outline-offset: 2px; }
    [hidden] { display: none; }
  `);

  const near = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (isIntersecting && target instanceof OnrecordSearch) target.show();
      }
    },
    { rootMargin: NEAR },
  );

  class OnrecordSearch extends HTMLElement {
    static observedAttributes = ATTRIBUTES;

    /** @type {HTMLIFrameElement | undefined} */
    #frame;
    /** Where the frame is, or will be once it comes near the window. */
    #room = document.createElement("div");
    /** What stands there where it cannot be: what the page's author wrote, or else a link of ours. */
    #instead = document.createElement("slot");
    #link = document.createElement("a");
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    #waiting;
    /** @type {Element | null} */
    #before = null;

    constructor() {
      super();
      const root = this.attachShadow({ mode: "open" });
      root.adoptedStyleSheets = [style];
      this.#link.append("Search for quotes in Onrecord");
      this.#instead.hidden = true;
      root.append(this.#room, this.#instead);
    }

    connectedCallback() {
      addEventListener("message", this.#hear);
      document.addEventListener("focusin", this.#remember);
      near.observe(this);
    }

    disconnectedCallback() {
      near.unobserve(this);
      removeEventListener("message", this.#hear);
      document.removeEventListener("focusin", this.#remember);
      clearTimeout(this.#waiting);
      this.#frame?.remove();
      this.#frame = undefined;
    }

    attributeChangedCallback() {
      if (this.#frame) this.#fill(this.#frame);
    }

    /** Make the frame, once. */
    show() {
      near.unobserve(this);
      const frame = document.createElement("iframe");
      frame.part.add("frame");
      frame.referrerPolicy = "no-referrer";
      frame.addEventListener("load", () => this.#greet(frame));
      this.#fill(frame);
      this.#wait(LONG);
      this.#frame = frame;
      this.#room.append(frame);
    }

    /** @param {HTMLIFrameElement} frame */
    #fill(frame) {
      const search = presets(this);
      const whole = new URL("./", home);
      whole.search = String(search);
      this.#link.href = whole.href;
      for (const [name, value] of look(this)) search.append(name, value);
      const wanted = new URL("embed", home);
      wanted.search = String(search);
      frame.title = this.getAttribute("label") || LABEL;
      if (frame.src !== wanted.href) frame.src = wanted.href;
    }

    /**
     * A frame that was refused, or is no search of ours, cannot answer.
     * @param {HTMLIFrameElement} frame
     */
    #greet(frame) {
      this.#wait(PATIENCE);
      frame.contentWindow?.postMessage({ onrecord: "greeting" }, home.origin);
    }

    /** @param {number} patience milliseconds */
    #wait(patience) {
      clearTimeout(this.#waiting);
      this.#waiting = setTimeout(() => this.#answered(false), patience);
    }

    /** @param {boolean} is */
    #answered(is) {
      clearTimeout(this.#waiting);
      this.#room.hidden = !is;
      this.#instead.hidden = is;
      if (!is && !this.firstElementChild) this.append(this.#link);
    }

    /** @param {MessageEvent} event */
    #hear = ({ data, origin, source }) => {
      if (origin !== home.origin || !this.#frame || source !== this.#frame.contentWindow) return;
      if (data?.onrecord === "height" && data.height > 0 && data.height <= HIGHEST) {
        this.#answered(true);
        this.#frame.style.blockSize = `${data.height + this.#frame.offsetHeight - this.#frame.clientHeight}px`;
      } else if (data?.onrecord === "top") {
        if (this.getBoundingClientRect().top < 0) this.scrollIntoView();
      } else if (data?.onrecord === "leave") {
        this.#leave();
      }
    };

    /** Give the focus back to what had it before, or have it ourselves: then it is where the frame begins. */
    #leave() {
      if (this.#before instanceof HTMLElement && this.#before.isConnected) {
        this.#before.focus();
      } else {
        this.tabIndex = -1; // not for longer: Tab would pass the frame by
        this.addEventListener("blur", () => this.removeAttribute("tabindex"), { once: true });
        this.focus();
      }
    }

    /** @param {FocusEvent} event */
    #remember = ({ target }) => {
      if (target instanceof Element && target !== this) this.#before = target;
    };
  }

  /**
   * The search that an element's attributes preset.
   * @param {Element} element
   */
  function presets(element) {
    const search = new URLSearchParams();
    for (const [name, parameter] of PRESETS) {
      const written = element.getAttribute(name) ?? "";
      for (const value of SEVERAL.has(name) ? written.split(",") : [written]) {
        if (value.trim()) search.append(parameter, value.trim());
      }
    }
    return search;
  }

  /**
   * How an element's attributes want the frame to look.
   * @param {Element} element
   * @returns {[string, string][]}
   */
  function look(element) {
    const theme = element.getAttribute("theme") ?? "auto";
    const accent = element.getAttribute("accent") ?? "";
    if (!THEMES.includes(theme)) console.warn(`onrecord-search: theme="${theme}" is none of ${THEMES.join(", ")}.`);
    if (accent && !COLOUR.test(accent)) console.warn(`onrecord-search: accent="${accent}" is no colour like #00538a.`);
    /** @type {[string, string][]} */
    const found = [["theme", theme === "dark" || theme === "light" ? theme : themeOf(element)]];
    if (COLOUR.test(accent)) found.push(["accent", accent.replace("#", "")]);
    return found;
  }

  /**
   * The frame is dark only where the page around it can be: a page that says nothing is light.
   * @param {Element} element
   */
  function themeOf(element) {
    const schemes = getComputedStyle(element).colorScheme.split(" ");
    return !schemes.includes("dark") ? "light" : schemes.includes("light") ? "auto" : "dark";
  }

  if (!customElements.get("onrecord-search")) customElements.define("onrecord-search", OnrecordSearch);

  // With attributes of its own the script stands for an element.
  const own = ATTRIBUTES.filter((name) => here.hasAttribute(`data-${name}`));
  if (own.length) {
    const element = document.createElement("onrecord-search");
    for (const name of own) element.setAttribute(name, here.getAttribute(`data-${name}`) ?? "");
    here.after(element);
  }
}
