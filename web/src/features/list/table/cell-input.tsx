import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import type { TypedCell } from '@/features/list/table/typed-cell';

type Props = {
  cell: TypedCell | null;
  /** The text to save, or null to leave it as it was; then where the focus goes. */
  onDone: (text: string | null, step: 1 | -1 | 0) => void;
};

/** A cell while it is typed into: Enter saves and goes down, Tab saves, Esc leaves it as it was. */
export function CellInput({ cell, onDone }: Props) {
  const [text, setText] = useState(cell?.text ?? '');
  const isFine = cell?.read(text) !== undefined;
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
    else if (event.key === 'Enter' && isFine) done(text, event.shiftKey ? -1 : 1);
    else if (event.key === 'Tab' && isFine) done(text, 0);
    else return;
    event.preventDefault();
  };
  return (
    <input
      ref={input}
      className="cells-input"
      aria-label={cell?.name}
      aria-invalid={!isFine || undefined}
      maxLength={cell?.maxLength}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={handleKey}
      onClick={(event) => event.stopPropagation()}
      onBlur={() => done(isFine ? text : null, 0)}
    />
  );
}
