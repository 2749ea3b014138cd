// The questions of a form as a map from name to text, written as the server keeps them (Domain/Entries/Answers.cs).
const NOT_ANSWERS = ["hidden", "submit", "button", "file", "fieldset"];

export class Answers {
  constructor(form) { this.form = form; }

  get names() {
    return [...new Set([...this.form.elements].filter(e => e.name && (!NOT_ANSWERS.includes(e.type) || "kept" in e.dataset)).map(e => e.name))];
  }

  has(name) { return this.names.includes(name); }

  get(name) { return this.#read(name, c => c.checked, c => c.value); }

  /** What the server drew. */
  drawn(name) {
    return this.#read(name, c => c.defaultChecked, c => c.options ? [...c.options].find(o => o.defaultSelected)?.value ?? c.options[0]?.value ?? "" : c.defaultValue);
  }

  set(name, text) {
    const controls = this.#controls(name);
    for (const c of controls)
      if (isChoice(c)) c.checked = text.split("\n").includes(c.value);
      else c.value = text;
    controls[0]?.dispatchEvent(new Event("input", { bubbles: true }));
    controls[0]?.dispatchEvent(new Event("change", { bubbles: true }));
  }

  /** A question that this page does not draw, such as a row added before: it is sent all the same. */
  add(name, text) {
    const input = Object.assign(document.createElement("input"), { type: "hidden", name, value: text });
    input.dataset.kept = "";
    this.form.append(input);
  }

  // Inputs only: the line that tells of saving has words for what is kept, in an attribute of the same name.
  get added() { return [...this.form.querySelectorAll("input[data-kept]")].map(i => i.name); }

  /** The place to which a sentence about a question belongs. */
  field(name) { return this.#controls(name)[0]?.closest(".field") ?? this.form.querySelector(".field"); }

  /** Another member's row took this one's number. */
  renameRow(from, to) {
    const row = document.getElementById(from);
    for (const e of row ? [row, ...row.querySelectorAll("*")] : [])
      for (const a of [...e.attributes])
        if (a.value.includes(from) && (a.name !== "value" || e.matches("button"))) e.setAttribute(a.name, a.value.replaceAll(from, to));
  }

  #controls(name) { return [...this.form.elements].filter(e => e.name === name); }

  #read(name, checked, value) {
    const controls = this.#controls(name);
    if (controls.length === 0) return "";
    return isChoice(controls[0]) ? controls.filter(checked).map(c => c.value).join("\n") : value(controls[0]);
  }
}

function isChoice(control) { return control.type === "radio" || control.type === "checkbox"; }

export function clean(text) {
  return (text.toWellFormed?.() ?? text).replace(/\r\n?/g, "\n").replaceAll("\0", "").trim();
}

/** The marks by which the server knows a text again (Domain/Entries/AnswerMarks.cs): of the text, and of the day it may mean. */
export async function marksOf(text) {
  const day = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(clean(text));
  const texts = [clean(text), ...(day ? [`${day[3]}-${day[2].padStart(2, "0")}-${day[1].padStart(2, "0")}`] : [])];
  return (await Promise.all(texts.map(mark))).filter(m => m !== null);
}

async function mark(text) {
  if (text === "") return "";
  if (!globalThis.crypto?.subtle) return null;
  const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(bytes)].slice(0, 8).map(b => b.toString(16).padStart(2, "0")).join("");
}
