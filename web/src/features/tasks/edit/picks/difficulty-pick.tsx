import { lazy, Suspense } from 'react';
import { Fact, FactValue } from '@/features/tasks/edit/fact';
import { useTaskContext } from '@/features/tasks/edit/task-context';
import { t } from '@/lib/i18n';
import { Menu, MenuItem } from '@/ui/menu';

const LEVELS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

const ComputedDifficulty = lazy(() =>
  import('@/features/tasks/difficulty/computed-difficulty').then((module) => ({ default: module.ComputedDifficulty })),
);

/** The difficulty that somebody has set, beside the one that is computed. */
export function DifficultyPick() {
  const name = t('peek.difficulty');
  return (
    <Fact name={name}>
      <span className="difficulty">
        <Level name={name} />
        <Suspense fallback={null}>
          <ComputedDifficulty />
        </Suspense>
      </span>
    </Fact>
  );
}

function Level({ name }: { name: string }) {
  const { shown, mayEdit, edit } = useTaskContext();
  const value = shown.difficulty === null ? t('tasks.none') : t('peek.ofTen', { level: shown.difficulty });
  if (!mayEdit) return value;
  return (
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
  );
}
