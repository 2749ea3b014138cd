// Progressive enhancement only: every page works without this file.
// Refusal or error summary: the reader's place is there.
document.querySelector("[role=alert][tabindex]")?.focus();

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
