import { Check } from 'lucide-react';
import { DropdownMenu, Popover } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';
import { cx } from '@/lib/class-names';
import { KeyHint } from '@/ui/key-hint';

// What opens at a button. The code of it comes after the page, by way of `late-layers.ts`.

type LayerProps = {
  trigger: ReactElement;
  children: ReactNode;
  align: 'start' | 'end';
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
};

export function OpenMenu({ trigger, children, align, isOpen, onOpenChange }: LayerProps) {
  return (
    <DropdownMenu.Root open={isOpen} onOpenChange={onOpenChange} modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="pop" align={align} sideOffset={6} collisionPadding={8} loop>
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

type PopoverProps = LayerProps & { label: string; onCloseFocus: ((event: Event) => void) | undefined };

export function OpenPopover(props: PopoverProps) {
  const { trigger, label, children, align, isOpen, onOpenChange, onCloseFocus } = props;
  return (
    <Popover.Root open={isOpen} onOpenChange={onOpenChange}>
      <Popover.Trigger asChild>{trigger}</Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className="pop"
          aria-label={label}
          align={align}
          sideOffset={6}
          collisionPadding={8}
          onCloseAutoFocus={onCloseFocus}
        >
          {children}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

export type ItemProps = {
  children: ReactNode;
  onSelect: () => void;
  icon?: ReactNode;
  keys?: string;
  isChosen?: boolean;
  isDanger?: boolean;
};

export function Item({ children, onSelect, icon, keys, isChosen, isDanger }: ItemProps) {
  return (
    <DropdownMenu.Item className={cx('menu-item', isDanger && 'menu-item-danger')} onSelect={onSelect}>
      {icon}
      <span className="min-w-0 flex-1 truncate">{children}</span>
      {isChosen && <Check size={15} aria-hidden="true" />}
      {keys && <KeyHint keys={keys} />}
    </DropdownMenu.Item>
  );
}

export function ItemsLabel({ children }: { children: ReactNode }) {
  return <DropdownMenu.Label className="menu-label">{children}</DropdownMenu.Label>;
}

export function Line() {
  return <DropdownMenu.Separator className="menu-line" />;
}
