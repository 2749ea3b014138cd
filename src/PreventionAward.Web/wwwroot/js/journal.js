// What has been typed and not yet acknowledged by the server, kept in this browser (IndexedDB): one record for each person,
// entry, question, version that was typed over, and page, since two tabs may hold two texts of one question.
export const NAME = "award-drafts";
const KEY = ["person", "entry", "field", "base", "page"];
const OLDEST = 30 * 24 * 3600e3;

export class Journal {
  off = false;      // the person does not want texts kept here
  works = true;     // the browser lets us keep them
  #db = null;
  #written = new Map();
  #last = Promise.resolve();

  get keeps() { return this.works && !this.off; }

  /** Keeps a record in place of the earlier one of its question. */
  put(record) {
    if (!this.keeps) return;
    const key = KEY.map(part => record[part]);
    const before = this.#written.get(record.field);
    this.#written.set(record.field, key);
    this.#run("readwrite", store => {
      if (before && indexedDB.cmp(before, key) !== 0) store.delete(before);
      store.put(record);
    });
  }

  /** Forgets a question of this page: the server has it. */
  clear(field) {
    const key = this.#written.get(field);
    this.#written.delete(field);
    if (key) this.#run("readwrite", store => store.delete(key));
  }

  /** Forgets a record that another page wrote. */
  remove(record) { this.#run("readwrite", store => store.delete(KEY.map(part => record[part]))); }

  /** Everything kept for a person's entry, oldest first; what is older than a month is thrown away. */
  async of(person, entry) {
    if (!this.keeps) return [];
    let all = [];
    await this.#run("readonly", store => { store.getAll().onsuccess = e => { all = e.target.result; }; });
    for (const old of all.filter(r => r.at < Date.now() - OLDEST)) this.remove(old);
    return all.filter(r => r.person === person && r.entry === entry && r.at >= Date.now() - OLDEST).sort((a, b) => a.at - b.at);
  }

  wipe() {
    this.#written.clear();
    return this.#run("readwrite", store => store.clear());
  }

  // One after the other, so that a later text is never overtaken by an earlier one.
  #run(mode, work) {
    this.#last = this.#last.then(() => this.#transaction(mode, work)).catch(() => { this.works = false; });
    return this.#last;
  }

  async #transaction(mode, work) {
    this.#db ??= await this.#open();
    await new Promise((done, failed) => {
      const transaction = this.#db.transaction("texts", mode);
      transaction.oncomplete = done;
      transaction.onabort = transaction.onerror = () => failed(transaction.error);
      work(transaction.objectStore("texts"));
    });
  }

  #open() {
    return new Promise((done, failed) => {
      const request = indexedDB.open(NAME, 1);
      request.onupgradeneeded = () => request.result.createObjectStore("texts", { keyPath: KEY });
      request.onerror = () => failed(request.error);
      request.onsuccess = () => {
        const db = request.result;
        // Signed out in another tab: what was kept goes, and this page keeps nothing more.
        db.onversionchange = () => { db.close(); this.#db = null; this.works = false; };
        done(db);
      };
    });
  }
}
