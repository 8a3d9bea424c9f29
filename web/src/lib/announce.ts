/** Speaks through two live regions that exist from the start: regions added together with their text stay silent. */
function region(politeness: 'polite' | 'assertive'): HTMLElement {
  const id = `announce-${politeness}`;
  const existing = document.getElementById(id);
  if (existing) return existing;
  const element = document.createElement('div');
  element.id = id;
  element.className = 'sr-only';
  element.setAttribute('aria-live', politeness);
  document.body.append(element);
  return element;
}

export function prepareAnnouncements() {
  region('polite');
  region('assertive');
}

/** Assertive is for the person's own moves only; everything else is polite. */
export function announce(message: string, politeness: 'polite' | 'assertive' = 'polite') {
  const element = region(politeness);
  // A changed text node is read; the same text twice would not be.
  element.textContent = '';
  setTimeout(() => {
    element.textContent = message;
  }, 30);
}
