import { ExternalLink } from 'lucide-react';
import type { CustomField, Member } from '@/api/types';
import { Fact, FactValue } from '@/features/tasks/edit/fact';
import { ownText, readOwn } from '@/features/tasks/edit/own/own-values';
import { YesOrNo } from '@/features/tasks/edit/own/yes-or-no';
import { ValuePopover } from '@/features/tasks/edit/picks/value-popover';
import { type Text, t } from '@/lib/i18n';
import { useToday } from '@/lib/use-today';
import { Checkbox } from '@/ui/checkbox';
import { Combobox } from '@/ui/combobox';
import { DateField } from '@/ui/date-field';
import { Menu, MenuItem } from '@/ui/menu';

type Props = {
  field: CustomField;
  value: unknown;
  members: readonly Member[];
  mayEdit: boolean;
  onSet: (value: unknown) => void;
};

/** What stands where a value is missing: whether, and for what, the project asks for one. */
const MISSING_TEXT: Record<CustomField['required'], Text> = {
  never: 'tasks.none',
  creation: 'peek.needed',
  completion: 'peek.neededToComplete',
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
      {text ?? t(MISSING_TEXT[field.required])}
    </FactValue>
  );
  switch (type) {
    case 'checkbox':
      if (field.required !== 'never') {
        return (
          <Fact name={name}>
            <YesOrNo name={name} value={value} onSet={set} />
            {text === null && <span className="fact-empty">{t(MISSING_TEXT[field.required])}</span>}
          </Fact>
        );
      }
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
          <DateField label={name} value={typeof value === 'string' ? value : null} trigger={trigger} onChange={set} />
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
          <ValuePopover
            name={name}
            hint={field.description || field.currency || undefined}
            fault={t(type === 'link' ? 'peek.linkFault' : 'peek.numberFault')}
            text={value === null ? '' : String(value)}
            inputMode={type === 'number' || type === 'money' ? 'decimal' : undefined}
            trigger={trigger}
            read={(typed) => readOwn(type, typed)}
            onSet={set}
          />
          {type === 'link' && typeof value === 'string' && (
            <a
              className="icon-btn flex-none"
              href={value}
              rel="noreferrer"
              target="_blank"
              aria-label={t('peek.openLink', { name })}
            >
              <ExternalLink size={15} aria-hidden="true" />
            </a>
          )}
        </Fact>
      );
  }
}
