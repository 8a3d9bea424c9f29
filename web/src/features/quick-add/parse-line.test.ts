import { describe, expect, it } from 'vitest';
import { dayNamed } from '@/features/quick-add/date-words';
import { type Known, parseLine } from '@/features/quick-add/parse-line';

const known: Known = {
  people: [
    { userId: 'ada', displayName: 'Ada Okafor' },
    { userId: 'adam', displayName: 'Adam Stone' },
    { userId: 'lin', displayName: 'Lin Zhao' },
  ],
  labels: [{ name: 'Bug' }, { name: 'Needs design' }],
  projects: [
    { id: 'p1', key: 'WEB', name: 'Web shop' },
    { id: 'p2', key: 'PAY', name: 'Payments' },
  ],
  // A Saturday.
  now: '2026-11-21',
};
const parse = (line: string, rejected: string[] = []) => parseLine(line, known, new Set(rejected));
const chips = (line: string) => parse(line).chips.map((chip) => [chip.kind, chip.value]);

describe('a line of quick add', () => {
  it('reads people, labels, priority, estimate, project and date', () => {
    const line = parse('Fix the login loop on Safari @ada #bug !high ~2h >pay tomorrow');
    expect(line.title).toBe('Fix the login loop on Safari');
    expect(line.chips.map((chip) => [chip.kind, chip.value])).toEqual([
      ['person', 'ada'],
      ['label', 'Bug'],
      ['priority', 'high'],
      ['estimate', 120],
      ['project', 'p2'],
      ['due', '2026-11-22'],
    ]);
  });

  it('knows one by the whole name, the first name or an unmistakable beginning', () => {
    expect(chips('x @ada')).toEqual([['person', 'ada']]);
    expect(chips('x @okafor')).toEqual([['person', 'ada']]);
    expect(chips('x @li')).toEqual([['person', 'lin']]);
    expect(parse('x @ad').title).toBe('x @ad');
    expect(chips('x #needs-design')).toEqual([['label', 'Needs design']]);
  });

  it('takes one label of an exclusive group, and leaves another as text', () => {
    const labels = ['Oven', 'Flour'].map((name) => ({ name, group: 'Cause', exclusive: true }));
    const line = parseLine('Bread #oven #flour #bug', { ...known, labels: [...known.labels, ...labels] });
    expect(line.title).toBe('Bread #flour');
    expect(line.chips.map((chip) => chip.kind === 'label' && chip.value)).toEqual(['Oven', 'Bug']);
    expect(line.unknownLabels).toEqual([]);
  });

  it('takes a bare date only from the end, where other chips may follow', () => {
    expect(parse('Plan the Friday demo with Sun Microsystems').chips).toEqual([]);
    expect(chips('Ship it next week #bug')).toEqual([
      ['due', '2026-11-23'],
      ['label', 'Bug'],
    ]);
    expect(parse('Tomorrow').title).toBe('Tomorrow');
    expect(parse('Read The 5th Wave').chips).toEqual([]);
  });

  it('takes a date that says so from anywhere, and only one', () => {
    expect(parse('Call due next monday about rent')).toMatchObject({ title: 'Call about rent' });
    expect(chips('Call ^2026-12-24 the baker')).toEqual([['due', '2026-12-24']]);
    expect(parse('Stand by me').title).toBe('Stand by me');
    expect(parse('Call ^mon ^tue').title).toBe('Call ^tue');
  });

  it('leaves quotes, escapes and signs inside words alone', () => {
    expect(parse('Explain "due tomorrow" well').chips).toEqual([]);
    expect(parse('Explain \\#bug')).toMatchObject({ title: 'Explain #bug', chips: [] });
    expect(parse('Mail ada@bug.org about C#bug').chips).toEqual([]);
    expect(parse('Wow! Really !important').chips).toEqual([]);
  });

  it('turns a chip back into text when the writer says so', () => {
    expect(parse('Meet tomorrow', ['tomorrow'])).toMatchObject({ title: 'Meet tomorrow', chips: [] });
    expect(parse('Fix #bug', ['#bug'])).toMatchObject({ title: 'Fix #bug', chips: [], unknownLabels: [] });
  });

  it('offers unknown labels and takes those that will be made', () => {
    expect(parse('Fix #flaky')).toMatchObject({ title: 'Fix #flaky', unknownLabels: ['flaky'] });
    expect(parseLine('Fix #flaky', known, new Set(), ['flaky'])).toMatchObject({ title: 'Fix', unknownLabels: [] });
  });

  it('keeps what stands behind two slashes as the description', () => {
    expect(parse('Fix it // since https://example.com broke')).toMatchObject({
      title: 'Fix it',
      description: 'since https://example.com broke',
    });
    expect(parse('Read https://example.com today').title).toBe('Read https://example.com');
  });
});

describe('words for days', () => {
  it.each([
    ['today', '2026-11-21'],
    ['sat', '2026-11-28'],
    ['sunday', '2026-11-22'],
    ['next fri', '2026-11-27'],
    ['in 3 days', '2026-11-24'],
    ['in 2 weeks', '2026-12-05'],
    ['2026-02-30', null],
    ['someday', null],
  ])('%s', (words, day) => expect(dayNamed(words.split(' '), known.now)).toBe(day));
});
