// What is said beside the form while it saves itself: one of four states in words, and what has to be decided.
export class DraftState {
  /** Question -> the notice in which a person picks between two texts. */
  conflicts = new Map();
  keepAll = () => {};
  #last = "";

  constructor(form, answers, choose) {
    Object.assign(this, { form, answers, choose });
    this.line = form.querySelector("[data-draft-state]");
    this.line.hidden = false;
    this.words = this.line.querySelector("span");
  }

  saving() { this.#say("saving", this.line.dataset.saving); }

  savedAt(sentence) { this.#last = sentence; }

  refused(sentence) { this.#refusal = sentence; }
  #refusal = "";

  outcome(outcome) {
    const kept = this.choose.keeps() ? this.line.dataset.kept : this.line.dataset.open;
    this.#notice("signed-out").hidden = outcome !== "signed-out";
    if (this.conflicts.size > 0 && ["saved", "conflict"].includes(outcome)) this.#say("conflict", this.line.dataset.conflict);
    else if (outcome === "saved") this.#say("saved", this.#last);
    else if (outcome === "refused") this.#say("kept", `${this.line.dataset.refused} ${this.#refusal}`);
    else this.#say("kept", kept);
  }

  restored() { this.#notice("restored").hidden = false; }

  /** Somebody pressed a button of the form that cannot be done yet: to what stands in the way. */
  explain(outcome) {
    const place = outcome === "conflict" ? [...this.conflicts.values()][0] : outcome === "signed-out" ? this.#notice(outcome) : this.line;
    if (outcome === "away" && this.choose.keeps()) this.#say("kept", this.line.dataset.offline);
    place.tabIndex = -1;
    place.focus({ focusVisible: true });
  }

  /** Another member changed the same answer: their text stands beside, and a person picks. */
  conflict(name, { text, mark }) {
    this.settled(name);
    const box = this.#box("conflict", name, text);
    this.conflicts.set(name, box);
    box.querySelector("[data-pick=mine]").onclick = () => { this.settled(name); this.choose.mine(name, mark); this.#back(name); };
    box.querySelector("[data-pick=other]").onclick = () => { this.settled(name); this.choose.other(name, mark, text); this.outcome("saved"); this.#back(name); };
  }

  settled(name) {
    this.conflicts.get(name)?.remove();
    this.conflicts.delete(name);
  }

  /** A second text of the same question was kept on this device. */
  alsoKept(name, record) {
    const box = this.#box("also-kept", name, record.text);
    box.querySelector("[data-pick=mine]").onclick = () => { box.remove(); this.choose.kept(name, record, false); this.#back(name); };
    box.querySelector("[data-pick=other]").onclick = () => { box.remove(); this.choose.kept(name, record, true); this.#back(name); };
  }

  /** On a shared computer: nothing is kept in this browser. */
  optOut(journal) {
    const box = this.form.querySelector("[data-draft-off]");
    const input = box.querySelector("input");
    box.hidden = false;
    input.checked = journal.off = sessionStorage.getItem("drafts-off") === "yes";
    input.addEventListener("change", () => {
      journal.off = input.checked;
      if (journal.off) { sessionStorage.setItem("drafts-off", "yes"); journal.wipe(); }
      else { sessionStorage.removeItem("drafts-off"); this.keepAll(); }
    });
  }

  #box(kind, name, text) {
    const box = this.form.querySelector(`template[data-draft="${kind}"]`).content.firstElementChild.cloneNode(true);
    const shown = box.querySelector("blockquote");
    if (text) shown.textContent = text;
    this.answers.field(name).append(box);
    for (let fold = box.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    return box;
  }

  #back(name) { this.answers.field(name)?.querySelector("input, textarea, select")?.focus(); }

  #notice(kind) { return document.querySelector(`[data-draft-notice="${kind}"]`); }

  // Said once: the same words again would be read out again.
  #say(state, sentence) {
    this.line.dataset.state = state;
    if (this.words.textContent !== sentence) this.words.textContent = sentence;
  }
}
