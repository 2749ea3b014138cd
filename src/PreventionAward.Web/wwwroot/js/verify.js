// A chosen file stays in the browser: only its digest is asked about. Without script, or where the browser cannot count digests
// (it does so on secure pages only), the form sends the file, which is not stored.
const form = document.querySelector('form[data-digest-at]');
if (form && globalThis.crypto?.subtle) {
  form.querySelector('input[type=file]').addEventListener('change', async ({ target }) => {
    const file = target.files[0];
    if (!file) return;
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
    location.assign(`${form.dataset.digestAt}?sha256=${Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')}`);
  });
}
