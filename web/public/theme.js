// Runs before the first paint, so that a dark page never flashes white. Keep the key in step with src/lib/theme.ts.
(() => {
  let choice = null;
  try {
    choice = localStorage.getItem('waymark.theme');
  } catch {
    // Storage may be forbidden; the system's theme is then used.
  }
  const dark = choice === 'dark' || (choice !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
})();
