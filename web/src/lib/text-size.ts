export type TextSize = 'normal' | 'comfortable';

const KEY = 'waymark.text';

export const textSize = (): TextSize =>
  document.documentElement.dataset.text === 'comfortable' ? 'comfortable' : 'normal';

export function chooseTextSize(size: TextSize) {
  document.documentElement.dataset.text = size;
  try {
    localStorage.setItem(KEY, size);
  } catch {
    // Storage may be forbidden; the choice then lasts until the page is left.
  }
}
