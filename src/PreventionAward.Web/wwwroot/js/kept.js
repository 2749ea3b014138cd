// A form that does not save itself is kept in this browser (journal.js) until the server has it, also where the page goes, and is not
// sent while there is no connection. What the server has of a field "x" or "text.x" stands in "shown.x", or is what it drew.
// Without this file the form's own button does its work.
import { Answers, clean } from "./answers.js";
import { Journal } from "./journal.js";

for (const form of document.querySelectorAll("form[data-keep]")) {
  const { person, keep: entry } = form.dataset;
  const [told, offline] = ["[data-kept]", "[data-offline]"].map(place => form.querySelector(place));
  const answers = new Answers(form);
  const journal = new Journal();
  const shown = name => form.elements[`shown.${name.replace(/^text\./, "")}`];
  const saved = name => shown(name)?.value ?? answers.drawn(name);
  const isSaved = name => clean(answers.get(name)) === clean(saved(name));

  const keep = name => {
    if (isSaved(name)) journal.clear(name);
    else journal.put({ person, entry, field: name, base: saved(name), page: "", text: answers.get(name), at: Date.now() });
    told.hidden = !journal.keeps || answers.names.every(isSaved);
  };

  // What somebody else has written since stays on record: the form names the text that this one was typed over.
  const takeUp = record => {
    const { field, base, text } = record;
    if (!answers.has(field)) return;
    journal.remove(record);
    if (clean(text) === clean(saved(field))) return;
    if (isSaved(field)) {
      if (shown(field)) shown(field).value = base;
      answers.set(field, text);
    }
    keep(field);
  };

  journal.off = sessionStorage.getItem("drafts-off") === "yes";
  form.addEventListener("input", e => { if (answers.has(e.target.name)) keep(e.target.name); });
  form.addEventListener("submit", e => {
    offline.hidden = navigator.onLine !== false;
    if (!offline.hidden) e.preventDefault();
  });
  journal.of(person, entry).then(records => records.forEach(takeUp));
}
