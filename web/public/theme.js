// Runs before the first paint, so that a dark page never flashes white. Keep the keys in step with src/lib/theme.ts and text-size.ts.
(() => {
  let choice = null;
  let text = null;
  try {
    choice = localStorage.getItem('waymark.theme');
    text = localStorage.getItem('waymark.text');
  } catch {
    // Storage may be forbidden; the system's theme is then used.
  }
  const dark = choice === 'dark' || (choice !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  if (text === 'comfortable') document.documentElement.dataset.text = text;
})();
