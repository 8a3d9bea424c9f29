import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { api } from '@/api/client';
import { reasonOf } from '@/api/reason';
import type { Step } from '@/api/types';
import { StepDetails, StepFacts } from '@/features/tasks/edit/parts/step-details';
import { useTaskContext } from '@/features/tasks/edit/task-context';
import { refreshTasks } from '@/features/tasks/task-queries';
import { stepsDone } from '@/features/tasks/task-state';
import { t } from '@/lib/i18n';
import { Checkbox } from '@/ui/checkbox';
import { IconButton } from '@/ui/icon-button';
import { Input } from '@/ui/input';
import { Progress } from '@/ui/progress';
import { showToast } from '@/ui/toast-store';

/** The steps of a task, in order: ticked, renamed, moved and removed in place. */
export function StepList() {
  const { shown, mayEdit, edit } = useTaskContext();
  const [isAdding, setIsAdding] = useState(false);
  const { steps } = shown;
  if (steps.length === 0 && !mayEdit) return null;
  const name = t('peek.steps');
  const set = (next: Step[]) => void edit({ steps: next }, name);
  const change = (id: string, fields: Partial<Step>) =>
    set(steps.map((step) => (step.id === id ? { ...step, ...fields } : step)));
  const move = (index: number, by: 1 | -1) => {
    const step = steps[index];
    if (step) set(steps.toSpliced(index, 1).toSpliced(index + by, 0, step));
  };
  return (
    <section className="mt-8" aria-labelledby="steps-title">
      <div className="flex min-h-8 items-center gap-3">
        <h3 id="steps-title">{name}</h3>
        {steps.length > 0 && (
          <>
            <span className="text-ink-3 tabular-nums">
              {t('peek.doneOf', { done: stepsDone(shown), count: steps.length })}
            </span>
            <span className="w-24">
              <Progress value={(100 * stepsDone(shown)) / steps.length} label={t('peek.stepsDone')} />
            </span>
          </>
        )}
        {mayEdit && (
          <IconButton className="ms-auto" label={t('peek.addStep')} onClick={() => setIsAdding(true)}>
            <Plus size={16} />
          </IconButton>
        )}
      </div>
      <ol className="steps">
        {steps.map((step, index) => (
          <li key={step.id} className="step">
            <Checkbox
              isChecked={step.done}
              label={step.title}
              isDisabled={!mayEdit}
              onChange={(done) => change(step.id, { done })}
            />
            <StepTitle step={step} mayEdit={mayEdit} onRename={(title) => change(step.id, { title })} />
            <StepFacts step={step} />
            {mayEdit && (
              <span className="step-acts">
                <StepDetails step={step} onChange={(fields) => change(step.id, fields)} />
                <IconButton
                  label={t('peek.stepUp', { title: step.title })}
                  disabled={index === 0}
                  onClick={() => move(index, -1)}
                >
                  <ArrowUp size={14} />
                </IconButton>
                <IconButton
                  label={t('peek.stepDown', { title: step.title })}
                  disabled={index === steps.length - 1}
                  onClick={() => move(index, 1)}
                >
                  <ArrowDown size={14} />
                </IconButton>
                <IconButton
                  label={t('peek.stepRemove', { title: step.title })}
                  onClick={() => set(steps.filter((other) => other !== step))}
                >
                  <X size={14} />
                </IconButton>
              </span>
            )}
          </li>
        ))}
      </ol>
      {isAdding && <AddStep onClose={() => setIsAdding(false)} />}
    </section>
  );
}

type TitleProps = { step: Step; mayEdit: boolean; onRename: (title: string) => void };

function StepTitle({ step, mayEdit, onRename }: TitleProps) {
  const [typed, setTyped] = useState<string | null>(null);
  if (!mayEdit) return <span className="min-w-0 flex-1">{step.title}</span>;
  const commit = () => {
    const title = typed?.trim();
    setTyped(null);
    if (title && title !== step.title) onRename(title);
  };
  return (
    <input
      className="step-title"
      data-done={step.done}
      aria-label={t('peek.stepName', { title: step.title })}
      maxLength={500}
      value={typed ?? step.title}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') commit();
        if (event.key === 'Escape') {
          event.stopPropagation();
          setTyped(null);
        }
      }}
    />
  );
}

/** One line: Enter adds and waits for the next. Left empty it closes. */
function AddStep({ onClose }: { onClose: () => void }) {
  const { task } = useTaskContext();
  const queryClient = useQueryClient();
  const [title, setTitle] = useState('');
  const add = useMutation({
    mutationFn: (text: string) => api.post<Step>(`/api/tasks/${task.id}/steps`, { body: { title: text } }),
    onSuccess: () => refreshTasks(queryClient, [task.id]),
    onError: (error, text) => {
      setTitle((now) => now || text);
      showToast(t('peek.notSaved', { field: t('peek.steps'), reason: reasonOf(error) }), { tone: 'danger' });
    },
  });
  const handleKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && title.trim()) {
      event.preventDefault();
      add.mutate(title.trim());
      setTitle('');
    }
    if (event.key === 'Escape') {
      event.preventDefault();
      onClose();
    }
  };
  return (
    <Input
      autoFocus
      maxLength={500}
      aria-label={t('peek.newStep')}
      placeholder={t('peek.newStep')}
      value={title}
      onChange={(event) => setTitle(event.target.value)}
      onKeyDown={handleKey}
      onBlur={() => !title.trim() && onClose()}
    />
  );
}
