/** The ids of the cards or rows beside the open task, in the order of the list in which it stands. */
function idsAround(id: string): string[] {
  const all = [...document.querySelectorAll<HTMLElement>('[data-task-id]')];
  const list = all
    .find((element) => element.dataset.taskId === id)
    ?.closest('[role="list"], ul, ol, [role="rowgroup"]');
  return all.filter((element) => !list || list.contains(element)).map((element) => element.dataset.taskId ?? '');
}

/** The neighbour of a task in the list under the panel; null at its end, or when there is no list. */
export function nextTaskId(id: string, step: 1 | -1): string | null {
  const ids = idsAround(id);
  const index = ids.indexOf(id);
  const next = index < 0 ? undefined : ids[index + step];
  if (next) document.querySelector(`[data-task-id="${CSS.escape(next)}"]`)?.scrollIntoView({ block: 'nearest' });
  return next ?? null;
}
