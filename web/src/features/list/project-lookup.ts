import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Label, Member, Milestone, WorkflowState } from '@/api/types';
import { milestonesQuery } from '@/features/projects/milestone-queries';
import { labelsQuery, membersQuery, workflowQuery } from '@/features/projects/project-queries';
import { type FindTask, useBlockedTasks } from '@/features/tasks/use-blocked-tasks';

export type ProjectFacts = {
  states: readonly WorkflowState[];
  members: readonly Member[];
  labels: readonly Label[];
  milestones: readonly Milestone[];
  people: ReadonlyMap<string, Member>;
  /** Colour by lower-case name. */
  labelColours: ReadonlyMap<string, string>;
  /** The ids of tasks that wait for others. */
  blocked: ReadonlySet<string>;
};

const NOTHING: ProjectFacts = {
  states: [],
  members: [],
  labels: [],
  milestones: [],
  people: new Map(),
  labelColours: new Map(),
  blocked: new Set(),
};

export type ProjectLookup = (projectId: string) => ProjectFacts;

/** States, people and labels of the projects whose tasks a list shows; `find` gives those that it shows. */
export function useProjectLookup(projectIds: readonly string[], find: FindTask): ProjectLookup {
  const states = useQueries({
    queries: projectIds.map((id) => workflowQuery(id)),
    combine: (results) => results.map((result) => result.data ?? []),
  });
  const members = useQueries({
    queries: projectIds.map((id) => membersQuery(id)),
    combine: (results) => results.map((result) => result.data ?? []),
  });
  const labels = useQueries({
    queries: projectIds.map((id) => labelsQuery(id)),
    combine: (results) => results.map((result) => result.data ?? []),
  });
  const milestones = useQueries({
    queries: projectIds.map((id) => milestonesQuery(id)),
    combine: (results) => results.map((result) => result.data ?? []),
  });
  const blocked = useBlockedTasks(projectIds, find);
  const ids = projectIds.join(',');
  // Rows are drawn again when their facts change, so these keep their identity.
  return useMemo(() => {
    const facts = new Map(
      ids.split(',').map((id, index) => {
        const known = factsOf(states[index], members[index], labels[index], milestones[index]);
        return [id, { ...known, blocked }] as const;
      }),
    );
    return (projectId: string) => facts.get(projectId) ?? NOTHING;
  }, [ids, states, members, labels, milestones, blocked]);
}

function factsOf(
  states: readonly WorkflowState[] = [],
  members: readonly Member[] = [],
  labels: readonly Label[] = [],
  milestones: readonly Milestone[] = [],
): Omit<ProjectFacts, 'blocked'> {
  const active = members.filter((member) => member.state === 'active');
  return {
    states,
    members: active,
    labels,
    milestones,
    people: new Map(active.map((member) => [member.userId, member])),
    labelColours: new Map(labels.map((label) => [label.name.toLowerCase(), label.color])),
  };
}
