// `en` alone says nothing about the order of day and month; 27 Nov is read rightly everywhere.
let current = 'en-GB';

/** How dates and numbers are written: the person's choice from their profile. */
export const formatLocale = (): string => current;

export function setFormatLocale(locale: string | null | undefined) {
  try {
    current = locale && locale !== 'en' ? (Intl.getCanonicalLocales(locale)[0] ?? 'en-GB') : 'en-GB';
  } catch {
    current = 'en-GB';
  }
}
