import type { ReactNode } from 'react';

type Props = { title: string; text: string; children: ReactNode };

/** One act with what it does beside it. */
export function DangerRow({ title, text, children }: Props) {
  return (
    <section className="danger-row">
      <div className="min-w-0 flex-1">
        <h3>{title}</h3>
        <p>{text}</p>
      </div>
      {children}
    </section>
  );
}
