// Attaches files at once when they are chosen: in chunks, with progress, going on where they were after a lost connection or a reload.
// The server knows how far each file has come (Features/Entries/Files/UploadEndpoints.cs); this asks it before sending on.
// Without this file, or where the browser cannot compute digests, the form's own button attaches files.
import { Shelf } from "./shelf.js";
import { UploadItem } from "./upload-item.js";

const CHUNK = 256 * 1024;
const LARGEST = 64e6;
const box = document.querySelector("[data-uploads]");
const form = box?.closest("form");
if (form && globalThis.crypto?.subtle) start();

function start() {
  const { person, entry, draft } = form.dataset;
  const address = `entries/${entry}/uploads`;
  const shelf = new Shelf(person, entry);
  const input = form.querySelector("input[type=file]");
  const items = new Map(); // digest -> what is said of the file
  let queue = Promise.resolve();
  let wake = () => {};

  async function post(path, body) {
    for (let isAgain = false; ; isAgain = true) {
      const token = form.elements.__RequestVerificationToken.value;
      const answer = await fetch(path, { method: "POST", body, redirect: "manual", headers: { RequestVerificationToken: token }, signal: AbortSignal.timeout(60_000) }).catch(() => null);
      if (!answer || answer.status >= 500 || answer.type === "opaqueredirect") return { state: "away" };
      const told = await answer.json().catch(() => ({ state: "away" }));
      if (answer.ok) return { state: "ok", ...told };
      if (told.state !== "token" || isAgain || !await newToken()) return told;
    }
  }

  async function newToken() {
    const answer = await fetch(draft).catch(() => null);
    if (!answer?.ok) return false;
    form.elements.__RequestVerificationToken.value = (await answer.json()).token;
    return true;
  }

  /** One try: from where the server is, to its end. */
  async function attempt(file, sha256, item) {
    if (!item.isWhole) {
      const begun = await post(address, new URLSearchParams({ name: file.name, size: file.size, sha256 }));
      if (begun.state !== "ok") return begun;
      item.id = begun.id;
      for (let received = begun.received; received < file.size && !item.isDropped;) {
        item.progress(received);
        const told = await post(`${address}/${item.id}?offset=${received}`, file.slice(received, received + CHUNK));
        if (!["ok", "offset"].includes(told.state)) return told;
        received = told.received;
        item.failures = 0;
      }
    }
    if (item.isDropped) return { state: "dropped" };
    item.isWhole = true;
    item.say("checking");
    const told = await post(`${address}/${item.id}/finish`);
    item.isWhole = told.state === "away" || told.state === "signed-out";
    return told;
  }

  async function send(file, sha256, item) {
    while (!item.isDropped) {
      const told = await attempt(file, sha256, item);
      if (told.state === "ok") { item.attached(told); return; }
      if (told.state === "there" && item.isResumed) { item.remove(); return; }
      if (told.message) { item.refused(told.message); return; }
      if (item.isDropped) return;
      item.say(["signed-out", "token"].includes(told.state) ? "signedOut" : "waiting");
      await pause(Math.min(30_000, 500 * 2 ** item.failures++));
    }
  }

  // Shorter where the browser says that the network is back, or somebody comes back to the page.
  function pause(wait) {
    return new Promise(done => { wake = done; setTimeout(done, wait); });
  }

  async function take(file, isResumed = false) {
    const sha256 = await digest(file);
    if (items.get(sha256)?.isBusy) return;
    items.get(sha256)?.remove();
    const item = new UploadItem(box, file.name, file.size, drop);
    Object.assign(item, { sha256, isResumed, isBusy: true, failures: 0 });
    items.set(sha256, item);
    if (file.size <= LARGEST) await shelf.put(sha256, file);
    // Two tabs send one file only once.
    const work = () => send(file, sha256, item);
    queue = queue.then(() => navigator.locks ? navigator.locks.request(`upload-${sha256}`, work) : work())
      .catch(() => item.say("failed")).then(() => { item.isBusy = false; shelf.remove(sha256); });
  }

  async function drop(item) {
    item.isDropped = true;
    wake();
    shelf.remove(item.sha256);
    if (item.id) await post(`${address}/${item.id}/drop`);
    item.remove();
    input.focus();
  }

  async function takeUp() {
    const kept = await shelf.all();
    for (const { file } of kept) await take(file, true);
    const answer = await fetch(address).catch(() => null);
    for (const upload of answer?.ok ? (await answer.json()).uploads : []) {
      if (items.has(upload.sha256)) continue;
      const item = new UploadItem(box, upload.name, upload.size, drop);
      Object.assign(item, { sha256: upload.sha256, id: upload.id });
      items.set(upload.sha256, item);
      item.progress(upload.received);
      item.say("again");
    }
  }

  // What is far too large is refused by its size: its bytes need not be read.
  async function digest(file) {
    if (file.size > LARGEST) return "0".repeat(64);
    const bytes = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
    return [...new Uint8Array(bytes)].map(b => b.toString(16).padStart(2, "0")).join("");
  }

  const isBusy = () => [...items.values()].some(item => item.isBusy);
  form.querySelector("button[value=upload]")?.closest("p").setAttribute("hidden", "");
  input.addEventListener("change", async () => {
    const files = [...input.files];
    for (const file of files) await take(file);
    input.value = "";
    input.closest(".drop")?.querySelector("[aria-live]").replaceChildren();
  });
  // Before drafts.js hears of it: leaving the page would stop the sending.
  form.addEventListener("submit", e => {
    if (!isBusy()) return;
    e.preventDefault();
    e.stopImmediatePropagation();
    [...items.values()].find(item => item.isBusy).holds();
  }, true);
  addEventListener("beforeunload", e => { if (isBusy()) e.preventDefault(); });
  addEventListener("online", () => wake());
  addEventListener("focus", () => wake());
  takeUp();
}
