import {
  cloneElement,
  type FocusEvent,
  type HTMLAttributes,
  isValidElement,
  type PointerEvent,
  type ReactElement,
  useEffect,
  useId,
} from 'react';
import { tips } from '@/ui/tips';

type Props = { text: string; keys?: string; children: ReactElement };

/** Shown by the `TooltipScope` of the page. Never the only place of a fact: touch has no hover, and it is not spoken. */
export function Tooltip({ text, keys, children }: Props) {
  const id = useId();
  // The tip stands outside: it goes with its anchor.
  useEffect(() => () => tips.leave(id), [id]);
  if (!isValidElement<HTMLAttributes<HTMLElement>>(children)) return children;
  const { onPointerEnter, onPointerLeave, onPointerDown, onFocus, onBlur } = children.props;
  const tipAt = (anchor: Element) => ({ id, anchor, text, keys });
  return cloneElement(children, {
    onPointerEnter: (event: PointerEvent<HTMLElement>) => {
      onPointerEnter?.(event);
      if (event.pointerType !== 'touch') tips.showSoon(tipAt(event.currentTarget));
    },
    onPointerLeave: (event: PointerEvent<HTMLElement>) => {
      onPointerLeave?.(event);
      tips.leave(id);
    },
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      onPointerDown?.(event);
      tips.leave(id);
    },
    onFocus: (event: FocusEvent<HTMLElement>) => {
      onFocus?.(event);
      // A click focuses too, and has its answer already.
      if (event.currentTarget.matches(':focus-visible')) tips.showNow(tipAt(event.currentTarget));
    },
    onBlur: (event: FocusEvent<HTMLElement>) => {
      onBlur?.(event);
      tips.leave(id);
    },
  });
}
