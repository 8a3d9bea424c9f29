import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api } from '@/api/client';
import { reasonOf } from '@/api/reason';
import type { Recurrence } from '@/api/types';
import { DAYS, type Day, readRule, UNITS, type Unit, writeRule } from '@/features/tasks/edit/repeat/repeat-rule';
import { useTaskContext } from '@/features/tasks/edit/task-context';
import { addDays, dayOf, shortDate, weekdayName } from '@/lib/dates';
import { type Text, t } from '@/lib/i18n';
import { useSettled } from '@/lib/use-settled';
import { useToday } from '@/lib/use-today';
import { Button } from '@/ui/button';
import { Select } from '@/ui/select';

const COUNT = 10;
// A Monday, whose week gives the days their names.
const MONDAY = '2026-11-23';
const UNIT_NAME: Record<Unit, Text> = {
  DAILY: 'peek.unit.day',
  WEEKLY: 'peek.unit.week',
  MONTHLY: 'peek.unit.month',
  YEARLY: 'peek.unit.year',
};
const MODES: [Recurrence['mode'], Text][] = [
  ['schedule', 'peek.mode.schedule'],
  ['after_completion', 'peek.mode.afterCompletion'],
];

/** Every how many days, weeks, months or years, on which days, and the next ten that come of it. */
export function RepeatForm({ onDone }: { onDone: () => void }) {
  const { shown, edit } = useTaskContext();
  const now = useToday();
  const { recurrence } = shown;
  const known = recurrence ? readRule(recurrence.rule) : null;
  const [unit, setUnit] = useState<Unit>(known?.unit ?? 'WEEKLY');
  const [interval, setInterval] = useState(known?.interval ?? 1);
  const [days, setDays] = useState<readonly Day[]>(known?.days ?? []);
  const [mode, setMode] = useState<Recurrence['mode']>(recurrence?.mode ?? 'schedule');
  const [isKept, setIsKept] = useState(recurrence !== null && known === null);
  const name = t('peek.repeat');
  const start = shown.dueAt ?? shown.startAt ?? now;
  const rule = isKept && recurrence ? recurrence.rule : writeRule({ unit, interval, days });
  const asked = useSettled(rule, 250);
  const preview = useQuery({
    queryKey: ['recurrence', asked, start] as const,
    queryFn: ({ signal }) =>
      api.post<{ occurrences: string[] }>('/api/tasks/recurrence/preview', {
        signal,
        body: { rule: asked ?? rule, start, count: COUNT, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone },
      }),
    staleTime: 60_000,
    retry: false,
  });

  const save = (next: Recurrence | null) => {
    onDone();
    void edit({ recurrence: next }, name);
  };
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    save({ ...(recurrence ?? { start, occurrence: start, number: 1, nextId: null }), rule, mode });
  };
  const toggle = (day: Day) => setDays(days.includes(day) ? days.filter((other) => other !== day) : [...days, day]);

  return (
    <form className="repeat-form" onSubmit={handleSubmit}>
      {isKept ? (
        <p className="flex items-center gap-2">
          <code className="min-w-0 flex-1 truncate">{rule}</code>
          <Button variant="ghost" onClick={() => setIsKept(false)}>
            {t('peek.repeatReplace')}
          </Button>
        </p>
      ) : (
        <>
          <span className="flex items-center gap-2">
            <label className="flex items-center gap-2">
              {t('peek.repeatEvery')}
              <input
                type="number"
                className="input !w-16"
                min={1}
                max={999}
                value={interval}
                onChange={(event) => setInterval(Math.max(1, Math.floor(Number(event.target.value)) || 1))}
              />
            </label>
            <Select
              aria-label={t('peek.repeatUnit')}
              value={unit}
              options={UNITS.map((value) => ({ value, label: t(UNIT_NAME[value], { count: interval }) }))}
              onChange={setUnit}
            />
          </span>
          {unit === 'WEEKLY' && (
            <fieldset className="flex gap-1" aria-label={t('peek.repeatDays')}>
              {DAYS.map((day, index) => (
                <button
                  key={day}
                  type="button"
                  className="chip-btn"
                  aria-pressed={days.includes(day)}
                  onClick={() => toggle(day)}
                >
                  {weekdayName(addDays(MONDAY, index)).replace(/[\d\s,.]+/g, '')}
                </button>
              ))}
            </fieldset>
          )}
        </>
      )}
      <Select
        aria-label={t('peek.repeatMode')}
        value={mode}
        options={MODES.map(([value, text]) => ({ value, label: t(text) }))}
        onChange={setMode}
      />
      <div aria-live="polite">
        <p className="text-xs text-ink-3">{t('peek.repeatNext')}</p>
        {preview.error ? (
          <p className="text-xs text-danger">{reasonOf(preview.error)}</p>
        ) : (
          <ol className="repeat-next tabular-nums">
            {preview.data?.occurrences.map((at) => (
              <li key={at}>{shortDate(dayOf(at), now)}</li>
            ))}
          </ol>
        )}
      </div>
      <div className="dialog-actions">
        {recurrence && (
          <Button variant="ghost" onClick={() => save(null)}>
            {t('peek.repeatStop')}
          </Button>
        )}
        <Button variant="primary" type="submit" disabled={preview.error !== null}>
          {t('peek.set')}
        </Button>
      </div>
    </form>
  );
}
