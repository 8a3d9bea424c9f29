import { Tooltip } from 'radix-ui';
import type { ReactNode } from 'react';

/** Once the first tooltip has shown, its neighbours show at once. */
export function TooltipScope({ children }: { children: ReactNode }) {
  return (
    <Tooltip.Provider delayDuration={450} skipDelayDuration={250}>
      {children}
    </Tooltip.Provider>
  );
}
