import { useEffect, useState } from 'react';

export type SaveState = { kind: 'idle' | 'saving' | 'saved' } | { kind: 'failed'; error: unknown; onRetry: () => void };

const SHOWN_MS = 2500;

/** One field that saves itself and says so. A failure stays until it is tried again. */
export function useSave<Value>(save: (value: Value) => Promise<unknown>) {
  const [state, setState] = useState<SaveState>({ kind: 'idle' });
  const isSaved = state.kind === 'saved';

  // A timer: "Saved" is news for a moment only.
  useEffect(() => {
    if (!isSaved) return undefined;
    const timer = setTimeout(() => setState({ kind: 'idle' }), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [isSaved]);

  const run = async (value: Value): Promise<boolean> => {
    setState({ kind: 'saving' });
    try {
      await save(value);
      setState({ kind: 'saved' });
      return true;
    } catch (error) {
      setState({ kind: 'failed', error, onRetry: () => void run(value) });
      return false;
    }
  };
  return { state, run };
}
