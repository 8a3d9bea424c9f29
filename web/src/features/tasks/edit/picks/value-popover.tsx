import { type FormEvent, type ReactElement, useState } from 'react';
import { t } from '@/lib/i18n';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Popover } from '@/ui/popover';

type Props<Value> = {
  name: string;
  hint?: string | undefined;
  /** What is said of a text that is no such value. */
  fault: string;
  /** The value as it is typed; empty where there is none. */
  text: string;
  inputMode?: 'decimal' | undefined;
  trigger: ReactElement;
  /** Null for no value, undefined where the text is none. */
  read: (text: string) => Value | null | undefined;
  onSet: (value: Value | null) => void;
};

/** One typed value of a task, in a small form behind the value that it has. */
export function ValuePopover<Value>({ name, hint, fault, text, inputMode, trigger, read, onSet }: Props<Value>) {
  const [isOpen, setIsOpen] = useState(false);
  const [hasFault, setHasFault] = useState(false);
  const done = (value: Value | null) => {
    setIsOpen(false);
    setHasFault(false);
    onSet(value);
  };
  const handleSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    // It may stand in the form of a new task, to which React passes the event on.
    event.stopPropagation();
    const value = read(String(new FormData(event.currentTarget).get('value') ?? '').trim());
    if (value === undefined) return setHasFault(true);
    done(value);
  };
  return (
    <Popover label={name} isOpen={isOpen} onOpenChange={setIsOpen} trigger={trigger}>
      <form className="grid gap-3 p-2" onSubmit={handleSubmit} noValidate>
        <Field label={name} hint={hint} errors={hasFault ? [fault] : undefined}>
          {(control) => (
            <Input {...control} autoFocus autoComplete="off" name="value" inputMode={inputMode} defaultValue={text} />
          )}
        </Field>
        <div className="dialog-actions">
          {text !== '' && (
            <Button variant="ghost" onClick={() => done(null)}>
              {t('ui.clear')}
            </Button>
          )}
          <Button variant="primary" type="submit">
            {t('peek.set')}
          </Button>
        </div>
      </form>
    </Popover>
  );
}
