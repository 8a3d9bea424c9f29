import { useId } from 'react';
import { t } from '@/lib/i18n';

type Props = { name: string; value: unknown; onSet: (value: boolean) => void };

/** An answer that is asked for: in a box alone, "no" would look like no answer at all. */
export function YesOrNo({ name, value, onSet }: Props) {
  const group = useId();
  return (
    <fieldset className="yes-or-no" aria-label={name}>
      {[true, false].map((answer) => (
        <label key={String(answer)}>
          <input
            type="radio"
            className="sr-only"
            name={group}
            checked={value === answer}
            onChange={() => onSet(answer)}
          />
          {t(answer ? 'peek.yes' : 'peek.no')}
        </label>
      ))}
    </fieldset>
  );
}
