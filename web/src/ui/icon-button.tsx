import type { ButtonHTMLAttributes } from 'react';
import { cx } from '@/lib/class-names';
import { Tooltip } from '@/ui/tooltip';

type Props = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'aria-label'> & {
  /** Spoken, and shown on hover and focus. */
  label: string;
  keys?: string;
  ref?: React.Ref<HTMLButtonElement>;
};

export function IconButton({ label, keys, className, type = 'button', ...rest }: Props) {
  return (
    <Tooltip text={label} keys={keys}>
      <button {...rest} type={type} aria-label={label} className={cx('icon-btn', className)} />
    </Tooltip>
  );
}
