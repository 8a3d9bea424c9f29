import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { pastQuery } from '@/features/history/history-queries';

/** Looking at a task as it stood at a moment; `asOf` is null for now. */
export function useLookBack(taskId: string) {
  const [asOf, setAsOf] = useState<string | null>(null);
  const { data, error } = useQuery(pastQuery(taskId, asOf));
  return { asOf, past: asOf ? (data ?? null) : null, error: asOf ? error : null, setAsOf };
}

export type LookBack = ReturnType<typeof useLookBack>;
