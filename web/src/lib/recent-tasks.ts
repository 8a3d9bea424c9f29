const KEY = 'waymark.recent-tasks';
const MOST = 6;

/** Keys of the tasks opened last on this device, newest first. Titles are asked for anew: who may see them can change. */
export function recentTasks(): string[] {
  try {
    return (localStorage.getItem(KEY) ?? '').split(',').filter(Boolean);
  } catch {
    return [];
  }
}

export function rememberTask(taskKey: string) {
  try {
    const others = recentTasks().filter((known) => known !== taskKey);
    localStorage.setItem(KEY, [taskKey, ...others].slice(0, MOST).join(','));
  } catch {
    // Storage may be forbidden; then nothing is recent.
  }
}
