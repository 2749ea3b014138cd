// Writes wwwroot/vendor from the pinned npm packages: design tokens, icons and fonts. Run by the build; see Registry.targets.
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const web = join(dirname(fileURLToPath(import.meta.url)), '..');
const packages = join(web, 'node_modules');
const vendor = join(web, 'wwwroot', 'vendor');

// Short names used by the markup, and the Suomi.fi drawing behind each. Logo icons are left out: they are trademarks.
const icons = {
  archive: 'Archive', attach: 'Attachment', calendar: 'Calendar', chat: 'Chat', check: 'CheckCircleFilled',
  'check-plain': 'Check', chevron: 'ChevronRight', 'chevron-down': 'ChevronDown', 'chevron-up': 'ChevronUp',
  clock: 'Clock', close: 'Close', copy: 'Copy', disabled: 'Disabled', download: 'Download', edit: 'Edit',
  error: 'ErrorFilled', external: 'LinkExternal', file: 'FileGeneric', flag: 'Flag', globe: 'Internet',
  help: 'Help', history: 'History', hourglass: 'Hourglass', info: 'InfoFilled', left: 'ArrowLeft', link: 'Link',
  lock: 'Lock', login: 'Login', logout: 'Logout', mail: 'Message', 'mail-send': 'MailSend', menu: 'Menu', minus: 'Minus',
  people: 'GroupOfPeople', person: 'Person', phone: 'Phone', plus: 'Plus', preview: 'Preview', print: 'Print',
  refresh: 'Refresh', remove: 'Remove', right: 'ArrowRight', save: 'Save', search: 'Search', send: 'Send',
  settings: 'Settings', sort: 'Sort', sortDown: 'SortDown', star: 'Star', 'star-filled': 'StarFilled',
  unlock: 'Unlock', upload: 'Upload', warn: 'Warning',
};

const fonts = [
  ...['latin', 'latin-ext'].flatMap(part => ['normal', 'italic'].map(style => ({
    from: `@fontsource-variable/source-sans-3/files/source-sans-3-${part}-wght-${style}.woff2`,
    family: 'Source Sans 3', style, weight: '200 900', part }))),
  ...['latin', 'latin-ext'].flatMap(part => ['400', '700'].map(weight => ({
    from: `@fontsource/noto-sans/files/noto-sans-${part}-${weight}-normal.woff2`,
    family: 'Noto Sans', style: 'normal', weight, part }))),
];

rmSync(vendor, { recursive: true, force: true });
mkdirSync(join(vendor, 'fonts'), { recursive: true });
writeFileSync(join(vendor, 'tokens.css'), tokens());
writeFileSync(join(vendor, 'icons.svg'), sprite());
writeFileSync(join(vendor, 'fonts.css'), fonts.map(face).join('\n'));

function tokens() {
  const scss = readFileSync(join(packages, 'suomifi-design-tokens/dist/tokens.scss'), 'utf8');
  const lines = [...scss.matchAll(/\$(fi-[a-z0-9-]+):\s*([^;]+);/g)].map(([, name, value]) => `  --${name}: ${value};`);
  return `/* suomifi-design-tokens 7.0.0, MIT */\n:root {\n${lines.join('\n')}\n}\n`;
}

function sprite() {
  const symbols = Object.entries(icons).map(([id, name]) => {
    const [viewBox, shapes] = drawing(name);
    return `<symbol id="i-${id}" viewBox="${viewBox}">${shapes}</symbol>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg">\n${symbols.join('\n')}\n</svg>\n`;
}

// The package ships React components only. Each is one createElement tree, so a stand-in for React collects its SVG.
function drawing(name) {
  const code = readFileSync(join(packages, `suomifi-icons/cjs/svgrComponents/baseIcons/Icon${name}.js`), 'utf8');
  const createElement = (tag, attributes, ...children) => ({ tag, attributes, children });
  const module = {};
  new Function('require', 'module', 'exports', code)(() => ({ createElement }), module, {});
  const svg = module.exports({});
  return [svg.attributes.viewBox, svg.children.map(markup).join('')];
}

// Fills are dropped so that an icon takes the colour of its text.
function markup({ tag, attributes, children }) {
  const kept = Object.entries(attributes ?? {})
    .filter(([name]) => !['className', 'fill', 'id'].includes(name))
    .map(([name, value]) => ` ${name.replace(/[A-Z]/g, c => `-${c.toLowerCase()}`)}="${value}"`);
  return `<${tag}${kept.join('')}>${children.map(markup).join('')}</${tag}>`;
}

function face({ from, family, style, weight, part }) {
  const file = from.split('/').at(-1);
  copyFileSync(join(packages, from), join(vendor, 'fonts', file));
  return `@font-face {
  font-family: '${family}';
  font-style: ${style};
  font-weight: ${weight};
  font-display: swap;
  src: url('fonts/${file}') format('woff2');
  unicode-range: ${range(from, file)};
}
`;
}

// Fontsource writes each face's unicode-range into its stylesheets; it is read from there and not repeated here.
function range(from, file) {
  const folder = from.split('/files/')[0];
  const sheets = folder.includes('variable') ? ['wght.css', 'wght-italic.css'] : ['400.css', '700.css'];
  for (const sheet of sheets) {
    const css = readFileSync(join(packages, folder, sheet), 'utf8');
    const found = css.match(new RegExp(`${file.replaceAll('.', '\\.')}[\\s\\S]*?unicode-range:\\s*([^;]+);`));
    if (found) return found[1];
  }
  throw new Error(`No unicode-range for ${file}`);
}
