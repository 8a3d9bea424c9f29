/** Plain `?task=WEB-12&label=Bug`: every value is a string, nothing is JSON. */
export function parseSearch(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}

export function stringifySearch(search: Record<string, unknown>): string {
  const pairs = Object.entries(search).flatMap(([name, value]) =>
    typeof value === 'string' && value !== '' ? [`${encodeURIComponent(name)}=${encode(value)}`] : [],
  );
  return pairs.length > 0 ? `?${pairs.join('&')}` : '';
}

// Commas separate the values of a filter and are legal in a query: kept readable.
const encode = (value: string) => encodeURIComponent(value).replaceAll('%2C', ',');

const text = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined);

/** Keeps the named values of an address that are texts. */
export const texts =
  (...names: string[]) =>
  (search: Record<string, unknown>): Record<string, string | undefined> =>
    Object.fromEntries(names.map((name) => [name, text(search[name])]));
export const FILTERS = ['task', 'q', 'assignee', 'label', 'priority', 'due', 'status', 'query', 'view'];

export type PeekSearch = { task?: string };
export type FilterSearch = {
  q?: string;
  assignee?: string;
  label?: string;
  priority?: string;
  due?: string;
  status?: string;
};
export type ViewSearch = PeekSearch & FilterSearch & { query?: string; view?: string };
export type ListSearch = ViewSearch & { group?: string; sort?: string };
export type TableSearch = ViewSearch & { sort?: string; cols?: string };
export type CalendarSearch = ViewSearch & { on?: string; zoom?: string; tray?: string };
export type TimelineSearch = ViewSearch & { zoom?: string; plan?: string };
export type InboxSearch = PeekSearch & { show?: string };
export type TimeSearch = { period?: string; person?: string; show?: string; state?: string };
