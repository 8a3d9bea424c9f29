import { type ReactNode, useId } from 'react';

/** What joins a control to its label and to what is said below it. */
export type FieldControl = { id: string; 'aria-describedby': string | undefined; 'aria-invalid': boolean | undefined };
type Props = {
  label: string;
  hint?: string;
  errors?: readonly string[];
  children: (control: FieldControl) => ReactNode;
};

/** Label above, hint or the server's messages below, joined to the control for screen readers. */
export function Field({ label, hint, errors, children }: Props) {
  const id = useId();
  const hasErrors = errors !== undefined && errors.length > 0;
  const describedBy = hasErrors ? `${id}-error` : hint ? `${id}-hint` : undefined;
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      {children({ id, 'aria-describedby': describedBy, 'aria-invalid': hasErrors || undefined })}
      {hasErrors ? (
        <p id={`${id}-error`} role="alert" className="text-xs text-danger">
          {errors.join(' ')}
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
