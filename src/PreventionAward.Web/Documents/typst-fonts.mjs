// Which characters a TrueType font can draw, read from its cmap table (formats 4 and 12).

/** The set of code points that have a glyph in the font file. */
export function readCharacters(font) {
  const characters = new Set();
  const cmap = tableOffset(font, 'cmap');
  for (let i = 0; i < font.readUInt16BE(cmap + 2); i++) {
    const at = cmap + font.readUInt32BE(cmap + 4 + 8 * i + 4);
    const format = font.readUInt16BE(at);
    if (format === 4) readSegments(font, at, characters);
    if (format === 12) readGroups(font, at, characters);
  }
  return characters;
}

function tableOffset(font, name) {
  for (let i = 0; i < font.readUInt16BE(4); i++) {
    const record = 12 + 16 * i;
    if (font.toString('latin1', record, record + 4) === name) return font.readUInt32BE(record + 8);
  }
  throw new Error(`The font has no ${name} table`);
}

function readSegments(font, at, characters) {
  const size = font.readUInt16BE(at + 6);
  const [ends, starts, deltas, ranges] = [at + 14, at + 16 + size, at + 16 + 2 * size, at + 16 + 3 * size];
  for (let s = 0; s < size; s += 2) {
    const delta = font.readUInt16BE(deltas + s);
    const range = font.readUInt16BE(ranges + s);
    const start = font.readUInt16BE(starts + s);
    for (let c = start; c <= font.readUInt16BE(ends + s) && c < 0xffff; c++) {
      const index = range === 0 ? c : font.readUInt16BE(ranges + s + range + 2 * (c - start));
      if (index !== 0 && ((index + delta) & 0xffff) !== 0) characters.add(c);
    }
  }
}

function readGroups(font, at, characters) {
  for (let g = 0; g < font.readUInt32BE(at + 12); g++) {
    const group = at + 16 + 12 * g;
    const [first, last, glyph] = [0, 4, 8].map((field) => font.readUInt32BE(group + field));
    for (let c = first; c <= last; c++) if (glyph + c - first !== 0) characters.add(c);
  }
}
