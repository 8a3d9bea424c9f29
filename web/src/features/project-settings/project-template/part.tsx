import { ChevronRight } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import '@/styles/quiet-btn.css';

type Props = { title: string; count?: number; isOpen?: boolean; children: ReactNode };

/** One kind of what a template holds, folded away until it is wanted. */
export function Part({ title, count, isOpen = false, children }: Props) {
  const id = useId();
  return (
    <details className="template-part" open={isOpen}>
      <summary>
        <ChevronRight size={15} aria-hidden="true" className="rtl:-scale-x-100" />
        <span id={id}>{title}</span>
        {count !== undefined && <span className="text-ink-3 tabular-nums">{count}</span>}
      </summary>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would say the title twice, which the summary shows. */}
      <div role="group" aria-labelledby={id}>
        {children}
      </div>
    </details>
  );
}
