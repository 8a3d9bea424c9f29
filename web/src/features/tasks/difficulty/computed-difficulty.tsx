import { useQuery } from '@tanstack/react-query';
import { Sigma } from 'lucide-react';
import { useState } from 'react';
import type { Difficulty } from '@/api/types';
import { difficultyQuery } from '@/features/tasks/difficulty/difficulty-query';
import { factorText, nextText } from '@/features/tasks/difficulty/factor-words';
import { useTaskContext } from '@/features/tasks/edit/task-context';
import { useFollowProject } from '@/features/tasks/roll-up/roll-up-queries';
import { t } from '@/lib/i18n';
import { Button } from '@/ui/button';
import { Popover } from '@/ui/popover';

/** What every task has before anything is known of it. */
const LEAST = 1;

function Reasons({ computed, factors }: Difficulty) {
  return (
    <table className="difficulty-reasons">
      <caption>{t('difficulty.title', { level: computed })}</caption>
      <tbody>
        <tr>
          <th scope="row">{t('difficulty.least')}</th>
          <td>{LEAST}</td>
        </tr>
        {factors.map((factor) => (
          <tr key={factor.name}>
            <th scope="row">
              {factorText(factor)} <small>{nextText(factor)}</small>
            </th>
            <td>+{factor.points}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The difficulty that the known work comes to, with its reasons, to be taken over by a click. The past has none. */
export function ComputedDifficulty() {
  const { task, shown, mayEdit, edit } = useTaskContext();
  const [isOpen, setIsOpen] = useState(false);
  const { data } = useQuery(difficultyQuery(task.id));
  useFollowProject(task.projectId);
  if (!data || shown.version < task.version) return null;

  const { computed } = data;
  const takeOver = () => {
    setIsOpen(false);
    void edit({ difficulty: computed }, t('peek.difficulty'));
  };
  return (
    <Popover
      label={t('difficulty.why')}
      isOpen={isOpen}
      onOpenChange={setIsOpen}
      trigger={
        <button type="button" className="difficulty-computed" title={t('difficulty.why')}>
          <Sigma size={13} aria-hidden="true" />
          {t('difficulty.computed', { level: computed })}
        </button>
      }
    >
      <div className="grid gap-3 p-2">
        <Reasons {...data} />
        {mayEdit && shown.difficulty !== computed && (
          <div className="dialog-actions">
            <Button variant="primary" onClick={takeOver}>
              {t('difficulty.takeOver', { level: computed })}
            </Button>
          </div>
        )}
      </div>
    </Popover>
  );
}
