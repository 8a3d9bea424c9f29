import { type Text, t } from '@/lib/i18n';

/** Colours of projects and labels: one lightness, so that none shouts. */
export const PALETTE: readonly { value: string; text: Text }[] = [
  { value: '#2f9c9a', text: 'settings.colour.teal' },
  { value: '#4f86d6', text: 'settings.colour.blue' },
  { value: '#8f6fd1', text: 'settings.colour.violet' },
  { value: '#c765a8', text: 'settings.colour.pink' },
  { value: '#d15f5a', text: 'settings.colour.red' },
  { value: '#d67a3a', text: 'settings.colour.orange' },
  { value: '#b8922a', text: 'settings.colour.yellow' },
  { value: '#4f9d5d', text: 'settings.colour.green' },
  { value: '#96755a', text: 'settings.colour.brown' },
  { value: '#75838a', text: 'settings.colour.grey' },
];

/** The colours to choose from; one that was set elsewhere stands first. */
export function coloursWith(current: string | null): { value: string; label: string }[] {
  const colours = PALETTE.map(({ value, text }) => ({ value, label: t(text) }));
  const isKnown = !current || colours.some(({ value }) => value === current.toLowerCase());
  return isKnown ? colours : [{ value: current, label: t('settings.colour.own') }, ...colours];
}
