import { lazy, Suspense } from 'react';
import type { CustomField, Member, Task } from '@/api/types';
import { DuePicker } from '@/features/list/due-picker';
import { t } from '@/lib/i18n';
import { PopoverAt } from '@/ui/popover-at';
import { Skeleton } from '@/ui/skeleton';

const ComboboxList = lazy(() => import('@/ui/combobox-list').then((module) => ({ default: module.ComboboxList })));

export type OwnRequest = { task: Task; field: CustomField; anchor: HTMLElement };

type Props = {
  request: OwnRequest;
  members: readonly Member[];
  onChoose: (value: unknown) => void;
  onClose: () => void;
};

const NONE = 'none';
const STARS = [1, 2, 3, 4, 5];

/** A value of one of the project's own fields, chosen from what its type offers. */
export function OwnPicker({ request, members, onChoose, onClose }: Props) {
  const { task, field, anchor } = request;
  const value: unknown = task.customFields?.[field.name] ?? null;
  const choose = (next: unknown) => {
    onChoose(next);
    onClose();
  };
  if (field.type === 'date') {
    return (
      <PopoverAt anchor={anchor} label={field.name} onClose={onClose}>
        <DuePicker value={typeof value === 'string' ? value : null} onChange={choose} />
      </PopoverAt>
    );
  }
  const none = { value: NONE, label: t('tasks.none') };
  const options =
    field.type === 'person'
      ? members.map((member) => ({ value: member.userId, label: member.displayName }))
      : field.type === 'rating'
        ? STARS.map((stars) => ({ value: String(stars), label: '★'.repeat(stars) }))
        : field.type === 'checkbox'
          ? [
              { value: 'true', label: t('peek.yes') },
              { value: 'false', label: t('peek.no') },
            ]
          : field.options.map((option) => ({ value: option, label: option }));
  const chosen = Array.isArray(value) ? value.map(String) : value === null ? [NONE] : [String(value)];
  const handleToggle = (picked: string) => {
    if (picked === NONE) return choose(null);
    if (field.type === 'rating') return choose(Number(picked));
    if (field.type === 'checkbox') return choose(picked === 'true');
    if (field.type !== 'choices') return choose(picked);
    const known = chosen.filter((other) => other !== NONE);
    const next = known.includes(picked) ? known.filter((other) => other !== picked) : [...known, picked];
    choose(next.length > 0 ? next : null);
  };
  return (
    <PopoverAt anchor={anchor} label={field.name} onClose={onClose}>
      <Suspense fallback={<Skeleton height={120} />}>
        <ComboboxList label={field.name} options={[...options, none]} chosen={chosen} onToggle={handleToggle} />
      </Suspense>
    </PopoverAt>
  );
}
