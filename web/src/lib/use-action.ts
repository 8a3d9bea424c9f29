import { useState } from 'react';

/** One act of a form that runs before the query cache is loaded (signing in, signing up). */
export function useAction<Input, Result>(act: (input: Input) => Promise<Result>) {
  const [error, setError] = useState<Error | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const run = async (input: Input, onDone: (result: Result) => void) => {
    setIsBusy(true);
    try {
      const result = await act(input);
      setError(null);
      onDone(result);
    } catch (fault) {
      setError(fault instanceof Error ? fault : new Error(String(fault)));
    } finally {
      setIsBusy(false);
    }
  };
  return { run, error, isBusy };
}
