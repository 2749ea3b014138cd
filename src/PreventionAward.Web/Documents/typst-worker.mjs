// The other half of TypstWorker.cs: one line of JSON in, one line of JSON out, one paper at a time.
// Arguments: the node_modules folder, the template, and the memory in megabytes after which this process makes room for a fresh one.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { readCharacters } from './typst-fonts.mjs';
import { Pieces } from './typst-pieces.mjs';

const [nodeModules, template, memoryMegabytes] = process.argv.slice(2);
const { NodeCompiler } = createRequire(join(nodeModules, 'here.js'))('@myriaddreamin/typst-ts-node-compiler');

const [sans, sansBold, noto, notoBold, emoji] = [
  'source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  'source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
  'noto-sans/400Regular/NotoSans_400Regular.ttf',
  'noto-sans/600SemiBold/NotoSans_600SemiBold.ttf',
  'noto-emoji/400Regular/NotoEmoji_400Regular.ttf',
].map((file) => readFileSync(join(nodeModules, '@expo-google-fonts', file)));

const pieces = new Pieces([sans, noto, emoji].map(readCharacters));
const workspace = dirname(template);
const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: [sans, sansBold, noto, notoBold, emoji] }] });

function draw({ paper, attachments, creationTime }) {
  // Typst reads attachments as files of its workspace; these exist in memory only.
  const files = attachments.map((file, i) => ({ ...file, path: `attachment-${i}` }));
  for (const file of files) compiler.mapShadow(join(workspace, file.path), Buffer.from(file.bytes, 'base64'));
  try {
    const listed = files.map(({ path, fileName, mime, description }) => ({ path: `/${path}`, fileName, mime, description }));
    const answer = set({ ...paper, attachments: listed }, creationTime, false);
    return answer.error ? set({ ...paper, attachments: listed }, creationTime, true) : answer;
  } finally {
    for (const file of files) compiler.unmapShadow(join(workspace, file.path));
    compiler.evictCache(3);
  }
}

function set(paper, creationTimestamp, strictly) {
  const boxed = pieces.cut(paper, strictly);
  try {
    const compiled = compiler.compile({ mainFilePath: template, inputs: { data: JSON.stringify(paper) } });
    if (!compiled.result) return { error: reason(compiled.takeError()) };
    const pdf = compiler.pdf(compiled.result, { pdfStandard: paper.standard === 'accessible' ? 'ua-1' : 'a-3a', creationTimestamp });
    return { pdf: pdf.toString('base64'), pages: compiled.result.numOfPages, boxed };
  } catch (error) {
    return { error: reason(error) };
  }
}

function reason(error) {
  return `${error?.message ?? ''} ${JSON.stringify(error?.shortDiagnostics ?? '')}`.trim();
}

for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  const answer = JSON.stringify(draw(JSON.parse(line)));
  // The whole answer must be out before this process may end.
  await new Promise((written) => process.stdout.write(answer + '\n', written));
  if (process.memoryUsage().rss > Number(memoryMegabytes) * 1024 * 1024) process.exit();
}
