import { describe, expect, it } from 'vitest';

const sources = import.meta.glob<string>(['/src/**/*.ts', '/src/**/*.tsx'], {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** What each folder may import, besides itself. `projects` and `tasks` are the words that all other features use. */
const ALLOWED: Record<string, readonly string[]> = {
  locales: [],
  lib: ['locales'],
  api: ['lib'],
  ui: ['lib'],
  'features/projects': ['lib', 'ui', 'api'],
  'features/tasks': ['lib', 'ui', 'api', 'features/projects'],
  features: ['lib', 'ui', 'api', 'features/projects', 'features/tasks'],
};
const FREE = /^(app|test|styles)\/|^main\.tsx$|^vite-env/;

const folderOf = (path: string) =>
  path.startsWith('features/') ? path.split('/').slice(0, 2).join('/') : path.split('/')[0];
const isTest = (path: string) => path.includes('.test.');
const files = Object.entries(sources)
  .map(([path, text]) => ({ path: path.replace('/src/', ''), text }))
  .filter(({ path }) => !path.endsWith('.d.ts'));

describe('the shape of the source', () => {
  it('covers the source', () => {
    expect(files.length).toBeGreaterThan(100);
  });

  it('imports only downwards: lib, ui, api, then features, then app', () => {
    const offenders = files
      .filter(({ path }) => !FREE.test(path) && !isTest(path))
      .flatMap(({ path, text }) => {
        const own = folderOf(path) ?? '';
        const allowed = ALLOWED[own] ?? ALLOWED[own.split('/')[0] ?? ''] ?? [];
        const targets = [...text.matchAll(/from '@\/([^']+)'|import\('@\/([^']+)'\)/g)].map(
          (match) => match[1] ?? match[2] ?? '',
        );
        return targets
          .map((target) => folderOf(target) ?? '')
          .filter((target) => target !== own && !allowed.includes(target))
          .map((target) => `${path} → ${target}`);
      });
    expect(offenders).toEqual([]);
  });

  it('uses the @/ path and never a relative one', () => {
    expect(files.filter(({ text }) => /from '\.\.?\//.test(text)).map(({ path }) => path)).toEqual([]);
  });

  it('asserts types only in api/, where data enters', () => {
    const offenders = files
      .filter(({ path }) => !path.startsWith('api/'))
      .filter(({ text }) =>
        text
          .split('\n')
          .some((line) => !/^import|^\s*\/\/|^\s*\*|\/\*/.test(line) && /\S as (?!const\b)[A-Z{(]/.test(line)),
      )
      .map(({ path }) => path);
    expect(offenders).toEqual([]);
  });

  it('keeps files within 250 lines', () => {
    const long = files
      .filter(({ path }) => !path.startsWith('api/generated/'))
      .filter(({ text }) => text.split('\n').length > 251)
      .map(({ path }) => path);
    expect(long).toEqual([]);
  });
});
