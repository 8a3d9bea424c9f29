import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { t } from '@/lib/i18n';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Input } from '@/ui/input';

type Props = {
  title: string;
  text: string;
  /** What must be typed, and the sentence that asks for it. */
  word: string;
  ask: string;
  action: string;
  isBusy: boolean;
  error: string | null;
  /** What else is asked for, and whether it was given. */
  children?: ReactNode;
  isComplete?: boolean;
  onConfirm: () => void;
  onClose: () => void;
};

/** For what reaches everyone: the act is open only after its object's name was typed. */
export function TypedConfirm(props: Props) {
  const { title, text, word, ask, action, isBusy, error, children, isComplete = true, onConfirm, onClose } = props;
  const id = useId();
  const [typed, setTyped] = useState('');
  const isRight = isComplete && typed.trim().toLocaleLowerCase() === word.trim().toLocaleLowerCase();
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (isRight) onConfirm();
  };
  return (
    <Dialog title={title} description={text} isOpen onClose={onClose}>
      <form className="grid gap-4" onSubmit={handleSubmit}>
        <div className="grid gap-1.5">
          <label htmlFor={id} className="font-medium">
            {ask}
          </label>
          <Input
            id={id}
            autoFocus
            autoComplete="off"
            spellCheck={false}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </div>
        {children}
        {error && (
          <p role="alert" className="text-danger">
            {error}
          </p>
        )}
        <div className="dialog-actions">
          <Button variant="ghost" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button variant="danger" type="submit" disabled={!isRight} isBusy={isBusy}>
            {action}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
