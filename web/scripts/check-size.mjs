import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));
const kB = 1000;
const read = (file) => readFileSync(join(dist, file));
const size = (file) => gzipSync(read(file)).length;

/** Every file the browser must have before the named modules can run. */
function closure(keys) {
  const seen = new Set();
  const css = new Set();
  const visit = (key) => {
    if (seen.has(key)) return;
    const chunk = manifest[key];
    if (!chunk) throw new Error(`The build has no chunk "${key}".`);
    seen.add(key);
    for (const file of chunk.css ?? []) css.add(file);
    for (const next of chunk.imports ?? []) visit(next);
  };
  for (const key of keys) visit(key);
  return { js: [...seen].map((key) => manifest[key].file), css: [...css] };
}

const entry = 'index.html';
// The bundler names the shell's part after its page or after its group.
const layoutPage = 'src/app/layout/app-shell.tsx';
const layout = manifest[layoutPage] ? layoutPage : Object.keys(manifest).find((key) => manifest[key].name === 'shell');
const screens = [
  { name: 'sign-in', keys: [entry, 'src/app/pages/sign-in-page.tsx'], limit: 110 },
  { name: 'board', keys: [entry, layout, 'src/app/pages/board-page.tsx'], limit: 200 },
];
const lazyLimit = 60;
const lazyExceptions = { 'src/ui/editor.tsx': 150, 'src/ui/chart.tsx': 45 };
let failed = false;

const report = (name, bytes, limit) => {
  const over = bytes > limit * kB;
  failed ||= over;
  console.log(`${over ? 'OVER ' : 'ok   '}${name.padEnd(44)} ${(bytes / kB).toFixed(1).padStart(7)} kB of ${limit}`);
};

const initial = new Set();
for (const { name, keys, limit } of screens) {
  const { js, css } = closure(keys);
  for (const file of js) initial.add(file);
  report(
    `${name}: scripts`,
    js.reduce((sum, file) => sum + size(file), 0),
    limit,
  );
  report(
    `${name}: styles`,
    css.reduce((sum, file) => sum + size(file), 0),
    20,
  );
}

// Browsers take the font files whose letters stand on the page: of most pages these alone.
const fonts = Object.entries(manifest).filter(([key]) => key.endsWith('inter-latin-wght-normal.woff2'));
if (fonts.length === 0) throw new Error('The build has no font for Latin letters.');
report(
  'first load: fonts',
  fonts.reduce((sum, [, { file }]) => sum + read(file).length, 0),
  60,
);

for (const [key, chunk] of Object.entries(manifest)) {
  if (!chunk.file.endsWith('.js') || initial.has(chunk.file)) continue;
  const bytes = size(chunk.file);
  const limit = lazyExceptions[key] ?? lazyLimit;
  if (bytes > limit * kB * 0.5) report(`lazy ${key}`, bytes, limit);
}

if (!existsSync(join(dist, 'version.json'))) {
  console.log('OVER version.json is missing');
  failed = true;
}
if (failed) process.exit(1);
