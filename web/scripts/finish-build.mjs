import { fileURLToPath } from 'node:url';
import { compress } from './compress.mjs';
import { keepAssets } from './kept-assets.mjs';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
keepAssets(dist);
compress(dist);
compress(`${dist}assets/`);
