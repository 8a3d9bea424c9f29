const KEY = 'waymark.last-project';

export function lastProjectKey(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

export function rememberProjectKey(key: string | null) {
  try {
    if (key) localStorage.setItem(KEY, key);
    else localStorage.removeItem(KEY);
  } catch {
    // Storage may be forbidden; the start page is then the list of projects.
  }
}
