import type { InputHTMLAttributes } from 'react';
import { cx } from '@/lib/class-names';

type Props = InputHTMLAttributes<HTMLInputElement> & { ref?: React.Ref<HTMLInputElement> };

export function Input({ className, ...rest }: Props) {
  return <input {...rest} className={cx('input', className)} />;
}
