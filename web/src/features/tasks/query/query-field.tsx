import { useQuery } from '@tanstack/react-query';
import { Braces, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { customFieldsQuery } from '@/features/projects/custom-field-queries';
import { completeQuery, withOption } from '@/features/tasks/query/complete-query';
import type { QueryFault } from '@/features/tasks/query/query-fault';
import { FaultLine } from '@/features/tasks/query/query-fault-line';
import { queryFields, type Vocabulary } from '@/features/tasks/query/query-fields';
import { QueryOptions, queryOptionId } from '@/features/tasks/query/query-options';
import { pieceAt } from '@/features/tasks/query/query-tokens';
import { t } from '@/lib/i18n';
import '@/lib/i18n-query';
import { IconButton } from '@/ui/icon-button';

type Props = {
  /** The query that is applied. */
  query: string;
  fault: QueryFault | null;
  vocabulary: Vocabulary;
  onApply: (query: string) => void;
  /** Without it the field stays. */
  onClose?: () => void;
};

/** A field for the query language: suggestions while typing, Enter applies, a fault is shown at its character. */
export function QueryField({ query, fault, vocabulary, onApply, onClose }: Props) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [draft, setDraft] = useState({ of: query, text: query });
  const [caret, setCaret] = useState<number | null>(null);
  const [active, setActive] = useState(-1);
  const caretAfter = useRef<number | null>(null);
  const text = draft.of === query ? draft.text : query;
  const shownFault = text === query ? fault : null;

  const { project } = vocabulary;
  const { data: customFields = [] } = useQuery({ ...customFieldsQuery(project?.id ?? ''), enabled: project !== null });
  const completion = caret === null ? null : completeQuery(text, caret, queryFields(vocabulary, customFields));
  const options = completion?.options ?? [];
  const isOpen = options.length > 0;

  // The caret can be placed only once the new text is in the field.
  useLayoutEffect(() => {
    if (caretAfter.current === null) return;
    field.current?.setSelectionRange(caretAfter.current, caretAfter.current);
    caretAfter.current = null;
  });

  const position = shownFault?.position ?? null;
  // The selection belongs to the browser: what is wrong is selected, ready to be written over.
  useEffect(() => {
    if (position === null || document.activeElement !== field.current) return;
    const { start, end } = pieceAt(query, position);
    field.current?.setSelectionRange(start, end);
  }, [position, query]);

  const write = (next: string, at: number | null) => {
    setDraft({ of: query, text: next });
    setCaret(at);
    setActive(-1);
  };
  const choose = (option: string) => {
    if (!completion) return;
    const put = withOption(text, completion, option);
    caretAfter.current = put.caret;
    write(put.query, put.caret);
  };
  const apply = () => {
    setCaret(null);
    onApply(text.trim());
  };

  const handleKey = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const option = options[active] ?? (event.key === 'Tab' ? options[0] : undefined);
    if (step && isOpen) setActive((active + step + options.length + (active < 0 && step < 0 ? 1 : 0)) % options.length);
    else if (step === 1) setCaret(event.currentTarget.selectionStart);
    else if ((event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey)) && isOpen && option) choose(option);
    else if (event.key === 'Enter') apply();
    else if (event.key === 'Escape' && isOpen) setCaret(null);
    else if (event.key === 'Escape') event.currentTarget.blur();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className="query-bar">
      <Braces size={15} aria-hidden="true" className="flex-none text-ink-3" />
      <span className="relative min-w-0 flex-1">
        <input
          ref={field}
          role="combobox"
          className="query-input"
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          maxLength={4_000}
          aria-label={t('query.label')}
          placeholder={t('query.placeholder')}
          aria-autocomplete="list"
          aria-expanded={isOpen}
          aria-controls={isOpen ? `${id}-options` : undefined}
          aria-activedescendant={isOpen && active >= 0 ? queryOptionId(`${id}-options`, active) : undefined}
          aria-invalid={shownFault !== null || undefined}
          aria-describedby={shownFault ? `${id}-fault` : undefined}
          value={text}
          onChange={(event) => write(event.target.value, event.target.selectionStart)}
          onKeyDown={handleKey}
          onBlur={() => setCaret(null)}
        />
        {isOpen && <QueryOptions id={`${id}-options`} options={options} active={active} onChoose={choose} />}
        {shownFault && <FaultLine id={`${id}-fault`} query={query} fault={shownFault} />}
      </span>
      {onClose && (
        <IconButton label={t('query.close')} onClick={onClose}>
          <X size={15} />
        </IconButton>
      )}
    </div>
  );
}
