// Files that are being sent, kept in this browser (IndexedDB) until the server has them, so that a reload need not ask for them again.
// Not where somebody has said that nothing is to be kept here (draft-state.js); wiped at sign-out (ui.js).
const NAME = "award-files";
const OLDEST = 24 * 3600e3;

export class Shelf {
  #db = null;
  #works = sessionStorage.getItem("drafts-off") !== "yes";

  constructor(person, entry) { Object.assign(this, { person, entry }); }

  /** Keeps a file; a browser that will not keep it is no fault. */
  put(sha256, file) { return this.#run("readwrite", s => s.put({ person: this.person, entry: this.entry, sha256, file, at: Date.now() })); }

  remove(sha256) { return this.#run("readwrite", s => s.delete([this.person, this.entry, sha256])); }

  /** The files of this person and entry, oldest first. */
  async all() {
    let found = [];
    await this.#run("readonly", s => { s.getAll().onsuccess = e => { found = e.target.result; }; });
    const isOld = record => record.at < Date.now() - OLDEST;
    for (const record of found.filter(isOld)) this.#run("readwrite", s => s.delete([record.person, record.entry, record.sha256]));
    return found.filter(r => r.person === this.person && r.entry === this.entry && !isOld(r)).sort((a, b) => a.at - b.at);
  }

  async #run(mode, work) {
    if (!this.#works) return;
    try {
      this.#db ??= await this.#open();
      await new Promise((done, failed) => {
        const transaction = this.#db.transaction("files", mode);
        transaction.oncomplete = done;
        transaction.onabort = transaction.onerror = () => failed(transaction.error);
        work(transaction.objectStore("files"));
      });
    } catch { this.#works = false; }
  }

  #open() {
    return new Promise((done, failed) => {
      const request = indexedDB.open(NAME, 1);
      request.onupgradeneeded = () => request.result.createObjectStore("files", { keyPath: ["person", "entry", "sha256"] });
      request.onerror = () => failed(request.error);
      request.onsuccess = () => {
        request.result.onversionchange = () => { request.result.close(); this.#db = null; this.#works = false; };
        done(request.result);
      };
    });
  }
}
