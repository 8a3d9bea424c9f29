import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { OwnFields } from '@/features/tasks/edit/own/own-fields';
import { DifficultyPick } from '@/features/tasks/edit/picks/difficulty-pick';
import { FollowersPick } from '@/features/tasks/edit/picks/followers-pick';
import { LabelPick } from '@/features/tasks/edit/picks/label-pick';
import { MilestonePick } from '@/features/tasks/edit/picks/milestone-pick';
import { MinutesPick } from '@/features/tasks/edit/picks/minutes-pick';
import { MomentPick } from '@/features/tasks/edit/picks/moment-pick';
import { OwnerPick } from '@/features/tasks/edit/picks/owner-pick';
import { ParentPick } from '@/features/tasks/edit/picks/parent-pick';
import { PeoplePick } from '@/features/tasks/edit/picks/people-pick';
import { PriorityPick } from '@/features/tasks/edit/picks/priority-pick';
import { StatusPick } from '@/features/tasks/edit/picks/status-pick';
import { TypePick } from '@/features/tasks/edit/picks/type-pick';
import { RepeatPick } from '@/features/tasks/edit/repeat/repeat-pick';
import { useTaskContext } from '@/features/tasks/edit/task-context';
import { t } from '@/lib/i18n';

/** What is always asked, then what is set, then the rest when it is wanted. */
export function TaskFacts() {
  const { shown, mayEdit } = useTaskContext();
  const [isAll, setIsAll] = useState(false);
  const rare = [
    // Those who made it or work on it follow it by themselves: only others are news.
    {
      key: 'followers',
      isSet: shown.watcherIds.some((id) => id !== shown.reporterId && !shown.assigneeIds.includes(id)),
      row: <FollowersPick key="followers" />,
    },
    { key: 'milestone', isSet: shown.milestoneId !== null, row: <MilestonePick key="milestone" /> },
    { key: 'deadline', isSet: shown.deadlineAt !== null, row: <MomentPick key="deadline" field="deadlineAt" /> },
    { key: 'start', isSet: shown.startAt !== null, row: <MomentPick key="start" field="startAt" /> },
    { key: 'difficulty', isSet: shown.difficulty !== null, row: <DifficultyPick key="difficulty" /> },
    {
      key: 'estimate',
      isSet: shown.estimateMinutes !== null,
      row: <MinutesPick key="estimate" field="estimateMinutes" />,
    },
    {
      key: 'duration',
      isSet: shown.durationMinutes !== null,
      row: <MinutesPick key="duration" field="durationMinutes" />,
    },
    { key: 'repeat', isSet: shown.recurrence !== null, row: <RepeatPick key="repeat" /> },
    { key: 'parent', isSet: shown.parentId !== null, row: <ParentPick key="parent" /> },
  ];
  const hidden = rare.filter((fact) => !fact.isSet);
  return (
    <>
      <dl className="facts">
        <StatusPick />
        <PeoplePick />
        <OwnerPick />
        <PriorityPick />
        <TypePick />
        <MomentPick field="dueAt" />
        <LabelPick />
        {rare.filter((fact) => fact.isSet || (isAll && mayEdit)).map((fact) => fact.row)}
        <OwnFields isAll={isAll} />
      </dl>
      {mayEdit && (hidden.length > 0 || isAll) && (
        <button type="button" className="quiet-btn" aria-expanded={isAll} onClick={() => setIsAll(!isAll)}>
          <ChevronDown size={14} aria-hidden="true" className={isAll ? 'rotate-180' : undefined} />
          {isAll ? t('peek.fewerFields') : t('peek.moreFields')}
        </button>
      )}
    </>
  );
}
