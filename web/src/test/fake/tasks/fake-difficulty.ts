import type { Difficulty, DifficultyFactor, Task } from '@/api/types';
import { type FakeAnswer, problem } from '@/test/fake/fake-server';

function factor(name: DifficultyFactor['name'], amount: number, steps: number[]): DifficultyFactor {
  const points = steps.filter((step) => amount >= step).length;
  return { name, amount, points, mostPoints: steps.length, nextAt: steps[points] ?? null };
}

/** As far as a task's own row tells. */
export function difficulty(task: Task | undefined): FakeAnswer {
  if (!task) return problem(404, 'task_not_found');
  const factors = [
    factor('estimate', task.estimateMinutes ?? 0, [120, 480, 1440, 4800]),
    factor('parts', (task.steps?.length ?? 0) + task.subtaskCount, [3, 8]),
    factor('dependencies', 0, [1, 4]),
    factor('people', task.assigneeIds.length, [2]),
  ];
  const computed = 1 + factors.reduce((sum, { points }) => sum + points, 0);
  const body: Difficulty = { manual: task.difficulty, computed, factors };
  return { body };
}
