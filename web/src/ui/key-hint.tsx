import { keyLabels } from '@/lib/shortcuts';

/** A shortcut as the reader's keyboard shows it. Hidden from screen readers: the control's name must do. */
export function KeyHint({ keys }: { keys: string }) {
  return (
    <span className="inline-flex gap-1" aria-hidden="true">
      {keyLabels(keys).map((label) => (
        <kbd key={label} className="kbd">
          {label}
        </kbd>
      ))}
    </span>
  );
}
