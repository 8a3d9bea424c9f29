import type { DependencyType, LinkKind } from '@/api/types';
import type { Content, PatternTask } from '@/features/project-settings/project-template/content/content-draft';
import { isTied } from '@/features/tasks/dependencies/dependency-words';

type PatternDependency = NonNullable<PatternTask['dependencies']>[number];

/** What a task is to another one, as it is seen from the first; it may be written at either of them. */
export type Tie = {
  owner: string | null;
  place: number;
  type: DependencyType;
  ref: string;
  link: LinkKind | null;
  lagMinutes: number | null;
};

const SEEN_FROM_THERE: Record<DependencyType, DependencyType> = {
  blocks: 'blocked_by',
  blocked_by: 'blocks',
  relates_to: 'relates_to',
  duplicates: 'duplicated_by',
  duplicated_by: 'duplicates',
};

export const tiesOf = ({ tasks }: Content, task: PatternTask): Tie[] =>
  (tasks ?? []).flatMap((other) =>
    (other.dependencies ?? []).flatMap(({ type, ref, link, lagMinutes }, place): Tie[] => {
      if (!type || !ref || !other.ref) return [];
      const written = { owner: other.ref, place, link, lagMinutes };
      if (other.ref === task.ref) return [{ ...written, type, ref }];
      return ref === task.ref ? [{ ...written, type: SEEN_FROM_THERE[type], ref: other.ref }] : [];
    }),
  );

const changeTies = (
  content: Content,
  owner: string | null,
  change: (ties: PatternDependency[]) => PatternDependency[],
): Content => ({
  ...content,
  tasks: (content.tasks ?? []).map((task) =>
    task.ref === owner ? { ...task, dependencies: change(task.dependencies ?? []) } : task,
  ),
});

export const addTie = (content: Content, task: PatternTask, type: DependencyType, ref: string): Content =>
  changeTies(content, task.ref, (ties) => [...ties, { type, ref, link: null, lagMinutes: null }]);

/** Which ends are tied, and how far apart; both mean something only where one waits for the other. */
export const editTie = (content: Content, tie: Tie, fields: Partial<Pick<Tie, 'link' | 'lagMinutes'>>): Content =>
  isTied(tie.type)
    ? changeTies(content, tie.owner, (ties) =>
        ties.map((other, place) => (place === tie.place ? { ...other, ...fields } : other)),
      )
    : content;

export const removeTie = (content: Content, tie: Tie): Content =>
  changeTies(content, tie.owner, (ties) => ties.toSpliced(tie.place, 1));
