import { lazy, Suspense, useState } from 'react';
import { Fact, FactValue } from '@/features/tasks/edit/fact';
import { readRule, UNIT_TEXT } from '@/features/tasks/edit/repeat/repeat-rule';
import { useTaskContext } from '@/features/tasks/edit/task-context';
import { t } from '@/lib/i18n';
import { Popover } from '@/ui/popover';
import { Skeleton } from '@/ui/skeleton';

const RepeatForm = lazy(() =>
  import('@/features/tasks/edit/repeat/repeat-form').then((module) => ({ default: module.RepeatForm })),
);

/** `Every 2 weeks`, or the rule itself where it has more to it. */
function ruleText(rule: string): string {
  const simple = readRule(rule);
  return simple ? t(UNIT_TEXT[simple.unit], { count: simple.interval }) : rule;
}

export function RepeatPick() {
  const { shown, mayEdit } = useTaskContext();
  const [isOpen, setIsOpen] = useState(false);
  const name = t('peek.repeat');
  const { recurrence } = shown;
  const value = recurrence ? ruleText(recurrence.rule) : t('peek.repeatNever');
  if (!mayEdit) return <Fact name={name}>{value}</Fact>;
  return (
    <Fact name={name}>
      <Popover
        label={name}
        isOpen={isOpen}
        onOpenChange={setIsOpen}
        trigger={
          <FactValue name={name} isEmpty={!recurrence}>
            {value}
          </FactValue>
        }
      >
        <Suspense fallback={<Skeleton height={320} />}>
          <RepeatForm onDone={() => setIsOpen(false)} />
        </Suspense>
      </Popover>
    </Fact>
  );
}
