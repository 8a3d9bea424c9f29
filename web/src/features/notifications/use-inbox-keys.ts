import { type KeyboardEvent, useRef, useState } from 'react';
import type { NotificationGroup } from '@/features/notifications/notification-groups';
import { comboOf, isTyping, useShortcuts } from '@/lib/shortcuts';

type Options = {
  groups: readonly NotificationGroup[];
  onOpen: (group: NotificationGroup) => void;
  onMark: (group: NotificationGroup, isRead: boolean) => void;
};

/** Walks the inbox and marks its entries, from the list or from anywhere on the page. */
export function useInboxKeys({ groups, onOpen, onMark }: Options) {
  const [focusId, setFocusId] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const index = groups.findIndex((group) => group.id === focusId);
  const current = groups[index];

  const walk = (to: number) => {
    const next = groups[Math.min(groups.length - 1, Math.max(0, to))];
    if (!next) return;
    setFocusId(next.id);
    list.current?.querySelector<HTMLElement>(`[data-group="${next.id}"]`)?.focus();
  };
  const act = (combo: string): boolean => {
    switch (combo) {
      case 'j':
      case 'arrowdown':
        walk(index + 1);
        return true;
      case 'k':
      case 'arrowup':
        walk(index < 0 ? 0 : index - 1);
        return true;
      case 'o':
        if (current) onOpen(current);
        return true;
      case 'e':
      case 'u':
        if (current) onMark(current, combo === 'e');
        return true;
      default:
        return false;
    }
  };
  const handleKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.nativeEvent.isComposing || isTyping(event.target)) return;
    if (act(comboOf(event.nativeEvent))) event.preventDefault();
  };
  useShortcuts(Object.fromEntries(['j', 'k', 'o', 'e', 'u'].map((combo) => [combo, () => void act(combo)])));
  return { list, focusId, noteFocus: setFocusId, handleKey };
}
