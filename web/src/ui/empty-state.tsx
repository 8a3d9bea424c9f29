import type { ReactNode } from 'react';

type Props = { icon?: ReactNode; title: string; text?: string; action?: ReactNode };

export function EmptyState({ icon, title, text, action }: Props) {
  return (
    <div className="mx-auto grid max-w-md justify-items-center gap-3 px-6 py-16 text-center">
      {icon && (
        <span className="grid size-12 place-items-center rounded-xl bg-accent-soft text-accent-ink">{icon}</span>
      )}
      <div className="grid gap-1.5">
        <h2 className="text-lg">{title}</h2>
        {text && <p className="text-ink-2 text-pretty">{text}</p>}
      </div>
      {action}
    </div>
  );
}
