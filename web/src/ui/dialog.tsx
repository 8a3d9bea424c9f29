import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { t } from '@/lib/i18n';
import { IconButton } from '@/ui/icon-button';

type Props = {
  title: string;
  description?: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
  /** Hides the heading from sight, not from screen readers. */
  isBare?: boolean;
  width?: number;
};

/** A short act. Traps focus, gives it back, Esc closes only this layer. */
export function Dialog({ title, description, isOpen, onClose, children, isBare = false, width }: Props) {
  return (
    <Radix.Root open={isOpen} onOpenChange={(next) => !next && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="scrim" />
        <Radix.Content
          className="dialog"
          style={{ '--dialog-w': width && `${width}px` }}
          data-modal="open"
          {...(description ? {} : { 'aria-describedby': undefined })}
        >
          {isBare ? (
            <Radix.Title className="sr-only">{title}</Radix.Title>
          ) : (
            <header className="flex items-center gap-2 px-5 pt-4">
              <Radix.Title className="flex-1 text-lg">{title}</Radix.Title>
              <IconButton label={t('ui.close')} onClick={onClose}>
                <X size={16} />
              </IconButton>
            </header>
          )}
          {description && <Radix.Description className="px-5 pt-1 text-ink-2">{description}</Radix.Description>}
          {isBare ? children : <div className="dialog-body">{children}</div>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
