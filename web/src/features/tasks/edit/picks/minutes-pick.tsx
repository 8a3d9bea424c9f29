import { Fact, FactValue } from '@/features/tasks/edit/fact';
import { ValuePopover } from '@/features/tasks/edit/picks/value-popover';
import { useTaskContext } from '@/features/tasks/edit/task-context';
import { formatMinutes, parseMinutes } from '@/lib/duration';
import { type Text, t } from '@/lib/i18n';

const MINUTES = {
  estimateMinutes: { name: 'peek.estimate', hint: 'peek.estimateHint' },
  durationMinutes: { name: 'peek.duration', hint: 'peek.durationHint' },
} as const satisfies Record<string, { name: Text; hint: Text }>;

/** The work in a task, or how long it takes from its start to its finish. */
export function MinutesPick({ field }: { field: keyof typeof MINUTES }) {
  const { shown, mayEdit, edit } = useTaskContext();
  const name = t(MINUTES[field].name);
  const minutes = shown[field];
  const value = minutes === null ? t('tasks.none') : formatMinutes(minutes);
  if (!mayEdit) return <Fact name={name}>{value}</Fact>;

  return (
    <Fact name={name}>
      <ValuePopover
        name={name}
        hint={t(MINUTES[field].hint)}
        fault={t('peek.estimateFault')}
        text={minutes === null ? '' : formatMinutes(minutes)}
        trigger={
          <FactValue name={name} isEmpty={minutes === null}>
            {value}
          </FactValue>
        }
        read={(typed) => (typed === '' ? null : (parseMinutes(typed) ?? undefined))}
        onSet={(next) => void edit({ [field]: next }, name)}
      />
    </Fact>
  );
}
