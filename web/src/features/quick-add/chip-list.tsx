import { CalendarDays, CircleUser, Clock, Flag, FolderKanban, Tag, X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Chip } from '@/features/quick-add/parse-line';
import { priorityLabel } from '@/features/tasks/task-state';
import { type DateOnly, relativeDay, shortDate } from '@/lib/dates';
import { t } from '@/lib/i18n';

const ICONS: Record<Chip['kind'], ReactNode> = {
  person: <CircleUser size={15} aria-hidden="true" />,
  label: <Tag size={15} aria-hidden="true" />,
  project: <FolderKanban size={15} aria-hidden="true" />,
  priority: <Flag size={15} aria-hidden="true" />,
  estimate: <Clock size={15} aria-hidden="true" />,
  due: <CalendarDays size={15} aria-hidden="true" />,
};

function duration(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return [hours > 0 ? `${hours} h` : '', rest > 0 ? `${rest} min` : ''].filter(Boolean).join(' ');
}

export function chipText(chip: Chip, now: DateOnly): string {
  switch (chip.kind) {
    case 'priority':
      return priorityLabel(chip.value);
    case 'estimate':
      return duration(chip.value);
    case 'due': {
      const relative = relativeDay(chip.value, now);
      return relative ? t(`ui.${relative}`) : shortDate(chip.value, now);
    }
    default:
      return chip.text;
  }
}

type Props = { chips: readonly Chip[]; now: DateOnly; onReject: (raw: string) => void };

/** What the line was understood to say; each can be turned back into text. */
export function ChipList({ chips, now, onReject }: Props) {
  return (
    <ul className="flex flex-wrap gap-2" aria-label={t('quick.understood')}>
      {chips.map((chip) => (
        <li key={chip.raw} className="quick-chip">
          {ICONS[chip.kind]}
          {chipText(chip, now)}
          <button
            type="button"
            aria-label={t('quick.reject', { text: chipText(chip, now) })}
            onClick={() => onReject(chip.raw)}
          >
            <X size={14} />
          </button>
        </li>
      ))}
    </ul>
  );
}
