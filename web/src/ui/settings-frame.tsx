import { type ReactNode, useEffect, useRef } from 'react';

type Props = { label: string /** The part that is open. */; section: string; nav: ReactNode; children: ReactNode };

/** A narrow list of sections beside one form; above it on a phone. */
export function SettingsFrame({ label, section, nav, children }: Props) {
  const bar = useRef<HTMLElement>(null);

  // On a phone the sections scroll sideways, and the open one may lie outside.
  useEffect(() => {
    // By its address: the router marks it only afterwards.
    bar.current?.querySelector(`[href$="/${section}"]`)?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [section]);

  return (
    <div className="settings">
      <nav ref={bar} className="settings-nav" aria-label={label}>
        {nav}
      </nav>
      <div className="settings-form">{children}</div>
    </div>
  );
}
