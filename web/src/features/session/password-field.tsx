import { type ReactNode, useState } from 'react';
import { t } from '@/lib/i18n';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';

type Props = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  autoComplete: 'current-password' | 'new-password';
  hint?: string;
  errors?: readonly string[];
  autoFocus?: boolean;
  /** Beside the label, such as the way to a lost password. */
  aside?: ReactNode;
};

export function PasswordField({ label, value, onChange, autoComplete, hint, errors, autoFocus, aside }: Props) {
  const [isShown, setIsShown] = useState(false);
  return (
    <div className="relative">
      {aside && <span className="absolute end-0 top-0">{aside}</span>}
      <Field label={label} hint={hint} errors={errors}>
        {(control) => (
          <span className="relative block">
            <Input
              {...control}
              className="!pe-16"
              type={isShown ? 'text' : 'password'}
              autoComplete={autoComplete}
              autoCapitalize="none"
              spellCheck={false}
              maxLength={256}
              required
              autoFocus={autoFocus}
              value={value}
              onChange={(event) => onChange(event.target.value)}
            />
            <button
              type="button"
              className="show-password"
              aria-pressed={isShown}
              aria-label={`${t('session.show')}: ${label}`}
              onClick={() => setIsShown(!isShown)}
            >
              {t(isShown ? 'session.hide' : 'session.show')}
            </button>
          </span>
        )}
      </Field>
    </div>
  );
}
