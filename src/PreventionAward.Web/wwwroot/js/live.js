// A live part whose circuit the server no longer knows (a restart, another instance) is drawn anew by loading the page,
// as soon as the service answers. Meanwhile the notice of Ui/IslandScript.razor says that what is shown may be old.
const notice = document.getElementById("components-reconnect-modal");
const lost = ["components-reconnect-failed", "components-reconnect-rejected"];
const pause = 1000;
let waiting = false;

async function reloadWhenThere() {
  if (waiting || !lost.some((name) => notice.classList.contains(name))) return;
  waiting = true;
  for (;;) {
    try {
      if ((await fetch("health", { cache: "no-store" })).ok) return location.reload();
    } catch {
      // Still away.
    }
    await new Promise((done) => setTimeout(done, pause));
  }
}

new MutationObserver(reloadWhenThere).observe(notice, { attributes: true, attributeFilter: ["class"] });
