import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { SourceTextModule } from 'node:vm';

// The bundler can write an export of something that a part does not have. No browser loads such a part, and no test that
// runs on the sources sees it: so each part is parsed as a browser would before it is called built.
const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const { files } = JSON.parse(readFileSync(`${dist}.vite/build.json`, 'utf8'));
const parts = files.filter((name) => name.endsWith('.js'));
const faults = parts.flatMap((name) => {
  try {
    new SourceTextModule(readFileSync(dist + name, 'utf8'), { identifier: name });
    return [];
  } catch (fault) {
    return [`${name}: ${fault.message}`];
  }
});
if (parts.length === 0) faults.push('There are no parts to check.');
for (const fault of faults) console.log(`BROKEN ${fault}`);
if (faults.length > 0) process.exit(1);
