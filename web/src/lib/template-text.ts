const VARIABLE = /\{\{\s*([A-Za-z][A-Za-z0-9_]{0,39})\s*\}\}/g;

/** The variables that these texts name, each once, in the order in which they come. */
export const variablesIn = (texts: readonly string[]): string[] => [
  ...new Set(texts.flatMap((text) => [...text.matchAll(VARIABLE)].map((match) => match[1] ?? ''))),
];

/** The text with the values in the places of its variables; what has no value yet stays as it is. */
export const filled = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(VARIABLE, (place, name: string) => values[name]?.trim() || place);
