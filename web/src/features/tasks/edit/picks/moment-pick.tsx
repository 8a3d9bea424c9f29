import { lazy, Suspense, useState } from 'react';
import { Fact, FactValue } from '@/features/tasks/edit/fact';
import { useTaskContext } from '@/features/tasks/edit/task-context';
import { deadlineOf } from '@/features/tasks/task-deadline';
import { type Due, dueOf } from '@/features/tasks/task-state';
import { addDays, clockTime, dayOf, instantAt, isDateOnly, relativeDay, shortDate } from '@/lib/dates';
import { type Text, t } from '@/lib/i18n';
import { useToday } from '@/lib/use-today';
import { Button } from '@/ui/button';
import { Popover } from '@/ui/popover';
import { Skeleton } from '@/ui/skeleton';

const Calendar = lazy(() => import('@/ui/calendar').then((module) => ({ default: module.Calendar })));

const NAME = { startAt: 'peek.start', dueAt: 'tasks.due', deadlineAt: 'peek.deadline' } as const satisfies Record<
  string,
  Text
>;

type Props = { field: keyof typeof NAME };

/** Start, due or deadline: a day, and a time of day only when it is given. */
export function MomentPick({ field }: Props) {
  const { shown, mayEdit, edit } = useTaskContext();
  const [isOpen, setIsOpen] = useState(false);
  const now = useToday();
  const name = t(NAME[field]);
  const value = shown[field];
  const day = value && dayOf(value);
  const time = value && !isDateOnly(value) ? clockTime(value) : '';

  const relative = day ? relativeDay(day, now) : null;
  const plain: Due | null = day ? { text: relative ? t(`ui.${relative}`) : shortDate(day, now), tone: 'plain' } : null;
  const deadline = field === 'deadlineAt' ? deadlineOf(shown, now) : null;
  const due = deadline ?? (field === 'dueAt' ? dueOf(shown, now) : plain);
  const text = due ? (time ? t('peek.dayAndTime', { day: due.text, time }) : due.text) : t('ui.noDate');
  const body = <span className={due && due.tone !== 'plain' ? `due-${due.tone}` : undefined}>{text}</span>;
  const warning = deadline?.isDueBehind && <p className="fact-refusal">{t('peek.dueBehindDeadline')}</p>;
  if (!mayEdit) {
    return (
      <Fact name={name}>
        {body}
        {warning}
      </Fact>
    );
  }

  const set = (next: string | null) => {
    setIsOpen(false);
    void edit({ [field]: next }, name);
  };
  const setDay = (next: string | null) => set(next && time ? instantAt(next, time) : next);
  const setTime = (next: string) => day && void edit({ [field]: next ? instantAt(day, next) : day }, name);

  return (
    <Fact name={name}>
      <Popover
        label={name}
        isOpen={isOpen}
        onOpenChange={setIsOpen}
        trigger={
          <FactValue name={name} data-key={field === 'dueAt' ? 'd' : undefined} isEmpty={!value}>
            {body}
          </FactValue>
        }
      >
        <div className="flex flex-wrap gap-1 p-1">
          <Button variant="ghost" onClick={() => setDay(now)}>
            {t('ui.today')}
          </Button>
          <Button variant="ghost" onClick={() => setDay(addDays(now, 1))}>
            {t('ui.tomorrow')}
          </Button>
          <Button variant="ghost" onClick={() => setDay(addDays(now, 7))}>
            {t('peek.inAWeek')}
          </Button>
          {value && (
            <Button variant="ghost" onClick={() => set(null)}>
              {t('ui.clear')}
            </Button>
          )}
        </div>
        <Suspense fallback={<Skeleton height={260} />}>
          <Calendar value={day ?? null} onChange={setDay} />
        </Suspense>
        {day && (
          <label className="flex items-center gap-3 px-2 pb-2 text-ink-2">
            {t('peek.time')}
            <input
              type="time"
              className="input !w-auto"
              key={value}
              defaultValue={time}
              onBlur={(event) => event.target.value !== time && setTime(event.target.value)}
            />
          </label>
        )}
      </Popover>
      {warning}
    </Fact>
  );
}
