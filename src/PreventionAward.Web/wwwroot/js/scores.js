// Saves the score sheet while the juror writes: after each tap at once, after typing when there is a pause.
// Without this file the form's own buttons do the same.
const form = document.querySelector("form[data-save]");
const state = form.querySelector("[data-state]");
const words = state.querySelector("span");
const unsaved = { changes: 0, saved: 0 };
let pause;
let sending = false;

function say(text, tone) {
  words.textContent = text;
  state.dataset.tone = tone;
}

async function save() {
  clearTimeout(pause);
  if (sending || unsaved.saved === unsaved.changes) return;
  sending = true;
  const upTo = unsaved.changes;
  say(form.dataset.saving, "busy");
  try {
    const answer = await fetch(form.dataset.save, { method: "POST", headers: { accept: "application/json" }, body: new FormData(form) });
    const told = answer.headers.get("content-type")?.includes("json") ? await answer.json() : {};
    if (told.saved) {
      unsaved.saved = upTo;
      say(told.message, "ok");
      form.querySelector("[data-total]").textContent = told.total;
      form.querySelector("label[for=scored]").textContent = told.scored;
      form.querySelector("#scored").value = told.count;
    } else {
      say(`${form.dataset.failed} ${told.message ?? ""}`, "error");
    }
  } catch {
    say(form.dataset.failed, "error");
    pause = setTimeout(save, 5000);
  }
  sending = false;
  if (unsaved.saved >= upTo && unsaved.changes > upTo) pause = setTimeout(save, 300);
}

form.addEventListener("input", e => {
  unsaved.changes++;
  clearTimeout(pause);
  pause = setTimeout(save, e.target.matches("textarea") ? 1200 : 0);
});
form.addEventListener("focusout", save);
form.addEventListener("submit", () => { unsaved.saved = unsaved.changes; clearTimeout(pause); });
addEventListener("beforeunload", e => { if (unsaved.saved !== unsaved.changes) e.preventDefault(); });
