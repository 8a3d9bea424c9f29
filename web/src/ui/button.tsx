import type { ButtonHTMLAttributes, MouseEvent } from 'react';
import { cx } from '@/lib/class-names';

type Props = ButtonHTMLAttributes<HTMLButtonElement> & {
  variant?: 'primary' | 'default' | 'ghost' | 'danger';
  isBusy?: boolean;
  ref?: React.Ref<HTMLButtonElement>;
};

const ignore = (event: MouseEvent) => event.preventDefault();

/** While it is busy it takes no press, but keeps the focus: a disabled button would lose it. */
export function Button({ variant = 'default', isBusy = false, type = 'button', className, onClick, ...rest }: Props) {
  return (
    <button
      {...rest}
      type={type}
      onClick={isBusy ? ignore : onClick}
      aria-disabled={isBusy || undefined}
      aria-busy={isBusy || undefined}
      className={cx('btn', `btn-${variant}`, className)}
    />
  );
}
