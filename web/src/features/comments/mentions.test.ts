import { expect, it } from 'vitest';
import { decodeMentions, encodeMentions, matchPeople, mentionAt } from '@/features/comments/mentions';

const ada = { id: '01970001-0000-7000-8000-000000000001', name: 'Ada' };
const okafor = { id: '01970001-0000-7000-8000-000000000002', name: 'Ada Okafor' };
const people = [ada, okafor];

it('writes mentions as the server reads them, the longest name first', () => {
  expect(encodeMentions('Ask @Ada Okafor, not @Ada.', people)).toBe(
    `Ask @[Ada Okafor](user:${okafor.id}), not @[Ada](user:${ada.id}).`,
  );
});

it.each(['mail@Ada', '@Adam', '@Nobody', '`@Ada`', '```\n@Ada\n```', '@'])('leaves %o alone', (text) => {
  expect(encodeMentions(text, people)).toBe(text);
});

it('gives back what was written', () => {
  const body = encodeMentions('@Ada Okafor and @Ada, see `@Ada`', people);
  const { text, people: named } = decodeMentions(body);
  expect(text).toBe('@Ada Okafor and @Ada, see `@Ada`');
  expect(encodeMentions(text, named)).toBe(body);
});

it('notices that somebody is being looked for', () => {
  expect(mentionAt('Ask @Ad', 7)).toEqual({ start: 4, words: 'Ad' });
  expect(mentionAt('@', 1)).toEqual({ start: 0, words: '' });
  expect(mentionAt('(@ada ok', 8)).toEqual({ start: 1, words: 'ada ok' });
  expect(mentionAt('a@b', 3)).toBeNull();
  expect(mentionAt('@Ada said so to', 15)).toBeNull();
});

it('finds people by any part of their name', () => {
  expect(matchPeople(people, 'oka')).toEqual([okafor]);
  expect(matchPeople(people, 'ada o')).toEqual([okafor]);
  expect(matchPeople(people, '')).toEqual(people);
});
