import { ChevronRight } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import '@/styles/quiet-btn.css';

type Props = { title: string; count?: number; isOpen?: boolean; children: ReactNode };

/** One kind of what a template holds, folded away and not drawn until it is wanted. */
export function Part({ title, count, isOpen: startsOpen = false, children }: Props) {
  const id = useId();
  const [isOpen, setIsOpen] = useState(startsOpen);
  return (
    <div className="template-part" data-open={isOpen}>
      <button type="button" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        <ChevronRight size={15} aria-hidden="true" className="rtl:-scale-x-100" />
        <span id={id}>{title}</span>
        {count !== undefined && <span className="text-ink-3 tabular-nums">{count}</span>}
      </button>
      {isOpen && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset would say the title twice, which the button shows.
        <div role="group" aria-labelledby={id}>
          {children}
        </div>
      )}
    </div>
  );
}
