// Texts of a form that does not save itself are kept in this browser (journal.js) until the server has them, also where the page goes.
// A field "x" or "text.x" has what the server had of it in "shown.x". Without this file the form's own button does its work.
import { clean } from "./answers.js";
import { Journal } from "./journal.js";

for (const form of document.querySelectorAll("form[data-keep]")) {
  const { person, keep: entry } = form.dataset;
  const told = form.querySelector("[data-kept]");
  const journal = new Journal();
  const shown = text => form.elements[`shown.${text.name.replace(/^text\./, "")}`];
  const texts = [...form.querySelectorAll("textarea")].filter(shown);
  const isSaved = text => clean(text.value) === clean(shown(text).value);

  const keep = text => {
    if (isSaved(text)) journal.clear(text.name);
    else journal.put({ person, entry, field: text.name, base: shown(text).value, page: "", text: text.value, at: Date.now() });
    told.hidden = !journal.keeps || texts.every(isSaved);
  };

  // What somebody else has written since stays on record: the form names the text that this one was typed over.
  const takeUp = record => {
    const text = texts.find(t => t.name === record.field);
    if (!text) return;
    journal.remove(record);
    if (clean(record.text) === clean(shown(text).value)) return;
    if (isSaved(text)) {
      shown(text).value = record.base;
      text.value = record.text;
    }
    text.dispatchEvent(new Event("input", { bubbles: true }));
  };

  journal.off = sessionStorage.getItem("drafts-off") === "yes";
  form.addEventListener("input", e => { if (texts.includes(e.target)) keep(e.target); });
  journal.of(person, entry).then(records => records.forEach(takeUp));
}
