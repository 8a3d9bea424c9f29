import type { KeyboardEvent } from 'react';
import { closeLayer, earlyText, keepEarlyText, type ShellLayer } from '@/app/shell-state';
import { type Text, t } from '@/lib/i18n';

/** The layers that begin with a line to type into. */
const LINES: Partial<Record<NonNullable<ShellLayer>, { label: Text; width: number }>> = {
  palette: { label: 'app.palette', width: 640 },
  'create-task': { label: 'app.newTask', width: 620 },
};

/** Stands where a layer will stand whose code is still on its way, and keeps what is typed meanwhile. */
export function EarlyField({ layer }: { layer: ShellLayer }) {
  const line = layer && LINES[layer];
  if (!line) return null;
  const handleKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') closeLayer();
  };
  return (
    <>
      <div className="scrim" />
      <div
        role="dialog"
        aria-modal="true"
        aria-busy="true"
        aria-label={t(line.label)}
        className="dialog"
        data-modal="open"
        style={{ '--dialog-w': `${line.width}px` }}
      >
        <input
          className="h-12 w-full bg-transparent px-4 text-md outline-none"
          aria-label={t(line.label)}
          autoComplete="off"
          // biome-ignore lint/a11y/noAutofocus: the person asked for the layer in order to type into it.
          autoFocus
          defaultValue={earlyText()}
          onFocus={({ target }) => target.setSelectionRange(target.value.length, target.value.length)}
          onKeyDown={handleKey}
          onChange={(event) => keepEarlyText(event.target.value)}
        />
      </div>
    </>
  );
}
