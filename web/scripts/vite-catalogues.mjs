import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compileMessage } from '@lingui/message-utils/compileMessage';

const PREFIX = 'virtual:catalogue/';
const root = fileURLToPath(new URL('../src/locales/', import.meta.url));

/** Joins `src/locales/<language>/*.json` and compiles the ICU messages, so that no parser is shipped. */
export function catalogues() {
  return {
    name: 'waymark-catalogues',
    resolveId: (id) => (id.startsWith(PREFIX) ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(`\0${PREFIX}`)) return undefined;
      const folder = `${root}${id.slice(PREFIX.length + 1)}/`;
      const messages = {};
      for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
        this.addWatchFile(folder + file);
        for (const [key, text] of Object.entries(JSON.parse(readFileSync(folder + file, 'utf8')))) {
          if (key in messages) this.error(`The text "${key}" is defined twice, again in ${file}.`);
          messages[key] = compileMessage(text);
        }
      }
      return `export const messages = ${JSON.stringify(messages)};`;
    },
  };
}
