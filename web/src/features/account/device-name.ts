const BROWSERS: [RegExp, string][] = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
  [/curl\//i, 'curl'],
];
const SYSTEMS: [RegExp, string][] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'macOS'],
  [/Linux/, 'Linux'],
];

const first = (list: [RegExp, string][], text: string) => list.find(([pattern]) => pattern.test(text))?.[1];

/** `Firefox on Linux` from a user agent; a name that is already plain stays as it is. */
export function deviceName(device: string): string {
  if (!/[/;(]/.test(device)) return device;
  const parts = [first(BROWSERS, device), first(SYSTEMS, device)].filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join(' · ') : device.slice(0, 60);
}

export const isPhone = (device: string): boolean => /iPhone|Android|iPad|Mobile/.test(device);
