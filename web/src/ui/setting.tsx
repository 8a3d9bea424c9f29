import { Check } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { t } from '@/lib/i18n';
import type { SaveState } from '@/lib/use-save';

type ControlProps = { id: string; 'aria-describedby': string | undefined; 'aria-invalid': boolean | undefined };
type Props = {
  label: string;
  hint?: string;
  state: SaveState;
  explain: (error: unknown) => string;
  /** For several controls under one label. */
  isGroup?: boolean;
  children: (control: ControlProps) => ReactNode;
};

/** A field of a settings page: label above, "Saved" beside it, the reason and a second try when it was not saved. */
export function Setting({ label, hint, state, explain, isGroup = false, children }: Props) {
  const id = useId();
  const hasFailed = state.kind === 'failed';
  const describedBy = hasFailed ? `${id}-error` : hint ? `${id}-hint` : undefined;
  const body = children({ id, 'aria-describedby': describedBy, 'aria-invalid': hasFailed || undefined });
  const status = (
    <span className="setting-state" role="status">
      {state.kind === 'saved' && (
        <>
          <Check size={13} aria-hidden="true" />
          {t('ui.saved')}
        </>
      )}
    </span>
  );
  return (
    <div className="setting" {...(isGroup ? { role: 'group', 'aria-labelledby': `${id}-label` } : {})}>
      <div className="flex items-center gap-3">
        {isGroup ? (
          <span id={`${id}-label`} className="font-medium">
            {label}
          </span>
        ) : (
          <label htmlFor={id} className="font-medium">
            {label}
          </label>
        )}
        {status}
      </div>
      {body}
      {hasFailed ? (
        <p id={`${id}-error`} role="alert" className="flex flex-wrap items-center gap-2 text-xs text-danger">
          {explain(state.error)}
          <button type="button" className="link" onClick={state.onRetry}>
            {t('ui.retry')}
          </button>
        </p>
      ) : (
        hint && (
          <p id={`${id}-hint`} className="text-xs text-ink-3">
            {hint}
          </p>
        )
      )}
    </div>
  );
}
