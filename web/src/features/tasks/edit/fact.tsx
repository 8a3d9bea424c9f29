import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { cx } from '@/lib/class-names';

/** A property of a task: its name, and the value or the control that changes it. */
export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

type ValueProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'name'> & {
  /** The property, spoken before its value. */
  name: string;
  isEmpty?: boolean;
  ref?: React.Ref<HTMLButtonElement>;
};

/** A value that opens its picker; without `onClick` from a popover it is still a button, so that keys reach it. */
export function FactValue({ name, isEmpty, className, children, ...rest }: ValueProps) {
  return (
    <button {...rest} type="button" className={cx('fact-value', isEmpty && 'fact-empty', className)}>
      <span className="sr-only">{name}: </span>
      {children}
    </button>
  );
}
