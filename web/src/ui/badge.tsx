import type { ReactNode } from 'react';
import { cx } from '@/lib/class-names';

type Props = { tone?: 'plain' | 'accent' | 'ok' | 'warn' | 'danger' | 'count'; children: ReactNode };

export function Badge({ tone = 'plain', children }: Props) {
  return <span className={cx('badge', tone !== 'plain' && `badge-${tone}`)}>{children}</span>;
}
