const TAGS = [
  'en-GB',
  'en-US',
  'da-DK',
  'de-DE',
  'es-ES',
  'fr-FR',
  'it-IT',
  'ja-JP',
  'nl-NL',
  'pl-PL',
  'pt-PT',
  'sv-SE',
];

const nameOf = (tag: string): string => new Intl.DisplayNames(['en'], { type: 'language' }).of(tag) ?? tag;

/** How dates and numbers can be written. The texts themselves are English. */
export const FORMAT_LOCALES = TAGS.map((value) => ({ value, label: nameOf(value) }));
