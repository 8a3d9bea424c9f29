import { copyText, linkTo } from '@/features/tasks/edit/menu/task-menu';
import { type ShortcutMap, useShortcuts } from '@/lib/shortcuts';

type Acts = { taskKey: string; onClose?: () => void; onStep?: (step: 1 | -1) => void };

/** The property whose picker carries `data-key`, opened as a click would. */
const press = (key: string) => () => document.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.click();

/** The keys of an open task. */
export function useTaskKeys({ taskKey, onClose, onStep }: Acts) {
  const map: ShortcutMap = {
    y: () => void copyText(taskKey),
    'mod+.': () => void copyText(linkTo(taskKey)),
    ...Object.fromEntries(['s', 'a', 'p', 'l', 'd', 'e'].map((key) => [key, press(key)])),
  };
  if (onClose) map.escape = onClose;
  if (onStep) {
    map.j = () => onStep(1);
    map.k = () => onStep(-1);
  }
  useShortcuts(map);
}
