import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CreateTaskRequest, Project } from '@/api/types';
import { labelsQuery, membersQuery } from '@/features/projects/project-queries';
import { type Chip, type Known, type ParsedLine, parseLine } from '@/features/quick-add/parse-line';
import { useToday } from '@/lib/use-today';

const valuesOf = <Kind extends Chip['kind']>(chips: readonly Chip[], kind: Kind) =>
  chips.flatMap((chip) => (chip.kind === kind ? [chip] : []));

/** The lines of what was pasted. */
export const linesOf = (text: string) =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);

/** What the server is told: structured fields, so that it never has to read the line again. */
export function toRequest(
  { title, description, chips }: ParsedLine,
  projectId: string,
  status?: string,
  own: Pick<CreateTaskRequest, 'type' | 'customFields' | 'dueAt'> = {},
): CreateTaskRequest {
  const people = valuesOf(chips, 'person').map((chip) => String(chip.value));
  const labels = valuesOf(chips, 'label').map((chip) => String(chip.value));
  const priority = chips.find((chip) => chip.kind === 'priority');
  const estimate = chips.find((chip) => chip.kind === 'estimate');
  const due = chips.find((chip) => chip.kind === 'due');
  return {
    projectId,
    title,
    status,
    description: description || undefined,
    assigneeIds: people.length > 0 ? people : undefined,
    labels: labels.length > 0 ? labels : undefined,
    priority: priority?.value,
    estimateMinutes: estimate?.value,
    dueAt: due?.value ?? own.dueAt,
    type: own.type,
    customFields: own.customFields,
  };
}

/** The line as it is understood in the project it belongs to: the one it names, else the chosen one. */
export function useQuickLine(text: string, projects: readonly Project[], chosenId: string) {
  const [rejected, setRejected] = useState<ReadonlySet<string>>(new Set());
  const [made, setMade] = useState<readonly string[]>([]);
  const now = useToday();

  const nothing: Known = { people: [], labels: [], projects, now };
  const named = parseLine(text, nothing, rejected).chips.find((chip) => chip.kind === 'project');
  const projectId = named?.value ?? chosenId;
  const isKnown = projectId !== '';
  const { data: members = [] } = useQuery({ ...membersQuery(projectId), enabled: isKnown });
  const { data: labels = [] } = useQuery({ ...labelsQuery(projectId), enabled: isKnown });
  const people = members.filter((member) => member.state === 'active');
  const read = (line: string) => parseLine(line, { people, labels, projects, now }, rejected, made);

  return {
    parsed: read(text),
    read,
    projectId,
    now,
    reject: (raw: string) => setRejected((last) => new Set([...last, raw])),
    makeLabel: (name: string) => setMade((last) => [...last, name]),
    forget: () => {
      setRejected(new Set());
      setMade([]);
    },
  };
}
