// Saves a part of an entry while it is being written, and loses nothing when the network, the server or the sign-in is away:
// what is typed is first kept in the browser (journal.js), then sent, and forgotten when the server has acknowledged it.
// Without this file the form's own buttons do the same work.
import { Answers, clean, marksOf } from "./answers.js";
import { Journal } from "./journal.js";
import { DraftState } from "./draft-state.js";

const form = document.querySelector("form[data-draft]");
const { draft: address, person, entry } = form.dataset;
const page = crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`;
const answers = new Answers(form);
const journal = new Journal();
const base = new Map(pairs(form.elements.seen.value)); // the version each answer was typed over
const sent = new Map();                                // marks of what was sent and not answered
const unsaved = new Set();
let timer;
let failures = 0;
let sending = null;
let isLeaving = false;

const show = new DraftState(form, answers, {
  keeps: () => journal.keeps,
  mine(name, mark) { base.set(name, mark); touch(name); soon(0); },
  other(name, mark, text) { answers.set(name, text); base.set(name, mark); acknowledged(name); },
  kept(name, record, take) { if (take) { answers.set(name, record.text); soon(0); } journal.remove(record); },
});

function pairs(text) { return text.split(" ").filter(Boolean).map(pair => pair.split("=")); }

function waiting() { return [...unsaved].some(name => !show.conflicts.has(name)); }

function touch(name) {
  unsaved.add(name);
  journal.put({ person, entry, field: name, base: base.get(name) ?? "", page, text: answers.get(name), sent: [...sent.get(name) ?? []], at: Date.now() });
}

function acknowledged(name) {
  unsaved.delete(name);
  journal.clear(name);
}

function soon(wait) {
  clearTimeout(timer);
  timer = setTimeout(send, wait);
}

/** Everything the form holds, with what it was typed over. */
function body() {
  form.elements.seen.value = [...base].map(([name, mark]) => `${name}=${mark}`).join(" ");
  form.elements.sent.value = [...sent].map(([name, marks]) => `${name}=${[...marks].join(",")}`).join(" ");
  return new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === "string"));
}

/** One request at a time. Resolves to saved, conflict, away, signed-out, refused or broken. */
function send() {
  clearTimeout(timer);
  return sending ??= transmit().catch(() => "broken").then(outcome => {
    sending = null;
    show.outcome(outcome);
    if (outcome === "away") soon(Math.min(30_000, 500 * 2 ** failures) * (0.75 + Math.random() / 2));
    else if (outcome === "signed-out") soon(4000);
    else if (["saved", "conflict"].includes(outcome) && waiting()) soon(300);
    return outcome;
  });
}

async function transmit(isAgain = false) {
  const before = new Map(answers.names.map(name => [name, answers.get(name)]));
  const going = [...unsaved];
  const content = body();
  if (waiting()) show.saving();
  const request = fetch(address, { method: "POST", body: content, redirect: "manual", keepalive: content.toString().length < 60_000, signal: AbortSignal.timeout(20_000) })
    .catch(() => null);
  for (const name of going) await remember(name, before.get(name));
  const answer = await request;
  if (!answer || answer.status >= 500) { failures++; return "away"; }
  if (answer.status === 401 || answer.type === "opaqueredirect") return "signed-out";
  const told = answer.headers.get("content-type")?.includes("json") ? await answer.json().catch(() => null) : null;
  if (!told) { failures++; return "away"; }
  if (told.state === "token" && !isAgain && await newToken()) return transmit(true);
  if (!answer.ok) { show.refused(told.message); return told.message ? "refused" : "broken"; }
  await learn(told, before, going);
  return show.conflicts.size > 0 ? "conflict" : "saved";
}

// Until its answer comes, what was sent may or may not stand in the draft: it is no other member's change.
async function remember(name, text) {
  const marks = await marksOf(text ?? "");
  if (!unsaved.has(name)) return;
  sent.set(name, new Set([...sent.get(name) ?? [], ...marks]));
  touch(name);
}

async function learn(told, before, going) {
  failures = 0;
  journal.works = true;
  for (const [from, to] of Object.entries(told.moved)) moveRow(from, to, before, going);
  for (const [name, mark] of Object.entries(told.saved)) { base.set(name, mark); sent.delete(name); }
  for (const name of new Set([...going, ...Object.keys(told.conflicts)])) {
    const conflict = told.conflicts[name];
    const isOwn = conflict && [...sent.get(name) ?? []].includes(conflict.mark);
    if (isOwn) base.set(name, conflict.mark);
    if (conflict && !isOwn) { show.conflict(name, conflict); touch(name); continue; }
    show.settled(name);
    if (!isOwn && answers.get(name) === before.get(name)) acknowledged(name);
    else touch(name);
  }
  if (before.has("language") && form.elements["seen-language"]) form.elements["seen-language"].value = before.get("language");
  // Whoever had the whole before them may go on to approve it as it stands now.
  if (told.version) for (const field of document.querySelectorAll("input[name=version]")) field.value = told.version;
  show.savedAt(told.message);
  document.dispatchEvent(new Event("draft-saved"));
  if (answers.added.length > 0 && unsaved.size === 0) { isLeaving = true; location.reload(); }
}

function moveRow(from, to, before, going) {
  const names = answers.names.filter(name => name.startsWith(`${from}.`));
  answers.renameRow(from, to);
  for (const name of names) {
    const next = to + name.slice(from.length);
    for (const map of [before, base, sent]) if (map.has(name)) { map.set(next, map.get(name)); map.delete(name); }
    if (unsaved.has(name)) { acknowledged(name); touch(next); }
    if (going.includes(name)) going.push(next);
  }
}

async function newToken() {
  const answer = await fetch(address).catch(() => null);
  if (!answer?.ok) return false;
  form.elements.__RequestVerificationToken.value = (await answer.json()).token;
  return true;
}

/** Sends until nothing waits; the last outcome. */
async function flush() {
  for (let i = 0; i < 6 && waiting(); i++) {
    const outcome = await send();
    if (outcome !== "saved") return outcome;
  }
  return show.conflicts.size > 0 ? "conflict" : "saved";
}

/** Texts that a page left behind which is no more: into the fields, told, and sent. */
async function takeUp(records) {
  let restored = 0;
  for (const record of records) {
    const name = record.field;
    if (!answers.has(name)) { if (!record.field.includes(".") || !isHere(record.field)) continue; answers.add(name, ""); }
    const isUnknown = base.get(name) === "?";
    if (clean(record.text) === clean(answers.get(name)) && !isUnknown) { journal.remove(record); continue; }
    if (unsaved.has(name) && !isUnknown) { show.alsoKept(name, record); continue; }
    base.set(name, record.base);
    sent.set(name, new Set(record.sent));
    answers.set(name, record.text);
    touch(name);
    if (record.page !== page) journal.remove(record);
    restored++;
  }
  if (restored > 0) show.restored();
  if (restored > 0) soon(0);
}

// A row of this part's own repeating questions.
function isHere(name) { return document.getElementById(name.split(".")[0])?.closest("form") === form; }

/** A page holds a lock of its own while it lives; whose lock is free is gone. */
async function takeUpAll() {
  const records = await journal.of(person, entry);
  const pages = [...new Set(records.map(record => record.page))];
  if (!navigator.locks) return takeUp(records);
  navigator.locks.request(`draft-${page}`, () => new Promise(() => {}));
  for (const other of pages)
    navigator.locks.request(`draft-${other}`, async () => takeUp((await journal.of(person, entry)).filter(record => record.page === other)));
}

// Typed before this script ran, or put back by the browser over a version that it does not name.
function typedEarly() {
  const isReturn = ["reload", "back_forward"].includes(performance.getEntriesByType("navigation")[0]?.type);
  for (const name of answers.names)
    if (clean(answers.get(name)) !== clean(answers.drawn(name))) {
      if (isReturn) base.set(name, "?");
      touch(name);
    }
  // Too long to be saved: until it is shortened, only this page and this browser have it.
  for (const name of (form.dataset.unsaved ?? "").split(" ")) if (answers.has(name)) touch(name);
  if (!waiting()) return;
  show.saving();
  soon(isReturn ? 1500 : 0); // What was kept may name the version: that comes first.
}

function typed(event) {
  const { name, type } = event.target;
  if (!name || !answers.has(name)) return;
  touch(name);
  if (!show.conflicts.has(name)) show.saving();
  if (failures === 0) soon(type === "radio" || type === "checkbox" ? 200 : 900);
}

async function submitted(event) {
  if (isLeaving) return;
  const isOffline = navigator.onLine === false;
  if (!waiting() && !sending && show.conflicts.size === 0 && !isOffline) { leave(); return; }
  event.preventDefault();
  const outcome = isOffline ? "away" : await flush();
  if (["away", "signed-out", "conflict"].includes(outcome)) return show.explain(outcome);
  // A form is not submitted anew while its own submit event is still being told: what was quickly settled waits a turn.
  setTimeout(() => { leave(); form.requestSubmit(event.submitter); });
}

function leave() {
  isLeaving = true;
  body();
}

show.optOut(journal);
form.addEventListener("input", typed);
form.addEventListener("submit", submitted);
addEventListener("online", () => { failures = 0; if (waiting()) soon(0); });
addEventListener("focus", () => { if (waiting()) soon(0); });
addEventListener("pageshow", e => { if (e.persisted) { isLeaving = false; if (waiting()) soon(0); } });
document.addEventListener("visibilitychange", () => { if (waiting()) send(); });
addEventListener("pagehide", () => { if (waiting()) navigator.sendBeacon(address, body()); });
addEventListener("beforeunload", e => { if (unsaved.size > 0 && !journal.keeps && !isLeaving) e.preventDefault(); });
addEventListener("signing-out", e => e.detail.push(flush()));
show.keepAll = () => { for (const name of unsaved) touch(name); };
typedEarly();
takeUpAll();
