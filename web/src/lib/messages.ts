type Choices = Readonly<Record<string, Compiled>>;
/** A text, or the name of a value; behind it, what is said for which value. */
type Token = string | readonly [name: string] | readonly [name: string, kind: 'plural' | 'select', choices: Choices];

/** A message as `scripts/vite-catalogues.mjs` compiles it. */
export type Compiled = string | readonly Token[];
export type Catalogue = Readonly<Record<string, Compiled>>;
export type Values = Readonly<Record<string, string | number>>;

const LANGUAGE = 'en';
const plurals = new Intl.PluralRules(LANGUAGE);
const numbers = new Intl.NumberFormat(LANGUAGE);

/** A compiled message with its values in their places. Within a plural, `#` is the number. */
export function textOf(message: Compiled, values: Values, count?: number): string {
  if (typeof message === 'string') return message;
  const say = (token: Token): string => {
    if (typeof token === 'string') return token === '#' && count !== undefined ? numbers.format(count) : token;
    const [name, kind, choices] = token;
    const value = values[name] ?? '';
    if (!choices) return String(value);
    const number = kind === 'plural' ? Number(value) : undefined;
    const chosen =
      choices[value] ?? (number === undefined ? undefined : choices[plurals.select(number)]) ?? choices.other;
    return chosen === undefined ? '' : textOf(chosen, values, number);
  };
  return message.map(say).join('');
}
