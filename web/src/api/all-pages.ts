import { api, type RequestOptions } from '@/api/client';
import type { Page } from '@/api/types';

const LONGEST = 200;
const MOST_PAGES = 10;

/** All that a list has, page by page; two thousand at most, so that nobody waits for more than can be shown. */
export async function allPages<Item>(path: string, { query, signal }: Pick<RequestOptions, 'query' | 'signal'>) {
  const items: Item[] = [];
  let cursor: string | null = null;
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    const page: Page<Item> = await api.get(path, { signal, query: { ...query, limit: LONGEST, cursor } });
    items.push(...page.items);
    cursor = page.nextCursor;
    if (cursor === null) break;
  }
  return items;
}
