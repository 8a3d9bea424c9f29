import type { KeyboardEvent } from 'react';

/** What is walked: the field of a title (`data-similar-stop`) and the similar tasks, inside of one `data-similar`. */
const stopsAround = (element: Element) => [
  ...(element.closest('[data-similar]')?.querySelectorAll<HTMLElement>('[data-similar-stop]') ?? []),
];

/** ↓ leads from the end of a title into the similar tasks that stand below it, ↑ back again. */
export function walkSimilar(event: KeyboardEvent<HTMLElement>) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || event.nativeEvent.isComposing) return;
  const field = event.currentTarget;
  if ('selectionEnd' in field && 'value' in field && field.selectionEnd !== String(field.value).length) return;
  const stops = stopsAround(field);
  const next = stops[stops.indexOf(field) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
