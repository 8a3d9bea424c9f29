import { Command } from 'cmdk';
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { closeLayer } from '@/app/shell-state';
import { t } from '@/lib/i18n';
import { KeyHint } from '@/ui/key-hint';

type Props = {
  /** Tells rows apart that read alike. */
  id: string;
  icon: ReactNode;
  text: string;
  detail?: string;
  keys?: string;
  /** Other words under which it is found. */
  words?: string[];
  isChosen?: boolean;
  /** Leads to a further choice, so the menu stays. */
  staysOpen?: boolean;
  onRun: () => void;
};

export function PaletteRow({ id, icon, text, detail, keys, words = [], isChosen, staysOpen = false, onRun }: Props) {
  const handleSelect = () => {
    if (!staysOpen) closeLayer();
    onRun();
  };
  return (
    <Command.Item className="menu-item !min-h-9" value={id} keywords={[text, ...words]} onSelect={handleSelect}>
      {icon}
      <span className="min-w-0 flex-1 truncate">{text}</span>
      {detail && <span className="max-w-[40%] truncate text-xs text-ink-3">{detail}</span>}
      {isChosen && <Check size={15} aria-label={t('ui.chosen')} />}
      {keys && <KeyHint keys={keys} />}
    </Command.Item>
  );
}
