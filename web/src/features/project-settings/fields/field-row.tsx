import {
  CalendarDays,
  CircleDot,
  CircleUser,
  Coins,
  Hash,
  Link2,
  ListChecks,
  type LucideIcon,
  Pencil,
  Sigma,
  SquareCheck,
  SquareFunction,
  Star,
  Trash2,
  Type,
} from 'lucide-react';
import type { CustomField, FieldType, TaskType } from '@/api/types';
import { rollUpText } from '@/features/project-settings/fields/roll-up-words';
import { FIELD_TYPE_TEXT } from '@/features/projects/custom-field-queries';
import { t } from '@/lib/i18n';
import { IconButton } from '@/ui/icon-button';

const ICONS: Record<FieldType, LucideIcon> = {
  text: Type,
  number: Hash,
  money: Coins,
  date: CalendarDays,
  choice: CircleDot,
  choices: ListChecks,
  person: CircleUser,
  checkbox: SquareCheck,
  link: Link2,
  rating: Star,
  formula: SquareFunction,
  rollup: Sigma,
};

type Props = { field: CustomField; types: readonly TaskType[]; onEdit: (() => void) | null; onRemove: () => void };

export function FieldRow({ field, types, onEdit, onRemove }: Props) {
  const Icon = ICONS[field.type];
  const belongsTo = types.filter(({ key }) => field.taskTypes.includes(key)).map(({ name }) => name);
  const details = [
    t(FIELD_TYPE_TEXT[field.type]),
    field.currency,
    field.options.join(', '),
    field.formula,
    field.rollUp && rollUpText(field),
    belongsTo.length > 0 && t('fields.onlyFor', { names: belongsTo.join(', ') }),
    field.required !== 'never' && t(`fields.required.${field.required}`),
    field.description,
  ];
  return (
    <li className="settings-row">
      <span className="row-icon" aria-hidden="true">
        <Icon size={16} />
      </span>
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{field.name}</span>
        <span className="block truncate text-xs text-ink-3">{details.filter(Boolean).join(' · ')}</span>
      </span>
      {onEdit && (
        <span className="flex">
          <IconButton label={t('fields.edit', { name: field.name })} onClick={onEdit}>
            <Pencil size={15} />
          </IconButton>
          <IconButton label={t('fields.remove', { name: field.name })} onClick={onRemove}>
            <Trash2 size={15} />
          </IconButton>
        </span>
      )}
    </li>
  );
}
