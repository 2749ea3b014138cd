// A chosen file stays in the browser: only its digest is asked about, and the answer comes into this page, so that the next file can be
// chosen or this one sent. Without script, or where the browser cannot count digests (it does so on secure pages only), the form sends
// the file, which is not stored.
const form = document.querySelector('form[data-digest-at]');
const hex = (bytes) => Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
if (form && globalThis.crypto?.subtle) {
  form.querySelector('input[type=file]').addEventListener('change', async ({ target }) => {
    const file = target.files[0];
    if (!file) return;
    const address = `${form.dataset.digestAt}?sha256=${hex(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()))}`;
    try {
      const page = new DOMParser().parseFromString(await (await fetch(address)).text(), 'text/html');
      if (target.files[0] !== file) return; // another one has been chosen meanwhile
      for (const id of ['answer', 'file-hint']) document.getElementById(id).replaceChildren(...page.getElementById(id).childNodes);
      const place = document.querySelector('#answer [data-file]');
      if (place) [place.hidden, place.querySelector('strong').textContent] = [false, file.name];
      document.getElementById('answer').scrollIntoView({ block: 'center' });
    } catch {
      location.assign(address);
    }
  });
}
