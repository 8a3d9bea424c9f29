import { type FormEvent, useState } from 'react';
import type { CustomField, Member } from '@/api/types';
import { Fact, FactValue } from '@/features/tasks/edit/fact';
import { ownText, readOwn } from '@/features/tasks/edit/own-values';
import { t } from '@/lib/i18n';
import { useToday } from '@/lib/use-today';
import { Button } from '@/ui/button';
import { Checkbox } from '@/ui/checkbox';
import { Combobox } from '@/ui/combobox';
import { DateField } from '@/ui/date-field';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Menu, MenuItem } from '@/ui/menu';
import { Popover } from '@/ui/popover';

type Props = {
  field: CustomField;
  value: unknown;
  members: readonly Member[];
  mayEdit: boolean;
  onSet: (value: unknown) => void;
};

/** The value of a field that the project has made, changed as its type wants it. */
export function OwnControl({ field, value, members, mayEdit, onSet: set }: Props) {
  const now = useToday();
  const { name, type, options } = field;
  const text = ownText(field, value, { members, now });

  if (type === 'link' && typeof value === 'string' && !mayEdit) {
    return (
      <Fact name={name}>
        <a className="link truncate" href={value} rel="noreferrer" target="_blank">
          {value}
        </a>
      </Fact>
    );
  }
  if (!mayEdit) return <Fact name={name}>{text ?? t('tasks.none')}</Fact>;
  const trigger = (
    <FactValue name={name} isEmpty={text === null}>
      {text ?? t('tasks.none')}
    </FactValue>
  );
  switch (type) {
    case 'checkbox':
      return (
        <Fact name={name}>
          <span className="fact-check">
            <Checkbox isChecked={value === true} label={name} onChange={(isOn) => set(isOn)} />
          </span>
        </Fact>
      );
    case 'date':
      return (
        <Fact name={name}>
          <DateField label={name} value={typeof value === 'string' ? value : null} onChange={set} />
        </Fact>
      );
    case 'rating':
      return (
        <Fact name={name}>
          <Menu trigger={trigger}>
            {[null, 1, 2, 3, 4, 5].map((stars) => (
              <MenuItem key={stars ?? 0} isChosen={stars === value} onSelect={() => set(stars)}>
                {stars === null ? t('tasks.none') : '★'.repeat(stars)}
              </MenuItem>
            ))}
          </Menu>
        </Fact>
      );
    case 'choice':
    case 'choices':
    case 'person': {
      const isMultiple = type === 'choices';
      const chosen = Array.isArray(value) ? value.map(String) : typeof value === 'string' ? [value] : [];
      const offered =
        type === 'person'
          ? members.map((member) => ({ value: member.userId, label: member.displayName }))
          : options.map((option) => ({ value: option, label: option }));
      return (
        <Fact name={name}>
          <Combobox
            label={name}
            trigger={trigger}
            isMultiple={isMultiple}
            options={offered}
            chosen={chosen}
            onChange={(next) => set(isMultiple ? (next.length > 0 ? next : null) : (next[0] ?? null))}
          />
        </Fact>
      );
    }
    default:
      return (
        <Fact name={name}>
          <TypedOwn field={field} value={value} trigger={trigger} onSet={set} />
        </Fact>
      );
  }
}

type TypedProps = {
  field: CustomField;
  value: unknown;
  trigger: React.ReactElement;
  onSet: (value: unknown) => void;
};

/** Text, a number, money or a link, in a small form. */
function TypedOwn({ field, value, trigger, onSet }: TypedProps) {
  const [isOpen, setIsOpen] = useState(false);
  const [hasFault, setHasFault] = useState(false);
  const done = (next: unknown) => {
    setIsOpen(false);
    setHasFault(false);
    onSet(next);
  };
  const handleSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    // It may stand in the form of a new task, to which React passes the event on.
    event.stopPropagation();
    const text = String(new FormData(event.currentTarget).get('value') ?? '').trim();
    const read = readOwn(field.type, text);
    if (read === undefined) return setHasFault(true);
    done(read);
  };
  return (
    <Popover label={field.name} isOpen={isOpen} onOpenChange={setIsOpen} trigger={trigger}>
      <form className="grid gap-3 p-2" onSubmit={handleSubmit} noValidate>
        <Field
          label={field.name}
          hint={field.description || field.currency || undefined}
          errors={hasFault ? [t(field.type === 'link' ? 'peek.linkFault' : 'peek.numberFault')] : undefined}
        >
          {(control) => (
            <Input
              {...control}
              autoFocus
              name="value"
              inputMode={field.type === 'number' || field.type === 'money' ? 'decimal' : undefined}
              defaultValue={value === null ? '' : String(value)}
            />
          )}
        </Field>
        <div className="dialog-actions">
          {value !== null && (
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
