import { createContext, useContext } from 'react';
import type { Member, Project, Task, WorkflowState } from '@/api/types';
import type { DateOnly } from '@/lib/dates';

export type BoardContext = {
  project: Project;
  states: readonly WorkflowState[];
  people: ReadonlyMap<string, Member>;
  /** Colour by lower-case name. */
  labelColours: ReadonlyMap<string, string>;
  /** The ids of tasks that wait for others. */
  blocked: ReadonlySet<string>;
  now: DateOnly;
  openKey: string | undefined;
  onOpen: (task: Task) => void;
  onFocusCard: (id: string) => void;
};

const Context = createContext<BoardContext | null>(null);

export const BoardProvider = Context.Provider;

export function useBoardContext(): BoardContext {
  const value = useContext(Context);
  if (!value) throw new Error('Only inside a board.');
  return value;
}
