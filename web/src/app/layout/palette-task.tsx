import { Command } from 'cmdk';
import { CircleUser, Copy, Flag, Link2, SquareKanban, Tag } from 'lucide-react';
import type { Project, Task } from '@/api/types';
import { PaletteRow } from '@/app/layout/palette-row';
import { useChangeTasks } from '@/features/list/change-tasks';
import { pickerOptions } from '@/features/list/picker-options';
import { useProjectLookup } from '@/features/list/project-lookup';
import { mayEditTasks } from '@/features/projects/project-rights';
import { t } from '@/lib/i18n';
import '@/lib/i18n-list';
import '@/lib/i18n-palette';
import { showToast } from '@/ui/toast-store';

export type TaskChoice = 'status' | 'assignee' | 'priority' | 'labels';

async function copy(text: string) {
  await navigator.clipboard.writeText(text);
  showToast(t('palette.copied', { text }));
}

type Props = { task: Task; project: Project; onChoose: (choice: TaskChoice) => void };

/** What can be done with the task that is open. */
export function TaskActions({ task, project, onChoose }: Props) {
  const link = new URL(`/p/${project.key}/board?task=${task.key}`, window.location.href).href;
  return (
    <Command.Group heading={t('palette.thisTask')}>
      {mayEditTasks(project) && project.state === 'active' && (
        <>
          <PaletteRow
            id="task/status"
            icon={<SquareKanban size={16} />}
            text={t('palette.status')}
            staysOpen
            onRun={() => onChoose('status')}
          />
          <PaletteRow
            id="task/assignee"
            icon={<CircleUser size={16} />}
            text={t('palette.assign')}
            staysOpen
            onRun={() => onChoose('assignee')}
          />
          <PaletteRow
            id="task/priority"
            icon={<Flag size={16} />}
            text={t('palette.priority')}
            staysOpen
            onRun={() => onChoose('priority')}
          />
          <PaletteRow
            id="task/labels"
            icon={<Tag size={16} />}
            text={t('palette.labels')}
            staysOpen
            onRun={() => onChoose('labels')}
          />
        </>
      )}
      <PaletteRow
        id="task/link"
        icon={<Link2 size={16} />}
        text={t('palette.copyLink')}
        onRun={() => void copy(link)}
      />
      <PaletteRow
        id="task/key"
        icon={<Copy size={16} />}
        text={t('palette.copyKey')}
        onRun={() => void copy(task.key)}
      />
    </Command.Group>
  );
}

/** The second step: the states, people, priorities or labels to choose from. */
export function TaskChoices({ task, choice }: { task: Task; choice: TaskChoice }) {
  const lookup = useProjectLookup([task.projectId], () => task);
  const { change } = useChangeTasks();
  const { options, chosen, changeFor, textFor } = pickerOptions(choice, [task], lookup);
  return (
    <Command.Group>
      {options.map(({ value, label, icon }) => (
        <PaletteRow
          key={value}
          id={value}
          icon={icon}
          text={label}
          isChosen={chosen.includes(value)}
          onRun={() => void change([task], changeFor(value), textFor(value))}
        />
      ))}
    </Command.Group>
  );
}
