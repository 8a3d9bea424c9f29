import type { ReactNode } from 'react';

type Props = { label: string; nav: ReactNode; children: ReactNode };

/** A narrow list of sections beside one form; above it on a phone. */
export function SettingsFrame({ label, nav, children }: Props) {
  return (
    <div className="settings">
      <nav className="settings-nav" aria-label={label}>
        {nav}
      </nav>
      <div className="settings-form">{children}</div>
    </div>
  );
}
