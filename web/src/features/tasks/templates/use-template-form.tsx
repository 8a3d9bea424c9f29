import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { reasonOf } from '@/api/reason';
import type { Project, Task } from '@/api/types';
import { answersOf, type TemplateAnswers, TemplateValues } from '@/features/projects/templates/template-values';
import { taskTemplatesQuery, useTaskTemplates } from '@/features/tasks/templates/template-queries';
import { templateFacts } from '@/features/tasks/templates/template-words';
import { addDays, shortDate } from '@/lib/dates';
import { t } from '@/lib/i18n';
import '@/lib/i18n-templates';
import { filled } from '@/lib/template-text';
import { useToday } from '@/lib/use-today';
import '@/styles/templates.css';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Select } from '@/ui/select';
import { Skeleton } from '@/ui/skeleton';

type Props = { project: Project; onBack: () => void; onLeave: () => void; onCreated: (task: Task) => void };

/** Chooses a template, asks for what it leaves open, shows what comes of it, and makes the task. */
export function UseTemplateForm({ project, onBack, onLeave, onCreated }: Props) {
  const { data: templates, error } = useQuery(taskTemplatesQuery(project.id));
  const { instantiate } = useTaskTemplates(project.id);
  const now = useToday();
  const [chosenId, setChosenId] = useState('');
  const [answers, setAnswers] = useState<TemplateAnswers>({ values: {}, date: null });
  const { values, date } = answers;
  const template = templates?.find((candidate) => candidate.id === chosenId) ?? templates?.[0];
  const day = (days: number) => shortDate(addDays(date ?? now, days), now);

  const back = (
    <Button variant="ghost" onClick={onBack}>
      {t('templates.back')}
    </Button>
  );
  if (error) return <p className="text-danger">{t('templates.loadFailed')}</p>;
  if (!templates) return <Skeleton height={160} />;
  if (!template) {
    return (
      <>
        <p className="text-ink-2">{t('templates.noneIn', { name: project.name })}</p>
        <div className="dialog-actions">
          {back}
          <Link
            className="btn btn-primary"
            to="/p/$key/settings/$section"
            params={{ key: project.key, section: 'templates' }}
            onClick={onLeave}
          >
            {t('templates.add')}
          </Link>
        </div>
      </>
    );
  }

  const { variables, startInDays, dueInDays, deadlineInDays } = template;
  const { given, isWhole } = answersOf(variables, answers);
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!isWhole || instantiate.isPending) return;
    instantiate.mutate({ id: template.id, variables: given, date }, { onSuccess: onCreated });
  };
  const facts = [
    ...(startInDays === null ? [] : [t('templates.startsOn', { day: day(startInDays) })]),
    ...(dueInDays === null ? [] : [t('templates.dueOn', { day: day(dueInDays) })]),
    ...(deadlineInDays === null ? [] : [t('templates.deadlineOn', { day: day(deadlineInDays) })]),
    ...templateFacts({ ...template, startInDays: null, dueInDays: null, deadlineInDays: null, variables: [] }),
  ];
  return (
    <form className="grid gap-4" onSubmit={handleSubmit}>
      <Field label={t('templates.template')}>
        {(control) => (
          <Select
            {...control}
            autoFocus
            value={template.id}
            options={templates.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={setChosenId}
          />
        )}
      </Field>
      <TemplateValues variables={variables} answers={answers} onChange={setAnswers} />
      <section className="template-preview" aria-label={t('templates.preview')}>
        <p className="font-medium text-ink">{filled(template.title, values)}</p>
        {facts.length > 0 && <p className="text-xs">{facts.join(' · ')}</p>}
        {template.steps.length > 0 && (
          <ol>
            {template.steps.map((step, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the steps of a template have no other name and keep their order.
              <li key={index}>{filled(step.title ?? '', values)}</li>
            ))}
          </ol>
        )}
      </section>
      {instantiate.error && (
        <p role="alert" className="text-danger">
          {t('templates.useFailed', { reason: reasonOf(instantiate.error) })}
        </p>
      )}
      <div className="dialog-actions">
        {back}
        <Button variant="primary" type="submit" isBusy={instantiate.isPending} disabled={!isWhole}>
          {t('tasks.create')}
        </Button>
      </div>
    </form>
  );
}
