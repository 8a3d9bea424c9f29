import type { ReactNode } from 'react';

type Props = { title: string; text?: string; children: ReactNode; footer?: ReactNode };

/** Pages that strangers see: the product's sign, one short act, and a quiet picture where there is room. */
export function GuestLayout({ title, text, children, footer }: Props) {
  return (
    <div className="guest">
      <main className="guest-main">
        <span className="guest-brand">
          <img src="/icon.svg" alt="" width={28} height={28} />
          Waymark
        </span>
        <div className="guest-body">
          <h1>{title}</h1>
          {text && <p className="guest-text">{text}</p>}
          {children}
        </div>
        {footer && <p className="guest-footer">{footer}</p>}
      </main>
      <div className="guest-art" aria-hidden="true" />
    </div>
  );
}
