import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Task } from '@/api/types';
import { taskFeed } from '@/features/tasks/task-feed';
import { useBlockedTasks } from '@/features/tasks/use-blocked-tasks';
import { buildTask } from '@/test/fake/fake-data';

const queryClient = new QueryClient();
const wrapper = ({ children }: { children: ReactNode }) => (
  <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
);

describe('the tasks that wait for others', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('fetch', async () => Response.json({ items: [], nextCursor: null }));
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('are asked for again when a task is done or gone, and not when it has another title', () => {
    const asked = vi.spyOn(queryClient, 'invalidateQueries');
    const task = buildTask({ id: 'a', version: 1, statusCategory: 'started' });
    const view = renderHook(
      ({ shown }: { shown: Task }) => useBlockedTasks(['p'], (id) => (id === 'a' ? shown : undefined)),
      {
        wrapper,
        initialProps: { shown: task },
      },
    );
    const hear = (next: Task) => {
      act(() => {
        taskFeed.publish({ kind: 'saved', task: next });
        vi.advanceTimersByTime(1000);
      });
      view.rerender({ shown: next });
    };
    hear({ ...task, title: 'Another', version: 2 });
    const done = { ...task, statusCategory: 'completed' as const, version: 2 };
    hear(done);
    expect(asked).not.toHaveBeenCalled();

    // Now the server has written it.
    hear({ ...done, version: 3 });
    expect(asked).toHaveBeenCalledTimes(1);
    hear({ ...done, title: 'A third', version: 4 });
    expect(asked).toHaveBeenCalledTimes(1);

    act(() => {
      taskFeed.publish({ kind: 'removed', id: 'b' });
      vi.advanceTimersByTime(1000);
    });
    expect(asked).toHaveBeenCalledTimes(2);
  });
});
