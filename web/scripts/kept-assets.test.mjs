import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { keepAssets } from './kept-assets.mjs';

let dist;
beforeEach(() => {
  dist = mkdtempSync(join(tmpdir(), 'waymark-dist-'));
  mkdirSync(join(dist, 'assets'));
  mkdirSync(join(dist, '.vite'));
});
afterEach(() => rmSync(dist, { recursive: true }));

function build(id, ...names) {
  for (const name of names) {
    writeFileSync(join(dist, 'assets', name), id);
    writeFileSync(join(dist, 'assets', `${name}.br`), id);
  }
  const files = names.map((name) => `assets/${name}`);
  writeFileSync(join(dist, '.vite', 'build.json'), JSON.stringify({ id, files }));
  keepAssets(dist);
}
const assets = () => readdirSync(join(dist, 'assets')).sort();

it('keeps the files of the build before this one, and of none that is older', () => {
  build('one', 'a1.js', 'same.js');
  build('two', 'a2.js', 'same.js');
  expect(assets()).toEqual(['a1.js', 'a1.js.br', 'a2.js', 'a2.js.br', 'same.js', 'same.js.br']);
  build('three', 'a3.js', 'same.js');
  expect(assets()).toEqual(['a2.js', 'a2.js.br', 'a3.js', 'a3.js.br', 'same.js', 'same.js.br']);
});

it('counts the same build once', () => {
  build('one', 'a1.js');
  build('two', 'a2.js');
  build('two', 'a2.js');
  expect(assets()).toEqual(['a1.js', 'a1.js.br', 'a2.js', 'a2.js.br']);
});

it('removes what no build knows', () => {
  writeFileSync(join(dist, 'assets', 'stray.js'), '');
  build('one', 'a1.js');
  expect(assets()).toEqual(['a1.js', 'a1.js.br']);
});
