/** On the wire a mention is `@[name](user:<id>)`; in the field it is `@name`, as people write it. */
export type Person = { id: string; name: string };

const MENTION = /@\[([^[\]\n]+)\]\(user:([0-9a-f-]{36})\)/g;
const cleanName = (name: string) => name.replace(/[[\]\n]/g, ' ').trim();

/** The body as it is edited, and the people it names, who may have left since. */
export function decodeMentions(body: string): { text: string; people: Person[] } {
  const people: Person[] = [];
  const text = body.replace(MENTION, (_whole, name: string, id: string) => {
    people.push({ id, name });
    return `@${name}`;
  });
  return { text, people };
}

/** What was written, with every `@name` that stands for somebody made a mention. The longest name wins; code is left alone. */
export function encodeMentions(text: string, people: readonly Person[]): string {
  const byLength = [...people]
    .map(({ id, name }) => ({ id, name: cleanName(name) }))
    .filter(({ name }) => name !== '')
    .sort((a, b) => b.name.length - a.name.length);
  const parts = text.split(/(```[\s\S]*?(?:```|$)|`[^`\n]*`)/);
  return parts.map((part, index) => (index % 2 === 1 ? part : encodePart(part, byLength))).join('');
}

function encodePart(text: string, people: readonly Person[]): string {
  let result = '';
  let rest = text;
  for (let at = rest.indexOf('@'); at >= 0; at = rest.indexOf('@')) {
    const before = rest.slice(0, at);
    const after = rest.slice(at + 1);
    const startsWord = !/[\p{L}\p{N}_]$/u.test(before || result.slice(-1));
    const person = startsWord
      ? people.find(({ name }) => after.startsWith(name) && !/^[\p{L}\p{N}_]/u.test(after.slice(name.length)))
      : undefined;
    result += person ? `${before}@[${person.name}](user:${person.id})` : `${before}@`;
    rest = person ? after.slice(person.name.length) : after;
  }
  return result + rest;
}

export type MentionQuery = { start: number; words: string };

/** What is being looked for when the caret stands behind an `@`; null when it does not. */
export function mentionAt(text: string, caret: number): MentionQuery | null {
  const match = /(?:^|[^\p{L}\p{N}_@])@([\p{L}\p{N}'’.-]*(?: [\p{L}\p{N}'’.-]*)?)$/u.exec(text.slice(0, caret));
  const words = match?.[1];
  return words === undefined ? null : { start: caret - words.length - 1, words };
}

/** Those whose name, or a part of it, begins with what was typed. */
export function matchPeople<T extends Person>(people: readonly T[], words: string, most = 6): T[] {
  const wanted = words.trim().toLowerCase();
  const fits = (name: string) => name.startsWith(wanted) || name.split(/\s+/).some((part) => part.startsWith(wanted));
  return people.filter(({ name }) => fits(name.toLowerCase())).slice(0, most);
}
