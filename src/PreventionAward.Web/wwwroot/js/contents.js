// Whenever the texts of a decision have saved themselves, what tells how far they are is read and drawn anew.
// What somebody is in the middle of (has the focus in) stays as it is until the next time.
let timer;

async function refresh() {
  const answer = await fetch(location.href).catch(() => null);
  if (!answer?.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const old of document.querySelectorAll("[data-fresh]")) {
    const now = fresh.getElementById(old.id);
    if (now && now.innerHTML !== old.innerHTML && !old.contains(document.activeElement)) old.replaceChildren(...now.childNodes);
  }
}

document.addEventListener("draft-saved", () => {
  clearTimeout(timer);
  timer = setTimeout(refresh, 400);
});
