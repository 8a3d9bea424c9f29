import { type KeyboardEvent, useRef, useState } from 'react';
import { reasonOf } from '@/api/reason';
import type { Task } from '@/api/types';
import { useTaskContext } from '@/features/tasks/edit/task-context';
import { t } from '@/lib/i18n';
import { useDraft } from '@/lib/use-draft';
import { Button } from '@/ui/button';
import { KeyHint } from '@/ui/key-hint';
import { RichText } from '@/ui/rich-text';
import { Textarea } from '@/ui/textarea';

/** The description to read; a click, or E, to write. Leaving without saving keeps a draft and says so. */
export function DescriptionEdit() {
  const { task, shown, me, mayEdit, save } = useTaskContext();
  const stored = shown.description ?? '';
  const draft = useDraft(`${me.id}/task/${task.id}/description`);
  const [text, setText] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const base = useRef<Task>(task);
  const name = t('tasks.description');

  const open = () => {
    if (!mayEdit) return;
    base.current = task;
    setText(draft.text || stored);
  };
  const close = () => {
    setText(null);
    setFault(null);
  };
  const write = (next: string) => {
    setText(next);
    draft.write(next);
  };
  const discard = () => {
    draft.clear();
    close();
  };
  const commit = async () => {
    if (text === null || text === stored) return discard();
    const result = await save({ description: text.trim() === '' ? '' : text }, base.current);
    if (result.kind === 'failed') return setFault(reasonOf(result.error));
    discard();
  };
  const handleKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void commit();
    }
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  };

  if (text !== null) {
    return (
      <section className="mt-6 grid gap-2" aria-label={name}>
        <Textarea
          autoFocus
          rows={5}
          maxLength={100_000}
          aria-label={name}
          aria-invalid={fault !== null || undefined}
          value={text}
          onChange={(event) => write(event.target.value)}
          onKeyDown={handleKey}
        />
        {fault && (
          <p role="alert" className="text-xs text-danger">
            {t('peek.notSaved', { field: name, reason: fault })}
          </p>
        )}
        <div className="flex items-center gap-2">
          <Button variant="primary" onClick={() => void commit()}>
            {t('peek.save')} <KeyHint keys="mod+enter" />
          </Button>
          <Button variant="ghost" onClick={discard}>
            {t('ui.cancel')}
          </Button>
          <span className="text-xs text-ink-3">{t('peek.markdown')}</span>
        </div>
      </section>
    );
  }
  return (
    <section className="mt-6" aria-label={name}>
      {stored && <RichText text={stored} />}
      {mayEdit && (
        <span className="mt-1 flex flex-wrap items-center gap-2 text-xs text-ink-3">
          <button type="button" className="quiet-btn" data-key="e" onClick={open}>
            {stored ? t('peek.editDescription') : t('peek.addDescription')}
          </button>
          {draft.text !== '' && draft.text !== stored && (
            <>
              {t('peek.draftKept')}
              <button type="button" className="link" onClick={open}>
                {t('peek.continueDraft')}
              </button>
              <button type="button" className="link" onClick={draft.clear}>
                {t('peek.discardDraft')}
              </button>
            </>
          )}
        </span>
      )}
    </section>
  );
}
