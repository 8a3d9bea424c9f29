import type { TextareaHTMLAttributes } from 'react';
import { cx } from '@/lib/class-names';

type Props = TextareaHTMLAttributes<HTMLTextAreaElement> & { ref?: React.Ref<HTMLTextAreaElement> };

export function Textarea({ className, rows = 3, ...rest }: Props) {
  return <textarea {...rest} rows={rows} className={cx('input field-sizing-content resize-none', className)} />;
}
