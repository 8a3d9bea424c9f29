import { ArrowRight } from 'lucide-react';
import type { WorkflowState } from '@/api/types';
import { opened, targetsOf, toggledMove } from '@/features/project-settings/workflow/workflow-state';
import { StatusIcon } from '@/features/tasks/status-icon';
import { isReviewState } from '@/features/tasks/task-state';
import { t } from '@/lib/i18n';
import { Button } from '@/ui/button';
import { Checkbox } from '@/ui/checkbox';
import { Popover } from '@/ui/popover';

type Props = {
  state: WorkflowState;
  states: readonly WorkflowState[];
  onEdit: (edit: (states: readonly WorkflowState[]) => WorkflowState[]) => void;
};

/** Which states may follow one. */
export function MoveMenu({ state, states, onEdit }: Props) {
  const { key, name } = state;
  const targets = targetsOf(states, key);
  const isOpen = state.next.length === 0;
  const text = isOpen ? t('workflow.anywhere') : t('workflow.someMoves', { count: targets.length });
  const trigger = (
    <Button variant="ghost" className="state-moves" aria-label={t('workflow.movesOf', { name, moves: text })}>
      <ArrowRight size={14} aria-hidden="true" className="rtl:-scale-x-100" />
      {text}
    </Button>
  );
  return (
    <Popover label={t('workflow.from', { name })} trigger={trigger} align="end">
      <p className="menu-label">{t('workflow.from', { name })}</p>
      {states
        .filter((other) => other.key !== key)
        .map((other) => {
          const isAllowed = targets.includes(other.key);
          return (
            <label key={other.key} htmlFor={`move-${key}-${other.key}`} className="move-choice">
              <Checkbox
                id={`move-${key}-${other.key}`}
                isChecked={isAllowed}
                onChange={() => onEdit((known) => toggledMove(known, key, other.key))}
              />
              <StatusIcon category={other.category} isReview={isReviewState(other.key, states)} size={14} />
              <span className="min-w-0 flex-1 truncate">{other.name}</span>
            </label>
          );
        })}
      {targets.length === 1 && <p className="move-hint">{t('workflow.lastMove')}</p>}
      {!isOpen && (
        <div className="p-1">
          <Button variant="ghost" onClick={() => onEdit((known) => opened(known, key))}>
            {t('workflow.allowAll')}
          </Button>
        </div>
      )}
    </Popover>
  );
}
