import type { ReactNode } from 'react';
import { Toaster } from '@/ui/toaster';

type Props = { children: ReactNode };

export function Providers({ children }: Props) {
  return (
    <>
      {children}
      <Toaster />
    </>
  );
}
