// A file is being made: the page asks again every two seconds and says what has changed; ready, the file is fetched once.
const place = document.getElementById('making');
const look = async () => {
  if (place.dataset.over) {
    if (place.dataset.ready) location.assign(place.dataset.ready);
    return;
  }
  try {
    const answer = await fetch(location.href);
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const now = page.getElementById('making');
    if (!answer.ok || !now) return location.reload();
    if (now.dataset.over) {
      Object.assign(place.dataset, now.dataset);
      place.replaceChildren(...now.childNodes);
      document.querySelector('h1').textContent = page.querySelector('h1').textContent;
      document.title = page.title;
    }
  } catch { /* the network is away: asked again below */ }
  setTimeout(look, place.dataset.over ? 0 : 2000);
};
if (place) setTimeout(look, place.dataset.over ? 0 : 2000);
