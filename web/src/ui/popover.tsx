import { cloneElement, type HTMLAttributes, isValidElement, type ReactElement, type ReactNode } from 'react';
import { useLateLayer } from '@/ui/late-layers';

type Props = {
  trigger: ReactElement;
  label: string;
  children: ReactNode;
  align?: 'start' | 'end';
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
  /** When it is closed and the focus goes back to the trigger, unless that is prevented. */
  onCloseFocus?: (event: Event) => void;
};

export function Popover({ trigger, label, children, align = 'start', isOpen: isOpenOutside, ...on }: Props) {
  const { onOpenChange, onCloseFocus } = on;
  const { isOpen, setIsOpen, layers } = useLateLayer({ isOpen: isOpenOutside, onOpenChange });
  if (layers) {
    return (
      <layers.OpenPopover
        trigger={trigger}
        label={label}
        align={align}
        isOpen={isOpen}
        onOpenChange={setIsOpen}
        onCloseFocus={onCloseFocus}
      >
        {children}
      </layers.OpenPopover>
    );
  }
  if (!isValidElement<HTMLAttributes<HTMLElement>>(trigger)) return null;
  const { onClick } = trigger.props;
  return cloneElement(trigger, {
    'aria-haspopup': 'dialog',
    'aria-expanded': false,
    onClick: (event) => {
      onClick?.(event);
      setIsOpen(true);
    },
  });
}
