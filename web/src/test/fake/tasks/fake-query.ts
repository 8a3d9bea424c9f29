import type { Task } from '@/api/types';

const VALUES: Record<string, (task: Task, me: string) => readonly string[]> = {
  status: (task) => [task.status],
  priority: (task) => [task.priority],
  label: (task) => task.labels.map((name) => name.toLowerCase()),
  assignee: (task, me) => task.assigneeIds.map((id) => (id === me ? 'me' : id)),
};

type Reading = { matches: (task: Task) => boolean } | { position: number; detail: string };

/** The little of the query language that the fake speaks: `field = value` joined by `and`, or plain words. */
export function readQuery(query: string, me: string): Reading {
  const where = query.replace(/\s*order by .*$/i, '');
  if (!/[=~<>]|is empty|key in/.test(where)) {
    const words = where.toLowerCase().split(/\s+/);
    return { matches: (task) => words.every((word) => `${task.key} ${task.title}`.toLowerCase().includes(word)) };
  }
  const tests: ((task: Task) => boolean)[] = [];
  let position = 0;
  for (const part of where.split(/ and /i)) {
    if (/^\s*due is empty\s*$/.test(part)) {
      tests.push((task) => task.dueAt === null);
      position += part.length + ' and '.length;
      continue;
    }
    const [, dueBy, startBy] = /^\s*\(due <= (\S+) or start <= (\S+)\)\s*$/.exec(part) ?? [];
    if (dueBy && startBy) {
      const isBy = (value: string | null, day: string) => value !== null && value.slice(0, 10) <= day;
      tests.push(({ dueAt, startAt }) => isBy(dueAt, dueBy) || isBy(startAt, startBy));
      position += part.length + ' and '.length;
      continue;
    }
    const [, ids] = /^\s*key in \(([^)]*)\)\s*$/.exec(part) ?? [];
    if (ids !== undefined) {
      tests.push(({ id }) => ids.split(',').includes(id));
      position += part.length + ' and '.length;
      continue;
    }
    const [, name = '', value = ''] = /^\s*(\w+)\s*=\s*"?([^"]*?)"?\s*$/.exec(part) ?? [];
    const values = VALUES[name];
    if (!values) return { position, detail: `There is no field "${name}".` };
    tests.push((task) => values(task, me).includes(value.toLowerCase()));
    position += part.length + ' and '.length;
  }
  return { matches: (task) => tests.every((test) => test(task)) };
}
