/** Minutes as people write them: `2h 30m`, `2:30`, `90m`, `1.5h`, or a bare number of minutes. Null when it is none of these. */
export function parseMinutes(text: string): number | null {
  const clean = text.trim().toLowerCase().replace(',', '.');
  if (/^\d+$/.test(clean)) return Number(clean);
  const clock = /^(\d+):([0-5]\d)$/.exec(clean);
  if (clock) return Number(clock[1]) * 60 + Number(clock[2]);
  const match = /^(?:(\d+(?:\.\d+)?)\s*h)?\s*(?:(\d+)\s*m(?:in)?)?$/.exec(clean);
  if (!match || (match[1] === undefined && match[2] === undefined)) return null;
  return Math.round(Number(match[1] ?? 0) * 60) + Number(match[2] ?? 0);
}

/** `2h`, or `-2h` for tasks that may overlap; null when it is no length. */
export function parseLag(text: string): number | null {
  const clean = text.trim().replace('−', '-');
  const minutes = parseMinutes(clean.replace(/^[-+]\s*/, ''));
  return minutes !== null && clean.startsWith('-') ? -minutes : minutes;
}

/** `2 h 30 min`. */
export function formatMinutes(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return [hours > 0 && `${hours} h`, (rest > 0 || hours === 0) && `${rest} min`].filter(Boolean).join(' ');
}

/** `2:30`, for columns of figures. */
export const clockMinutes = (minutes: number): string =>
  `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
