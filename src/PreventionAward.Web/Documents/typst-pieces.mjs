// Cuts each text of a paper into pieces that Typst can set: strings that the first font has, {other} for strings of the fonts after it,
// {missing} for characters that no font has, {gap} for ends of line and for places where a run too long may break;
// of what the first font has, {word} for a word long enough to be parted at its syllables, {endless} for one that must be wherever it
// stands, {address} for an e-mail address, which stays on one line where there is room for it. To find these here takes half the time that rules in the template took.

const ignorable = /^\p{Default_Ignorable_Code_Point}$/u;
const mark = /^\p{M}$/u;
// PDF/A-3a forbids these even where a font has a glyph: private use, unassigned, control.
const forbidden = /^[\p{Co}\p{Cn}\p{Cs}\p{Cc}]$/u;
const graphemes = new Intl.Segmenter('fi', { granularity: 'grapheme' });
// No word of a language is longer, and no character is made of more: what is would hold the engine for minutes.
const longestWord = 80;
const longestGrapheme = 32;
// Shorter words and abbreviations are never parted; a longer one than the second is, even in a heading.
const special = /([\p{L}\p{N}_.+-]{1,24}@[\p{L}\p{N}_.-]{1,24}|(?:\p{L}\p{M}*){11,})/u;
const longestWhole = 32;

/** Knows the characters of the font chain, in the chain's order. */
export class Pieces {
  #fonts;
  #ordinary = new Uint8Array(0x10000);

  constructor(fonts) {
    this.#fonts = fonts;
    for (const c of fonts[0]) this.#ordinary[c] = c < 0x10000 && isOrdinary(String.fromCodePoint(c)) ? 1 : 0;
  }

  /**
   * Puts pieces into every text of the paper; gives the codes of the characters that became boxes.
   * Strictly: whatever is more than one letter of one font becomes boxes too.
   */
  cut(paper, strictly) {
    const boxed = new Set();
    const walk = (node) => {
      if (node === null || typeof node !== 'object') return;
      if (typeof node.plain === 'string') Object.assign(node, measured(this.#paragraphs(node.plain, strictly, boxed), node.plain.length));
      else Object.values(node).forEach(walk);
    };
    walk(paper);
    return [...boxed].sort();
  }

  #paragraphs(text, strictly, boxed) {
    return text.normalize('NFC').split(/\n{2,}/).map((paragraph) => paragraph.split('\n').flatMap((line, i) => [
      ...(i > 0 ? [{ gap: 'line' }] : []),
      ...this.#line(line, strictly, boxed),
    ]));
  }

  #line(line, strictly, boxed) {
    if (this.#isOrdinary(line)) return breakable(line).flatMap(words);
    const runs = [];
    for (const segment of segments(line)) {
      const [font, length] = this.#fontFor(segment, strictly);
      if (length > 0) join(runs, font, segment.slice(0, length));
      for (const character of segment.slice(length)) {
        const code = 'U+' + character.codePointAt(0).toString(16).toUpperCase().padStart(4, '0');
        boxed.add(code);
        runs.push({ missing: code });
      }
    }
    return runs.flatMap((run) => (run.gap ? [run] : run.font === 0 ? breakable(run.text).flatMap(words) : run.missing ? [run] : [{ other: run.text }]));
  }

  #isOrdinary(line) {
    for (let i = 0; i < line.length; i++) if (this.#ordinary[line.charCodeAt(i)] === 0) return false;
    return true;
  }

  // A grapheme is set in one font. Which, and how much of it, from its start, has that font?
  #fontFor(grapheme, strictly) {
    if (strictly && [...grapheme].length > 1) return [0, 0];
    const lengths = this.#fonts.map((font) => coveredLength(font, grapheme));
    const best = Math.max(...lengths);
    return [lengths.indexOf(best), best];
  }
}

/** size: about how many letters of room a text takes; a box takes that of eight. */
function measured(paragraphs, length) {
  const size = length + 8 * paragraphs.flat().filter((piece) => piece.missing).length;
  return { paragraphs, size, long: size > 500 };
}

/** What is set as one character; one that is endless is cut. */
function* segments(line) {
  for (const { segment } of graphemes.segment(line))
    if (segment.length <= longestGrapheme) yield segment;
    else yield* segment.match(/.{1,16}/gsu);
}

/** A run of one font grows until it is longer than a word and nothing in it parts words. */
function join(runs, font, text) {
  const last = runs.at(-1);
  const isTooLong = last?.font === font && last.text.length - last.text.lastIndexOf(' ') > longestWord;
  if (last?.font === font && !isTooLong) last.text += text;
  else runs.push(...(isTooLong ? [{ gap: 'break' }] : []), { font, text });
}

function isOrdinary(character) {
  return !ignorable.test(character) && !forbidden.test(character) && !mark.test(character);
}

function coveredLength(font, text) {
  let length = 0;
  for (const character of text) {
    if (forbidden.test(character) || !(font.has(character.codePointAt(0)) || (length > 0 && ignorable.test(character)))) break;
    length += character.length;
  }
  return length;
}

/** Sets apart the long words and the addresses of a run. */
function words(run) {
  if (run.gap || !special.test(run)) return [run];
  return run.split(special).filter((part) => part !== '').map((part) =>
    !special.test(part) ? part : part.includes('@') ? { address: part, parts: part.match(/.{1,8}[.@-]?/gu) } : [...part].length > longestWhole ? { endless: part } : { word: part });
}

/** Lets what no hyphenation pattern can part (addresses, digests, letters without syllables) break in a narrow column. */
function breakable(run) {
  if (!/[^\s\u00a0]{14}|[^ ]{80}/.test(run)) return [run];
  const parts = run.replace(/[^ ]{80,}/g, (words) => words.replace(/\u00a0/g, '$&\u0000')).replace(/[^\s\u00a0\u0000]{14,}/g, (word) => isAddress(word) ? word : word
    .replace(/([/._?&=@:;,+|\\)\]}>])(?=[^\s])/g, '$1\u0000')
    .replace(/[^\u0000]{13,}/g, (part) => (hasSyllables(part) ? part : part.replace(/^[0-9a-f]{64}$/.test(part) ? /.{16}(?=..)/gsu : /.{10}(?=..)/gsu, '$&\u0000'))));
  return parts.split('\u0000').flatMap((part, i) => (i === 0 ? [part] : [{ gap: 'break' }, part]));
}

// An e-mail address of ordinary length stays whole.
function isAddress(word) {
  return word.length <= 40 && /^[\w.+-]+@[\w-]+(\.[\w-]+)+\.?$/.test(word);
}

// Hyphenation parts a word before a consonant that a vowel follows; with such a place every twelve letters a word needs no help.
function hasSyllables(word) {
  if (word.length > longestWord || !/^[\p{L}'’\-–()"”«».,:;!?]+$/u.test(word)) return false;
  return word.split(/(?<=\p{L}\p{L})(?=[bcdfghjklmnpqrstvwxzčšž][aeiouyåäöáâéèíóúü]\p{L})/iu).every((part) => part.length <= 12);
}
