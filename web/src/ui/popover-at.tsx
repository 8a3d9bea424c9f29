import { Popover as Radix } from 'radix-ui';
import type { ReactNode } from 'react';

type Props = {
  anchor: HTMLElement;
  label: string;
  children: ReactNode;
  align?: 'start' | 'center' | 'end';
  onClose: () => void;
};

/** A popover that stands at an element which did not bring it along: one serves the many cells of a list. */
export function PopoverAt({ anchor, label, children, align = 'start', onClose }: Props) {
  return (
    <Radix.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Radix.Anchor virtualRef={{ current: anchor }} />
      <Radix.Portal>
        <Radix.Content
          className="pop"
          aria-label={label}
          align={align}
          sideOffset={6}
          collisionPadding={8}
          // The one who opened it knows where the focus belongs afterwards.
          onCloseAutoFocus={(event) => event.preventDefault()}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
