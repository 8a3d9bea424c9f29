import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

// Fonts and pictures are compressed already.
const KINDS = new Set(['.js', '.css', '.svg', '.json']);
const FORMS = [
  ['.br', (plain) => brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: plain.length } })],
  ['.gz', (plain) => gzipSync(plain, { level: 9 })],
];

/** Lays the compressed forms beside every file that has one, so that no server compresses anything again and again. */
export function compress(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() || !KINDS.has(extname(entry.name))) continue;
    for (const [suffix, squeeze] of FORMS) {
      const form = path + suffix;
      // A hashed file never changes, and its forms are made once.
      if (existsSync(form) && statSync(form).mtimeMs >= statSync(path).mtimeMs) continue;
      writeFileSync(form, squeeze(readFileSync(path)));
    }
  }
}
