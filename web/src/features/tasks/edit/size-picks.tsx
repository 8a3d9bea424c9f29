import { type FormEvent, useState } from 'react';
import { Fact, FactValue } from '@/features/tasks/edit/fact';
import { useTaskContext } from '@/features/tasks/edit/task-context';
import { formatMinutes, parseMinutes } from '@/lib/duration';
import { type Text, t } from '@/lib/i18n';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Menu, MenuItem } from '@/ui/menu';
import { Popover } from '@/ui/popover';

const LEVELS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

export function DifficultyPick() {
  const { shown, mayEdit, edit } = useTaskContext();
  const name = t('peek.difficulty');
  const value = shown.difficulty === null ? t('tasks.none') : t('peek.ofTen', { level: shown.difficulty });
  if (!mayEdit) return <Fact name={name}>{value}</Fact>;
  return (
    <Fact name={name}>
      <Menu
        trigger={
          <FactValue name={name} isEmpty={shown.difficulty === null}>
            {value}
          </FactValue>
        }
      >
        {[null, ...LEVELS].map((difficulty) => (
          <MenuItem
            key={difficulty ?? 0}
            isChosen={difficulty === shown.difficulty}
            onSelect={() => void edit({ difficulty }, name)}
          >
            {difficulty ?? t('tasks.none')}
          </MenuItem>
        ))}
      </Menu>
    </Fact>
  );
}

const MINUTES = {
  estimateMinutes: { name: 'peek.estimate', hint: 'peek.estimateHint' },
  durationMinutes: { name: 'peek.duration', hint: 'peek.durationHint' },
} as const satisfies Record<string, { name: Text; hint: Text }>;

/** The work in a task, or how long it takes from its start to its finish. */
export function MinutesPick({ field }: { field: keyof typeof MINUTES }) {
  const { shown, mayEdit, edit } = useTaskContext();
  const [isOpen, setIsOpen] = useState(false);
  const [hasFault, setHasFault] = useState(false);
  const name = t(MINUTES[field].name);
  const minutes = shown[field];
  const value = minutes === null ? t('tasks.none') : formatMinutes(minutes);
  if (!mayEdit) return <Fact name={name}>{value}</Fact>;

  const save = (next: number | null) => {
    setIsOpen(false);
    setHasFault(false);
    void edit({ [field]: next }, name);
  };
  const handleSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const text = String(new FormData(event.currentTarget).get('minutes') ?? '').trim();
    const parsed = parseMinutes(text);
    if (text && parsed === null) return setHasFault(true);
    save(parsed);
  };
  return (
    <Fact name={name}>
      <Popover
        label={name}
        isOpen={isOpen}
        onOpenChange={setIsOpen}
        trigger={
          <FactValue name={name} isEmpty={minutes === null}>
            {value}
          </FactValue>
        }
      >
        <form className="grid gap-3 p-2" onSubmit={handleSubmit}>
          <Field label={name} hint={t(MINUTES[field].hint)} errors={hasFault ? [t('peek.estimateFault')] : undefined}>
            {(control) => (
              <Input
                {...control}
                name="minutes"
                autoFocus
                autoComplete="off"
                defaultValue={minutes === null ? '' : formatMinutes(minutes)}
              />
            )}
          </Field>
          <div className="dialog-actions">
            {minutes !== null && (
              <Button variant="ghost" onClick={() => save(null)}>
                {t('ui.clear')}
              </Button>
            )}
            <Button variant="primary" type="submit">
              {t('peek.set')}
            </Button>
          </div>
        </form>
      </Popover>
    </Fact>
  );
}
