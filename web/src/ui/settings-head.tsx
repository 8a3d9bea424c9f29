import type { ReactNode } from 'react';

type Props = { title: string; text?: string; action?: ReactNode };

export function SettingsHead({ title, text, action }: Props) {
  return (
    <header className="settings-head">
      <div className="min-w-0 flex-1 basis-44">
        <h2>{title}</h2>
        {text && <p>{text}</p>}
      </div>
      {action}
    </header>
  );
}
