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
