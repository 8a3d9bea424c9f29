import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import type { Task } from '@/api/types';
import { typedValue } from '@/features/list/table/table-columns';
import { formatMinutes, parseMinutes } from '@/lib/duration';
import { t } from '@/lib/i18n';

type Props = {
  task: Task;
  field: 'title' | 'estimate';
  /** The text to save, or null to leave it as it was; then where the focus goes. */
  onDone: (text: string | null, step: 1 | -1 | 0) => void;
};

const isFine = (field: 'title' | 'estimate', text: string) =>
  field === 'title' ? text.trim() !== '' : text.trim() === '' || parseMinutes(text) !== null;

/** A cell while it is typed into: Enter saves and goes down, Tab saves, Esc leaves it as it was. */
export function CellInput({ task, field, onDone }: Props) {
  const [text, setText] = useState(() => typedValue(task, field, formatMinutes));
  const isDone = useRef(false);
  const input = useRef<HTMLInputElement>(null);

  // The cell had the focus: now its field has it.
  useLayoutEffect(() => {
    input.current?.focus({ preventScroll: true });
    input.current?.select();
  }, []);

  const done = (value: string | null, step: 1 | -1 | 0) => {
    if (isDone.current) return;
    isDone.current = true;
    onDone(value, step);
  };
  const handleKey = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') done(null, 0);
    else if (event.key === 'Enter' && isFine(field, text)) done(text, event.shiftKey ? -1 : 1);
    else if (event.key === 'Tab' && isFine(field, text)) done(text, 0);
    else return;
    event.preventDefault();
  };
  return (
    <input
      ref={input}
      className="cells-input"
      aria-label={t(field === 'title' ? 'tasks.title' : 'list.estimate')}
      aria-invalid={!isFine(field, text) || undefined}
      maxLength={field === 'title' ? 500 : 20}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={handleKey}
      onClick={(event) => event.stopPropagation()}
      onBlur={() => done(isFine(field, text) ? text : null, 0)}
    />
  );
}
