// Progressive enhancement only: every page works without this file.
// Refusal or error summary: the reader's place is there.
document.querySelector("[role=alert][tabindex]")?.focus();

// Folded parts stay as their reader left them while the tab lives; what is wrong, typed or pointed at in them is never folded away.
const unfold = place => { for (let fold = place?.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true; };
const kept = fold => `fold ${location.pathname} ${fold.id}`;
const seen = new WeakSet();
function fold() {
  for (const part of document.querySelectorAll("details.fold[id]")) {
    if (seen.has(part)) continue;
    seen.add(part);
    const left = sessionStorage.getItem(kept(part));
    if (left === "open") part.open = true;
    if (left === "closed" && !part.querySelector("[role=alert], [aria-invalid=true], [data-typed]")) part.open = false;
  }
}
fold();
new MutationObserver(fold).observe(document.querySelector("main"), { childList: true, subtree: true });
// Typed into a form of a folded part and not sent: the part stays open, and whoever leaves the page is asked. Forms that save themselves need neither.
const unsaved = (place, but) => [...place.querySelectorAll(".fold form:not([data-draft]) textarea")]
  .some(text => text.form !== but && text.value !== text.defaultValue);
let sent;
document.addEventListener("submit", e => { sent = e.target; });
addEventListener("beforeunload", e => { if (unsaved(document, sent)) e.preventDefault(); });
document.addEventListener("click", e => {
  const part = e.target.closest("summary")?.parentElement;
  if (!part?.matches("details.fold[id]")) return;
  if (part.open && unsaved(part)) e.preventDefault();
  else sessionStorage.setItem(kept(part), part.open ? "closed" : "open");
});
document.addEventListener("input", e => unfold(e.target));
const pointedAt = () => { if (location.hash.length > 1) unfold(document.getElementById(decodeURIComponent(location.hash.slice(1)))); };
addEventListener("hashchange", pointedAt);
pointedAt();

// Words in the text beside its limit. The server counts again, by the same rule.
for (const field of document.querySelectorAll("[data-words]")) {
  const text = field.querySelector("textarea");
  const counter = field.querySelector(".counter");
  if (!text || !counter) continue;
  const spoken = document.createElement("span");
  spoken.className = "hidden";
  spoken.setAttribute("aria-live", "polite");
  counter.after(spoken);
  const most = Number(field.dataset.words);
  let pause;
  const count = () => {
    const words = text.value.split(/\s+/).filter(Boolean).length;
    const over = words > most;
    counter.textContent = (over ? field.dataset.over : field.dataset.sentence).replace("{0}", words);
    counter.classList.toggle("over", over);
  };
  count();
  text.addEventListener("input", () => {
    count();
    clearTimeout(pause);
    pause = setTimeout(() => { spoken.textContent = counter.textContent; }, 1000);
  });
}

// Questions asked only after a certain answer: hidden while not asked. They are still sent, so that nothing typed is lost.
for (const group of document.querySelectorAll("[data-when]")) {
  const asked = group.dataset.is.split(" ");
  const inputs = [...document.getElementsByName(group.dataset.when)];
  const update = () => { group.hidden = !inputs.some(i => i.checked && asked.includes(i.value)); };
  inputs.forEach(i => i.addEventListener("change", update));
  if (inputs.length > 0) update();
}

// Names of the chosen files, since the native control is covered by our own words.
for (const drop of document.querySelectorAll(".drop")) {
  const chosen = drop.querySelector("[aria-live]");
  drop.querySelector("input").addEventListener("change", e => {
    chosen.textContent = [...e.target.files].map(f => f.name).join(", ");
  });
}

document.querySelector("[data-print]")?.addEventListener("click", () => window.print());

// Signing out takes along what a form kept on this device, after a last try to send it (drafts.js).
document.querySelector("form[action$='sign-out']")?.addEventListener("submit", async e => {
  e.preventDefault();
  const atMost = (wait, work) => Promise.race([work, new Promise(done => setTimeout(done, wait))]);
  const last = [];
  dispatchEvent(new CustomEvent("signing-out", { detail: last }));
  await atMost(3000, Promise.allSettled(last));
  await atMost(2000, Promise.all(["award-drafts", "award-files"].map(name => new Promise(done => {
    const wipe = indexedDB.deleteDatabase(name);
    wipe.onsuccess = wipe.onerror = done;
  }))));
  e.target.submit();
});
