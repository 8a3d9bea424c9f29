import type { ReactNode } from 'react';
import { cx } from '@/lib/class-names';

type Props = { tone?: 'info' | 'warn' | 'danger'; children: ReactNode; action?: ReactNode };

export function Banner({ tone = 'info', children, action }: Props) {
  return (
    <div role={tone === 'danger' ? 'alert' : 'status'} className={cx('banner', tone !== 'info' && `banner-${tone}`)}>
      <span className="flex-1">{children}</span>
      {action}
    </div>
  );
}
