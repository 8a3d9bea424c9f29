import { type ReactNode, useEffect, useRef } from 'react';

type Props = { label: string /** The part that is open. */; section: string; nav: ReactNode; children: ReactNode };

/** A narrow list of sections beside one form; above it on a phone. */
export function SettingsFrame({ label, section, nav, children }: Props) {
  const bar = useRef<HTMLElement>(null);

  // On a phone the sections scroll sideways, and the open one may lie outside.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each section that is opened.
  useEffect(() => {
    bar.current?.querySelector('[aria-current="page"]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
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
