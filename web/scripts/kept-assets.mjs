import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** How many builds the folder holds: the newest, and the one that open tabs were loaded from. */
const BUILDS = 2;

const read = (path, otherwise) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : otherwise);

/**
 * An open tab goes on with the files that it was loaded with, so those of the build before this one stay. What is older
 * goes. The same build made again counts once.
 */
export function keepAssets(dist) {
  const list = join(dist, '.vite', 'builds.json');
  const current = read(join(dist, '.vite', 'build.json'));
  const earlier = read(list, []).filter((build) => build.id !== current.id);
  const kept = [current, ...earlier].slice(0, BUILDS);
  const wanted = new Set(kept.flatMap((build) => build.files));
  const assets = join(dist, 'assets');
  for (const name of readdirSync(assets)) {
    const plain = name.replace(/\.(br|gz)$/, '');
    if (!wanted.has(`assets/${plain}`)) rmSync(join(assets, name));
  }
  writeFileSync(list, `${JSON.stringify(kept)}\n`);
}
