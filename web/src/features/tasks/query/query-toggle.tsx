import { Braces } from 'lucide-react';
import { t } from '@/lib/i18n';
import { Button } from '@/ui/button';

type Props = { isOpen: boolean; onToggle: () => void };

export function QueryToggle({ isOpen, onToggle }: Props) {
  return (
    <Button variant="ghost" className="!px-2" aria-pressed={isOpen} onClick={onToggle}>
      <Braces size={15} aria-hidden="true" />
      {t('board.query')}
    </Button>
  );
}
