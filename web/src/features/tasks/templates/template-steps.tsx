import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import { emptyStep, type StepDraft } from '@/features/tasks/templates/template-draft';
import { t } from '@/lib/i18n';
import { Button } from '@/ui/button';
import { Checkbox } from '@/ui/checkbox';
import { IconButton } from '@/ui/icon-button';
import { Input } from '@/ui/input';

type Props = { steps: readonly StepDraft[]; onChange: (steps: StepDraft[]) => void };

/** The steps that each task gets: what, when, and whether the task waits for it. */
export function TemplateSteps({ steps, onChange }: Props) {
  const change = (id: string, fields: Partial<StepDraft>) =>
    onChange(steps.map((step) => (step.id === id ? { ...step, ...fields } : step)));
  const move = (from: number, by: 1 | -1) =>
    onChange(steps.toSpliced(from, 1).toSpliced(from + by, 0, ...steps.slice(from, from + 1)));
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1.5 font-medium">{t('templates.steps')}</legend>
      <ol className="grid gap-2">
        {steps.map((step, index) => {
          const place = index + 1;
          return (
            <li key={step.id} className="template-step">
              <Input
                aria-label={t('templates.step', { place })}
                maxLength={500}
                autoFocus={step.title === '' && index === steps.length - 1}
                value={step.title}
                onChange={(event) => change(step.id, { title: event.target.value })}
              />
              <Input
                type="number"
                min={-3650}
                max={3650}
                aria-label={t('templates.stepDays', { place })}
                placeholder={t('templates.days')}
                value={step.dueInDays}
                onChange={(event) => change(step.id, { dueInDays: event.target.value })}
              />
              <span className="flex items-center gap-2">
                <Checkbox
                  id={`required-${step.id}`}
                  isChecked={step.required}
                  onChange={(required) => change(step.id, { required })}
                />
                <label htmlFor={`required-${step.id}`} className="text-ink-2">
                  {t('templates.required')}
                </label>
              </span>
              <span className="flex">
                <IconButton
                  label={t('templates.stepUp', { place })}
                  disabled={index === 0}
                  onClick={() => move(index, -1)}
                >
                  <ArrowUp size={15} />
                </IconButton>
                <IconButton
                  label={t('templates.stepDown', { place })}
                  disabled={place === steps.length}
                  onClick={() => move(index, 1)}
                >
                  <ArrowDown size={15} />
                </IconButton>
                <IconButton
                  label={t('templates.removeStep', { place })}
                  onClick={() => onChange(steps.filter((other) => other !== step))}
                >
                  <X size={15} />
                </IconButton>
              </span>
            </li>
          );
        })}
      </ol>
      <Button className="justify-self-start" onClick={() => onChange([...steps, emptyStep()])}>
        <Plus size={15} aria-hidden="true" /> {t('templates.addStep')}
      </Button>
    </fieldset>
  );
}
