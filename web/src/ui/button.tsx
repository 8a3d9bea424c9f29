import type { ButtonHTMLAttributes } from 'react';
import { cx } from '@/lib/class-names';

type Props = ButtonHTMLAttributes<HTMLButtonElement> & {
  variant?: 'primary' | 'default' | 'ghost' | 'danger';
  isBusy?: boolean;
  ref?: React.Ref<HTMLButtonElement>;
};

export function Button({ variant = 'default', isBusy = false, type = 'button', className, disabled, ...rest }: Props) {
  return (
    <button
      {...rest}
      type={type}
      disabled={disabled || isBusy}
      aria-busy={isBusy || undefined}
      className={cx('btn', `btn-${variant}`, className)}
    />
  );
}
