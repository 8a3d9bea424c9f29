import { useQuery } from '@tanstack/react-query';
import { LayoutTemplate, Plus } from 'lucide-react';
import {
  type ClipboardEvent,
  type FormEvent,
  type KeyboardEvent,
  lazy,
  Suspense,
  useId,
  useRef,
  useState,
} from 'react';
import type { Project, Task } from '@/api/types';
import { projectsQuery, workflowQuery } from '@/features/projects/project-queries';
import { mayEditTasks } from '@/features/projects/project-rights';
import { ChipList } from '@/features/quick-add/chip-list';
import type { OwnFacts } from '@/features/quick-add/create-facts';
import { linesOf, toRequest, useQuickLine } from '@/features/quick-add/use-quick-line';
import { walkSimilar } from '@/features/tasks/similar/walk-similar';
import { useCreateTask } from '@/features/tasks/task-queries';
import { shortDate } from '@/lib/dates';
import { t } from '@/lib/i18n';
import '@/lib/i18n-palette';
import { useDraft } from '@/lib/use-draft';
import { Button } from '@/ui/button';
import { Checkbox } from '@/ui/checkbox';
import { Dialog } from '@/ui/dialog';
import { KeyHint } from '@/ui/key-hint';
import { Select } from '@/ui/select';
import { Skeleton } from '@/ui/skeleton';
import { showToast } from '@/ui/toast-store';
import '@/styles/quick-add.css';

const UseTemplateForm = lazy(() =>
  import('@/features/tasks/templates/use-template-form').then((module) => ({ default: module.UseTemplateForm })),
);

const CreateFacts = lazy(() =>
  import('@/features/quick-add/create-facts').then((module) => ({ default: module.CreateFacts })),
);

const SimilarTasks = lazy(() =>
  import('@/features/tasks/similar/similar-tasks').then((module) => ({ default: module.SimilarTasks })),
);

const CreateRefusal = lazy(() =>
  import('@/features/quick-add/create-refusal').then((module) => ({ default: module.CreateRefusal })),
);

type Props = {
  userId: string;
  project: Project | null;
  /** Where the person asked for a new task: a project, a column, a day. */
  seed: { projectId?: string; status?: string; dueAt?: string };
  /** What was typed before this was there. */
  early?: () => string;
  onClose: () => void;
  onOpen: (task: { key: string; projectId: string }) => void;
};

/** New task from anywhere, in one line. The line is kept as a draft until the task is created. */
export function CreateTaskDialog({ userId, project, seed, early, onClose, onOpen }: Props) {
  const { data: projects = [] } = useQuery(projectsQuery);
  const open = projects.filter((candidate) => candidate.state === 'active' && mayEditTasks(candidate));
  const [chosenId, setChosenId] = useState(seed.projectId ?? project?.id ?? '');
  const [isMore, setIsMore] = useState(false);
  const [isFromTemplate, setIsFromTemplate] = useState(false);
  const [pasted, setPasted] = useState<readonly string[]>([]);
  const input = useRef<HTMLInputElement>(null);
  const moreId = useId();
  const draft = useDraft(`${userId}/new-task/title`, early);
  const start = open.find((candidate) => candidate.id === chosenId) ?? open[0];
  const line = useQuickLine(draft.text, open, start?.id ?? '');
  const { parsed, projectId } = line;
  const [facts, setFacts] = useState<OwnFacts>({ projectId: '' });
  const dueAt = projectId === seed.projectId ? seed.dueAt : undefined;
  const own = { ...(facts.projectId === projectId ? facts : { projectId }), dueAt };
  const create = useCreateTask();

  const status = projectId === seed.projectId ? seed.status : undefined;
  const { data: states = [] } = useQuery({ ...workflowQuery(projectId), enabled: status !== undefined });
  const statusName = states.find((state) => state.key === status)?.name;

  /** The line stays as a draft. */
  const leaveFor = ({ key }: { key: string }) => {
    onOpen({ key, projectId });
    onClose();
  };
  const tellCreated = (task: Task) => {
    const action = { label: t('tasks.open'), onAct: () => onOpen(task) };
    showToast(t('tasks.created', { key: task.key }), { action });
  };
  const afterCreate = (task: Task, isOpening: boolean) => {
    draft.clear();
    line.forget();
    setFacts({ ...own, customFields: undefined });
    if (isOpening) onOpen(task);
    else tellCreated(task);
    if (isMore && !isOpening) input.current?.focus();
    else onClose();
  };
  const submit = (isOpening: boolean) => {
    if (!parsed.title || !projectId || create.isPending) return;
    create.mutate(toRequest(parsed, projectId, status, own), { onSuccess: (task) => afterCreate(task, isOpening) });
  };
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    submit(false);
  };
  const handleKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return;
    event.preventDefault();
    submit(true);
  };
  const handlePaste = (event: ClipboardEvent) => {
    const lines = linesOf(event.clipboardData.getData('text/plain'));
    if (lines.length < 2) return;
    event.preventDefault();
    setPasted(lines);
  };
  /** One after the other, so that they stand in the order of the lines; those that fail stay. */
  const createPasted = async () => {
    const left: string[] = [];
    let made = 0;
    for (const text of pasted) {
      try {
        await create.mutateAsync(toRequest(line.read(text), projectId, status, own));
        made += 1;
      } catch {
        left.push(text);
      }
    }
    setPasted(left);
    if (made > 0) showToast(t('quick.createdMany', { count: made }));
    if (left.length === 0) onClose();
  };

  const chosen = open.find((candidate) => candidate.id === projectId);
  if (isFromTemplate && chosen) {
    return (
      <Dialog title={t('quick.templateTitle')} isOpen onClose={onClose} width={520}>
        <Suspense fallback={<Skeleton height={200} />}>
          <UseTemplateForm
            project={chosen}
            onBack={() => setIsFromTemplate(false)}
            onLeave={onClose}
            onCreated={(task) => {
              tellCreated(task);
              onClose();
            }}
          />
        </Suspense>
      </Dialog>
    );
  }
  return (
    <Dialog title={t('tasks.new')} isOpen onClose={onClose} isBare width={620}>
      <form className="quick-add" data-similar onSubmit={handleSubmit} onKeyDown={handleKey}>
        <div className="flex items-center gap-3">
          <Select
            className="!w-auto !min-h-[28px] !py-0"
            aria-label={t('tasks.project')}
            value={projectId}
            options={open.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={setChosenId}
          />
          <span className="min-w-0 truncate text-xs text-ink-3">
            {statusName && t('quick.newIn', { status: statusName })}
            {dueAt && t('quick.newOn', { day: shortDate(dueAt, line.now) })}
            {!statusName && !dueAt && t('tasks.new')}
          </span>
          <Button variant="ghost" className="ms-auto" onClick={() => setIsFromTemplate(true)}>
            <LayoutTemplate size={15} aria-hidden="true" /> {t('quick.fromTemplate')}
          </Button>
        </div>
        <input
          ref={input}
          className="w-full bg-transparent py-1 text-lg outline-none placeholder:text-ink-3"
          aria-label={t('tasks.title')}
          aria-describedby="quick-help"
          placeholder={t('tasks.titlePlaceholder')}
          autoFocus
          autoComplete="off"
          maxLength={2000}
          data-similar-stop
          onKeyDown={walkSimilar}
          value={draft.text}
          onPaste={handlePaste}
          onChange={(event) => draft.write(event.target.value)}
        />
        {parsed.chips.length > 0 && <ChipList chips={parsed.chips} now={line.now} onReject={line.reject} />}
        {parsed.unknownLabels.map((name) => (
          <Button key={name} className="justify-self-start" onClick={() => line.makeLabel(name)}>
            <Plus size={15} aria-hidden="true" /> {t('quick.makeLabel', { name })}
          </Button>
        ))}
        <p id="quick-help" className="text-xs text-ink-3">
          {parsed.chips.length > 0 || parsed.description ? t('quick.title', { title: parsed.title }) : t('quick.help')}
        </p>
        {projectId && (
          <Suspense>
            <SimilarTasks projectId={projectId} title={parsed.title} onOpen={leaveFor} />
            <CreateFacts key={projectId} facts={own} onChange={setFacts} />
          </Suspense>
        )}
        {pasted.length > 0 && (
          <div className="banner" role="status">
            <span className="flex-1">{t('quick.pasted', { count: pasted.length })}</span>
            <Button isBusy={create.isPending} onClick={() => void createPasted()}>
              {t('quick.createMany', { count: pasted.length })}
            </Button>
            <Button
              variant="ghost"
              onClick={() => {
                draft.write([draft.text, ...pasted].filter(Boolean).join(' '));
                setPasted([]);
              }}
            >
              {t('quick.asOne')}
            </Button>
          </div>
        )}
        {create.error && (
          <Suspense>
            <CreateRefusal error={create.error} />
          </Suspense>
        )}
        <div className="quick-actions">
          <span className="flex flex-1 items-center gap-2.5">
            <Checkbox id={moreId} isChecked={isMore} onChange={setIsMore} />
            <label htmlFor={moreId} className="whitespace-nowrap text-ink-2">
              {t('quick.more')}
            </label>
          </span>
          <Button variant="ghost" onClick={() => submit(true)} disabled={!parsed.title || !projectId}>
            {t('quick.open')} <KeyHint keys="mod+enter" />
          </Button>
          <Button variant="primary" type="submit" isBusy={create.isPending} disabled={!parsed.title || !projectId}>
            {t('tasks.create')} <KeyHint keys="enter" />
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
