// What is said of one file while it is sent: its name, how far it is, what went wrong; read out at the start, at each quarter and at the end.
export class UploadItem {
  isWhole = false;
  isDropped = false;
  #quarter = -1;
  #percent = 0;

  constructor(box, name, size, drop) {
    Object.assign(this, { box, name, size });
    this.line = box.querySelector("template[data-upload=sending]").content.firstElementChild.cloneNode(true);
    this.state = this.line.querySelector("[data-state]");
    this.bar = this.line.querySelector("progress");
    this.bar.setAttribute("aria-label", name);
    this.line.querySelector("[data-name]").textContent = name;
    const button = this.line.querySelector("button");
    button.querySelector("[data-name]").textContent = name;
    button.onclick = () => drop(this);
    this.#list.append(this.line);
    this.#list.hidden = false;
    this.say("preparing");
  }

  get #list() { return this.box.querySelector("ul"); }

  progress(received) {
    this.#percent = Math.floor(100 * received / this.size);
    this.bar.value = this.#percent;
    this.bar.hidden = false;
    this.#write(this.#sentence("sending"));
    const quarter = Math.floor(this.#percent / 25);
    if (quarter > this.#quarter) this.#tell(this.#sentence("sending"));
    this.#quarter = quarter;
  }

  /** One of the sentences that the page brings along. */
  say(what) {
    if (this.#write(this.#sentence(what))) this.#tell(this.#sentence(what));
  }

  /** Somebody wants to leave the page while this is sent. */
  holds() {
    this.#write(this.#sentence("hold"));
    this.state.tabIndex = -1;
    this.state.focus();
  }

  refused(message) {
    this.#write(message);
    this.bar.hidden = true;
    this.line.classList.add("refused");
    this.line.querySelector("button span").textContent = this.box.dataset.dismiss;
    this.#tell(message);
  }

  attached(told) {
    const line = this.box.querySelector("template[data-upload=attached]").content.firstElementChild.cloneNode(true);
    for (const place of line.querySelectorAll("[data-told]")) place.textContent = told[place.dataset.told];
    line.querySelector("a").href = told.href;
    line.querySelector("button").value = `remove-file:${told.id}`;
    this.line.replaceWith(line);
    this.#tell(this.#sentence("attached"));
  }

  remove() {
    this.line.remove();
    this.#list.hidden = this.#list.children.length === 0;
  }

  #sentence(what) {
    const format = new Intl.NumberFormat(document.documentElement.lang, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
    const megabytes = bytes => format.format(bytes / 1e6);
    return this.box.dataset[what].replace("{0}", this.#percent).replace("{1}", megabytes(this.size * this.#percent / 100)).replace("{2}", megabytes(this.size));
  }

  #write(sentence) {
    const isNew = this.state.textContent !== sentence;
    this.state.textContent = sentence;
    return isNew;
  }

  #tell(sentence) { this.box.querySelector("[role=status]").textContent = `${this.name}: ${sentence}`; }
}
