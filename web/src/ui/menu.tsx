import { cloneElement, type HTMLAttributes, isValidElement, type ReactElement, type ReactNode } from 'react';
import { openLayers, useLateLayer } from '@/ui/late-layers';
import type { ItemProps } from '@/ui/layers';

type MenuProps = {
  trigger: ReactElement;
  children: ReactNode;
  align?: 'start' | 'end';
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
};

const OPENS = ['Enter', ' ', 'ArrowDown'];

export function Menu({ trigger, children, align = 'start', isOpen: isOpenOutside, onOpenChange }: MenuProps) {
  const { isOpen, setIsOpen, layers } = useLateLayer({ isOpen: isOpenOutside, onOpenChange });
  if (!isValidElement<HTMLAttributes<HTMLElement>>(trigger)) return null;
  const { onClick, onPointerDown, onKeyDown } = trigger.props;
  // A key of the page presses it without a pointer.
  const pressable = cloneElement(trigger, {
    onClick: (event) => {
      onClick?.(event);
      if (event.detail === 0) setIsOpen(true);
    },
  });
  if (layers) {
    return (
      <layers.OpenMenu trigger={pressable} align={align} isOpen={isOpen} onOpenChange={setIsOpen}>
        {children}
      </layers.OpenMenu>
    );
  }
  return cloneElement(pressable, {
    'aria-haspopup': 'menu',
    'aria-expanded': false,
    onPointerDown: (event) => {
      onPointerDown?.(event);
      if (event.button !== 0 || event.ctrlKey) return;
      // The focus goes to the menu, and from there to the trigger that then stands here.
      event.preventDefault();
      setIsOpen(true);
    },
    onKeyDown: (event) => {
      onKeyDown?.(event);
      if (!OPENS.includes(event.key)) return;
      event.preventDefault();
      setIsOpen(true);
    },
  });
}

export function MenuItem(props: ItemProps) {
  const { Item } = openLayers();
  return <Item {...props} />;
}

export function MenuLabel({ children }: { children: ReactNode }) {
  const { ItemsLabel } = openLayers();
  return <ItemsLabel>{children}</ItemsLabel>;
}

export function MenuLine() {
  const { Line } = openLayers();
  return <Line />;
}
