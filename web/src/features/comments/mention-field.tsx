import { type KeyboardEvent, type Ref, useId, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react';
import type { Member } from '@/api/types';
import { MentionList, optionId } from '@/features/comments/mention-list';
import { type MentionQuery, matchPeople, mentionAt } from '@/features/comments/mentions';
import { t } from '@/lib/i18n';

type Props = {
  label: string;
  text: string;
  people: readonly Member[];
  onChange: (text: string) => void;
  onSubmit: () => void;
  onEscape: (field: HTMLTextAreaElement) => void;
  ref?: Ref<{ focus: () => void }>;
};

/** A field in which `@` finds people. Ctrl or ⌘ with Enter submits. */
export function MentionField({ label, text, people, onChange, onSubmit, onEscape, ref }: Props) {
  const listId = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [query, setQuery] = useState<MentionQuery | null>(null);
  const [active, setActive] = useState(0);
  const caretAfter = useRef<number | null>(null);
  useImperativeHandle(ref, () => ({ focus: () => field.current?.focus() }));

  // The caret can be placed only once the new text is in the field.
  useLayoutEffect(() => {
    if (caretAfter.current === null) return;
    field.current?.setSelectionRange(caretAfter.current, caretAfter.current);
    caretAfter.current = null;
  });

  const named = people.map((person) => ({ ...person, id: person.userId, name: person.displayName }));
  const found = query ? matchPeople(named, query.words) : [];
  const isOpen = found.length > 0;
  const current = Math.min(active, found.length - 1);

  const look = (next: string) => {
    setQuery(mentionAt(next, field.current?.selectionStart ?? next.length));
    setActive(0);
  };
  const choose = (person: Member) => {
    if (!query) return;
    const end = query.start + 1 + query.words.length;
    const head = `${text.slice(0, query.start)}@${person.displayName} `;
    caretAfter.current = head.length;
    onChange(head + text.slice(end).replace(/^ /, ''));
    setQuery(null);
  };

  const handleListKey = (event: KeyboardEvent): boolean => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const person = found[current];
    if (step) setActive((current + step + found.length) % found.length);
    else if ((event.key === 'Enter' || event.key === 'Tab') && person) choose(person);
    else if (event.key === 'Escape') setQuery(null);
    else return false;
    return true;
  };
  const handleKey = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    const isSubmit = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    if (isSubmit) onSubmit();
    else if (isOpen && handleListKey(event)) event.stopPropagation();
    else if (event.key === 'Escape') onEscape(event.currentTarget);
    else return;
    event.preventDefault();
  };

  return (
    <span className="relative block min-w-0 flex-1">
      {isOpen && <MentionList id={listId} people={found} active={current} onChoose={choose} />}
      <textarea
        ref={field}
        className="comment-field"
        rows={1}
        maxLength={20_000}
        aria-label={label}
        placeholder={t('comments.placeholder')}
        aria-autocomplete="list"
        aria-controls={isOpen ? listId : undefined}
        aria-activedescendant={isOpen ? optionId(listId, current) : undefined}
        value={text}
        onChange={(event) => {
          onChange(event.target.value);
          look(event.target.value);
        }}
        onKeyDown={handleKey}
        onBlur={() => setQuery(null)}
      />
    </span>
  );
}
