import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compileMessage } from '@lingui/message-utils/compileMessage';

const PREFIX = 'virtual:catalogue/';
const root = fileURLToPath(new URL('../src/locales/', import.meta.url));

// What the first page needs; all other texts travel with the shell, or, from a folder, with the pages that load that part.
const START = ['start.json', 'session.json', 'ui.json'];

/** Whether `src/lib/messages.ts` knows all that a compiled message makes of its values. */
const isReadable = (message) =>
  typeof message === 'string' ||
  message.every(
    (token) =>
      typeof token === 'string' ||
      token.length === 1 ||
      ((token[1] === 'plural' || token[1] === 'select') &&
        token[2].offset === undefined &&
        Object.entries(token[2]).every(([name, choice]) => name === 'offset' || isReadable(choice))),
  );

/**
 * Joins `src/locales/<language>/*.json` (the part `start` or `rest`) or `<language>/<part>/*.json`, and compiles the ICU
 * messages, so that no parser is shipped.
 */
export function catalogues() {
  return {
    name: 'waymark-catalogues',
    resolveId: (id) => (id.startsWith(PREFIX) ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(`\0${PREFIX}`)) return undefined;
      const [language, part] = id.slice(PREFIX.length + 1).split('/');
      const own = `${root}${language}/${part}/`;
      const folder = existsSync(own) ? own : `${root}${language}/`;
      const isWanted = (name) =>
        name.endsWith('.json') && (folder === own || START.includes(name) === (part === 'start'));
      const messages = {};
      for (const file of readdirSync(folder).filter(isWanted)) {
        this.addWatchFile(folder + file);
        for (const [key, text] of Object.entries(JSON.parse(readFileSync(folder + file, 'utf8')))) {
          if (key in messages) this.error(`The text "${key}" is defined twice, again in ${file}.`);
          messages[key] = compileMessage(text);
          if (!isReadable(messages[key]))
            this.error(`The client does not read what the text "${key}" makes of a value.`);
        }
      }
      return `export const messages = ${JSON.stringify(messages)};`;
    },
  };
}
