// Where a learner answers: <code-place>, a field in a line of code, and <choice-place>, the options of a question. Both keep
// what the circuit has not taken yet, through a lost connection, a reload, or the page being taken over. What the circuit
// says of an earlier answer never undoes a later one.
import { columns } from "./columns.js";

const pause = 500;
const prefix = "asl-typed:";

// What this page knows: null where nothing is unsent. Storage only hands it on to the next page.
const known = new Map();

const unsent = {
  get(key) {
    if (!known.has(key)) known.set(key, attempt(() => sessionStorage.getItem(prefix + key)));
    return known.get(key);
  },
  set(key, text) {
    known.set(key, text);
    attempt(() => sessionStorage.setItem(prefix + key, text));
  },
  delete(key) {
    known.set(key, null);
    attempt(() => sessionStorage.removeItem(prefix + key));
  },
};

// Storage may be forbidden; then what is unsent ends with the page.
function attempt(action) {
  try {
    return action();
  } catch {
    return null;
  }
}

// `field` is the control that speaks for the place, or null; `show(text)` puts an answer in the place.
class Place extends HTMLElement {
  static observedAttributes = ["data-kept", "data-ack"];

  #timer = 0;
  #sent = null;

  connectedCallback() {
    this.addEventListener("input", this);
    this.addEventListener("compositionend", this);
    this.addEventListener("change", this);
    addEventListener("asl-connected", this);
    // Its content comes after it. takeover.js sets the caret then.
    queueMicrotask(() => this.#putBack());
    // Blazor listens on the document once the whole batch is in it.
    setTimeout(() => this.#restore());
  }

  disconnectedCallback() {
    removeEventListener("asl-connected", this);
    clearTimeout(this.#timer);
  }

  attributeChangedCallback(name, before, now) {
    if (!this.isConnected || !this.querySelector("input")) return;
    if (name === "data-ack") {
      if (now === null) return;
      if (this.unsent === now) unsent.delete(this.dataset.key);
      this.taken();
    } else if (this.unsent === null && this.value !== now) {
      // Came from elsewhere: another tab, or back to the given value.
      this.show(now);
      this.#sent = null;
    }
  }

  handleEvent(event) {
    if (event.type === "asl-connected") {
      this.#restore();
    } else if (event.type === "input" || event.type === "compositionend") {
      clearTimeout(this.#timer);
      if (this.value === this.#sent && this.value === this.dataset.ack) {
        // Back to what the circuit has: it would not answer again.
        unsent.delete(this.dataset.key);
        return;
      }
      unsent.set(this.dataset.key, this.value);
      // Letters on their way to a word are no answer.
      if (!event.isComposing) this.#timer = setTimeout(() => this.flush(), pause);
    } else {
      this.#sent = this.value;
      clearTimeout(this.#timer);
    }
  }

  get value() {
    return this.field?.value ?? "";
  }

  get unsent() {
    return unsent.get(this.dataset.key);
  }

  // The circuit has an answer.
  taken() {}

  // Says at once what would be said after the pause.
  flush() {
    clearTimeout(this.#timer);
    if (this.unsent !== null && this.#sent !== this.value) {
      this.field?.dispatchEvent(new Event("change", { bubbles: true }));
    }
  }

  #putBack() {
    const isThere = this.isConnected && this.querySelector("input") !== null && this.unsent !== null;
    if (isThere) this.show(this.unsent);
    return isThere;
  }

  #restore() {
    if (!this.#putBack()) return;
    this.#sent = null;
    this.flush();
  }
}

// As wide as its content.
customElements.define("code-place", class extends Place {
  connectedCallback() {
    super.connectedCallback();
    this.addEventListener("focusout", this);
  }

  get field() {
    return this.querySelector("input");
  }

  handleEvent(event) {
    if (event.type === "focusout") {
      this.#refill();
      return;
    }
    super.handleEvent(event);
    if (event.type === "input" || event.type === "compositionend") this.#fit();
  }

  show(text) {
    this.field.value = text;
    this.#fit();
  }

  taken() {
    if (document.activeElement !== this.field) this.#refill();
  }

  // A parameter that was emptied has its default again.
  #refill() {
    if (this.unsent !== null || this.field.value.trim() !== "" || this.field.value === this.dataset.kept) return;
    this.show(this.dataset.kept);
  }

  #fit() {
    this.field.style.setProperty("--ch", columns(this.field.value));
  }
});

customElements.define("choice-place", class extends Place {
  get field() {
    return this.querySelector("input:checked");
  }

  show(text) {
    for (const option of this.querySelectorAll("input")) option.checked = option.value === text;
  }
});
