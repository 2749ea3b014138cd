// Saves the score sheet while the juror writes: after each tap at once, after typing when there is a pause. What has not been
// acknowledged is kept in this browser (journal.js), also where the page or the server goes; it is sent when the page is opened again.
// Without this file the form's own buttons do the same.
import { Journal } from "./journal.js";

const form = document.querySelector("form[data-save]");
const { person } = form.dataset;
const sheet = `scores/${form.dataset.entry}`;
const state = form.querySelector("[data-state]");
const words = state.querySelector("span");
const journal = new Journal();
const unsaved = new Map(); // field -> how many times it has changed
let pause;
let sending = null; // one request at a time
let failures = 0;
let isLeaving = false;
let isWaiting = false;

journal.off = sessionStorage.getItem("drafts-off") === "yes";

function say(text, tone) {
  words.textContent = text;
  state.dataset.tone = tone;
}

function valueOf(name) {
  const field = form.elements[name];
  return field instanceof RadioNodeList ? field.value : field.type === "checkbox" ? (field.checked ? "yes" : "") : field.value;
}

function put(name, value) {
  const field = form.elements[name];
  if (!(field instanceof RadioNodeList) && field.type === "checkbox") field.checked = value === "yes";
  else field.value = value;
}

function touch(name) {
  unsaved.set(name, (unsaved.get(name) ?? 0) + 1);
  journal.put({ person, entry: sheet, field: name, base: "", page: "", text: valueOf(name), at: Date.now() });
}

function soon(wait) {
  clearTimeout(pause);
  pause = setTimeout(save, wait);
}

function save() {
  clearTimeout(pause);
  if (sending || unsaved.size === 0 || isLeaving) return sending;
  return sending = transmit().catch(() => ({})).then(told => {
    sending = null;
    // A refusal in words will not change by asking again; anything else may.
    if (told.saved ? unsaved.size > 0 : !told.message) soon(told.saved ? 300 : Math.min(30_000, 500 * 2 ** failures++));
  });
}

async function transmit() {
  const going = new Map(unsaved);
  say(form.dataset.saving, "busy");
  const body = new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === "string"));
  const answer = await fetch(form.dataset.save, { method: "POST", headers: { accept: "application/json" }, body, keepalive: `${body}`.length < 60_000, signal: AbortSignal.timeout(20_000) })
    .catch(() => null);
  const told = answer?.headers.get("content-type")?.includes("json") ? await answer.json().catch(() => ({})) : {};
  if (told.saved) saved(going, told);
  else say(`${form.dataset.failed} ${told.message ?? ""}`, "error");
  return told;
}

function saved(going, told) {
  failures = 0;
  for (const [name, changes] of going)
    if (unsaved.get(name) === changes) { unsaved.delete(name); journal.clear(name); }
  say(told.message, "ok");
  form.querySelector("[data-total]").textContent = told.total;
  form.querySelector("label[for=scored]").textContent = told.scored;
  form.querySelector("#scored").value = told.count;
}

// What a page that is no more could not send.
async function takeUp() {
  for (const record of await journal.of(person, sheet)) {
    if (!form.elements[record.field] || valueOf(record.field) === record.text) { journal.remove(record); continue; }
    if (unsaved.has(record.field)) continue;
    put(record.field, record.text);
    touch(record.field);
  }
  if (unsaved.size > 0) soon(0);
}

// The sheet is one record: what is on its way arrives first, or the form would race with its own saving. Pressed twice is pressed once.
async function submitted(event) {
  clearTimeout(pause);
  if (navigator.onLine === false) {
    event.preventDefault();
    say(form.dataset.offline, "error");
    return state.scrollIntoView({ block: "center" });
  }
  if (isLeaving || !sending) { isLeaving = true; return; }
  event.preventDefault();
  if (isWaiting) return;
  isWaiting = true;
  await sending;
  clearTimeout(pause);
  [isWaiting, isLeaving] = [false, true];
  form.requestSubmit(event.submitter);
}

form.addEventListener("input", e => {
  if (!e.target.name) return;
  touch(e.target.name);
  soon(e.target.matches("textarea") ? 1200 : 0);
});
form.addEventListener("focusout", save);
form.addEventListener("submit", submitted);
addEventListener("pageshow", e => { if (e.persisted) isLeaving = false; });
addEventListener("online", () => { failures = 0; save(); });
document.addEventListener("visibilitychange", save);
addEventListener("signing-out", e => e.detail.push(save()));
addEventListener("beforeunload", e => { if (unsaved.size > 0 && !journal.keeps && !isLeaving) e.preventDefault(); });
takeUp();
