// Tells the server now and then that this page is being read, and shows where the other members of the team are.
// Without this file the page says what it knew when it was drawn.
const box = document.querySelector("[data-presence]");

async function pulse() {
  if (document.hidden) return;
  const answer = await fetch(box.dataset.presence, { method: "POST", redirect: "manual" }).catch(() => null);
  if (!answer?.ok) return;
  const { others } = await answer.json();
  // Said once: the same words again would be read out again.
  if (others.join("\n") === [...box.children].map(p => p.textContent).join("\n")) return;
  box.replaceChildren(...others.map(text => Object.assign(document.createElement("p"), { textContent: text })));
}

setInterval(pulse, Number(box.dataset.pulse));
document.addEventListener("visibilitychange", pulse);
pulse();
