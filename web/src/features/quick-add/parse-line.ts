import type { Label, Member, Priority, Project } from '@/api/types';
import { dayAtStart, dayNamed } from '@/features/quick-add/date-words';
import type { DateOnly } from '@/lib/dates';

export type Chip =
  | { kind: 'person'; raw: string; value: string; text: string }
  | { kind: 'label'; raw: string; value: string; text: string; group?: string }
  | { kind: 'project'; raw: string; value: string; text: string }
  | { kind: 'priority'; raw: string; value: Priority }
  | { kind: 'estimate'; raw: string; value: number }
  | { kind: 'due'; raw: string; value: DateOnly };

export type Known = {
  people: readonly Pick<Member, 'userId' | 'displayName'>[];
  labels: readonly (Pick<Label, 'name'> & Partial<Pick<Label, 'group' | 'exclusive'>>)[];
  projects: readonly Pick<Project, 'id' | 'key' | 'name'>[];
  now: DateOnly;
};

export type ParsedLine = { title: string; description: string; chips: Chip[]; unknownLabels: string[] };

type Word = { text: string; raw: string; isLiteral: boolean };
type Entry = Word | { chip: Chip };

const PRIORITY: Record<string, Priority> = {
  '1': 'urgent',
  '2': 'high',
  '3': 'medium',
  '4': 'low',
  urgent: 'urgent',
  high: 'high',
  medium: 'medium',
  med: 'medium',
  low: 'low',
};
const MINUTES: Record<string, number> = { m: 1, h: 60, d: 8 * 60 };
const MOST_MINUTES = 100_000;

const folded = (text: string) => text.toLowerCase().replace(/[\s._-]+/g, '');

/** Words between blanks; what is quoted is one literal word, and a backslash makes the next sign plain. */
function wordsOf(line: string): Word[] {
  return [...line.matchAll(/"[^"]*"(?=\s|$)|\S+/g)].map(([raw]) => {
    const isLiteral = /^"[^"]*"$/.test(raw) || raw.startsWith('\\');
    return { raw, text: raw.startsWith('\\') ? raw.slice(1) : raw, isLiteral };
  });
}

/** The one that is meant: by its whole name or first word, else the only one that begins so. */
function named<Item>(items: readonly Item[], word: string, namesOf: (item: Item) => string[]): Item | null {
  const wanted = folded(word);
  if (!wanted) return null;
  const exact = items.filter((item) => namesOf(item).some((name) => folded(name) === wanted));
  const close = items.filter((item) => namesOf(item).some((name) => folded(name).startsWith(wanted)));
  const found = exact.length > 0 ? exact : close;
  return found.length === 1 ? (found[0] ?? null) : null;
}

function estimateOf(text: string): number | null {
  const [, amount, unit = ''] = /^(\d+(?:\.\d+)?)([mhd])$/.exec(text) ?? [];
  const minutes = Math.round(Number(amount) * (MINUTES[unit] ?? 0));
  return amount && minutes > 0 && minutes <= MOST_MINUTES ? minutes : null;
}

function chipOf(raw: string, known: Known): Chip | null {
  const rest = raw.slice(1);
  switch (raw[0]) {
    case '@': {
      const person = named(known.people, rest, ({ displayName }) => [displayName, ...displayName.split(' ')]);
      return person && { kind: 'person', raw, value: person.userId, text: person.displayName };
    }
    case '#': {
      const label = known.labels.find((candidate) => folded(candidate.name) === folded(rest));
      if (!label) return null;
      const chip = { kind: 'label', raw, value: label.name, text: label.name } as const;
      return label.exclusive && label.group ? { ...chip, group: label.group } : chip;
    }
    case '>': {
      const project = named(known.projects, rest, ({ key, name }) => [key, name]);
      return project && { kind: 'project', raw, value: project.id, text: project.name };
    }
    case '!': {
      const priority = PRIORITY[rest.toLowerCase()];
      return priority ? { kind: 'priority', raw, value: priority } : null;
    }
    case '~': {
      const minutes = estimateOf(rest.toLowerCase());
      return minutes === null ? null : { kind: 'estimate', raw, value: minutes };
    }
    default:
      return null;
  }
}

const SINGLE: ReadonlySet<Chip['kind']> = new Set(['project', 'priority', 'estimate', 'due']);
/** Whether two labels stand in one group of which a task carries one. */
const excludes = (a: Chip, b: Chip) =>
  a.kind === 'label' && b.kind === 'label' && a.group !== undefined && a.group === b.group;
const isWord = (entry: Entry | undefined): entry is Word => entry !== undefined && !('chip' in entry);

class Line {
  readonly entries: Entry[] = [];
  private readonly chips: Chip[] = [];

  /** Takes a chip unless there is one of its kind already, of which there can be one, or the same one. */
  take(chip: Chip | null, rejected: ReadonlySet<string>): boolean {
    if (!chip || rejected.has(chip.raw)) return false;
    const isTaken = this.chips.some(
      (other) =>
        other.kind === chip.kind && (SINGLE.has(chip.kind) || other.value === chip.value || excludes(other, chip)),
    );
    if (isTaken) return false;
    this.chips.push(chip);
    this.entries.push({ chip });
    return true;
  }
}

const dueChip = (words: readonly Word[], day: DateOnly): Chip => ({
  kind: 'due',
  raw: words.map((word) => word.raw).join(' '),
  value: day,
});

/** The words up to the first quoted one. */
function plainTexts(words: readonly Word[]): string[] {
  const end = words.findIndex((word) => word.isLiteral);
  return words.slice(0, end < 0 ? words.length : end).map((word) => word.text);
}

/** `^fri`, `due next week`, `by tomorrow`: a date that says so, anywhere in the line. */
function explicitDate(words: readonly Word[], now: DateOnly): { chip: Chip; count: number } | null {
  const [first, ...others] = words;
  if (!first || first.isLiteral) return null;
  if (first.raw.startsWith('^') && first.raw.length > 1) {
    const found = dayAtStart([first.raw.slice(1), ...plainTexts(others)], now);
    return found && { chip: dueChip(words.slice(0, found.count), found.day), count: found.count };
  }
  if (!/^(due|by)$/i.test(first.raw)) return null;
  const found = dayAtStart(plainTexts(others), now);
  return found && { chip: dueChip(words.slice(0, found.count + 1), found.day), count: found.count + 1 };
}

/** A date without a sign counts only as the last words of the title, and never as the whole of it. */
function takeLastWords(entries: readonly Entry[], now: DateOnly, rejected: ReadonlySet<string>): Entry[] {
  const end = entries.findLastIndex(isWord) + 1;
  for (const count of [3, 2, 1]) {
    const start = end - count;
    const words = start >= 0 ? entries.slice(start, end).filter(isWord) : [];
    const isWhole = !entries.slice(0, Math.max(0, start)).some(isWord);
    if (words.length !== count || isWhole || words.some((word) => word.isLiteral)) continue;
    const day = dayNamed(
      words.map((word) => word.text),
      now,
    );
    if (!day) continue;
    const chip = dueChip(words, day);
    return rejected.has(chip.raw) ? [...entries] : entries.toSpliced(start, count, { chip });
  }
  return [...entries];
}

/** Reads one line of quick add. `rejected` holds what the writer has turned back into text; `made` labels to be created. */
export function parseLine(
  line: string,
  known: Known,
  rejected: ReadonlySet<string> = new Set(),
  made: readonly string[] = [],
): ParsedLine {
  const cut = /(?:^|\s)\/\/(?:\s|$)/.exec(line);
  const words = wordsOf(cut ? line.slice(0, cut.index) : line);
  const all: Known = { ...known, labels: [...known.labels, ...made.map((name) => ({ name }))] };
  const read = new Line();
  const unknownLabels: string[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index];
    if (!word) break;
    const date = explicitDate(words.slice(index), known.now);
    if (date && read.take(date.chip, rejected)) {
      index += date.count - 1;
      continue;
    }
    if (!word.isLiteral && read.take(chipOf(word.raw, all), rejected)) continue;
    if (!word.isLiteral && /^#[\p{L}\p{N}][\p{L}\p{N}_-]*$/u.test(word.raw) && !rejected.has(word.raw)) {
      const isKnown = all.labels.some((label) => folded(label.name) === folded(word.raw.slice(1)));
      if (!isKnown) unknownLabels.push(word.raw.slice(1));
    }
    read.entries.push(word);
  }
  const hasDate = read.entries.some((entry) => !isWord(entry) && entry.chip.kind === 'due');
  const entries = hasDate ? read.entries : takeLastWords(read.entries, known.now, rejected);
  return {
    title: entries
      .filter(isWord)
      .map((word) => word.text)
      .join(' '),
    description: cut ? line.slice(cut.index + cut[0].length).trim() : '',
    chips: entries.flatMap((entry) => (isWord(entry) ? [] : [entry.chip])),
    unknownLabels: [...new Set(unknownLabels)],
  };
}
