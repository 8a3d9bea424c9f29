import { vi } from 'vitest';

/** Waits until a check holds, for as long as the screens are waited for: vitest itself would give up after a second. */
export const eventually = <T>(check: () => T | Promise<T>) => vi.waitFor(check, { timeout: 30_000 });
