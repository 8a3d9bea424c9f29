import { Command } from 'cmdk';
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { t } from '@/lib/i18n';

export type ComboboxOption = {
  value: string;
  label: string;
  icon?: ReactNode;
  /** The heading below which it stands; options of one heading follow each other. */
  group?: string | null;
};

type Props = {
  label: string;
  options: readonly ComboboxOption[];
  chosen: readonly string[];
  onToggle: (value: string) => void;
  /** When given, a text that matches nothing can be made into a new option. */
  onCreate?: (text: string) => void;
};

const headingsOf = (options: readonly ComboboxOption[]) => [...new Set(options.map((option) => option.group ?? ''))];

/** The searchable list inside a Combobox, on its own for palettes and menus. */
export function ComboboxList({ label, options, chosen, onToggle, onCreate }: Props) {
  return (
    <Command label={label} className="grid gap-1">
      <Command.Input className="input" placeholder={t('ui.find')} autoFocus />
      <Command.List className="max-h-64 overflow-y-auto">
        <Command.Empty className="px-2 py-3 text-ink-3">
          {onCreate ? <CreateRow onCreate={onCreate} /> : t('ui.noMatch')}
        </Command.Empty>
        {headingsOf(options).map((heading) => (
          <Command.Group key={heading} heading={heading || undefined}>
            {options
              .filter((option) => (option.group ?? '') === heading)
              .map((option) => (
                <Command.Item
                  key={option.value}
                  value={option.value}
                  keywords={[option.label]}
                  className="menu-item"
                  onSelect={() => onToggle(option.value)}
                >
                  {/* The label says what the icon shows. */}
                  <span className="contents" aria-hidden="true">
                    {option.icon}
                  </span>
                  <span className="min-w-0 flex-1 truncate">{option.label}</span>
                  {chosen.includes(option.value) && <Check size={15} aria-label={t('ui.chosen')} />}
                </Command.Item>
              ))}
          </Command.Group>
        ))}
      </Command.List>
    </Command>
  );
}

function CreateRow({ onCreate }: { onCreate: (text: string) => void }) {
  const readText = (button: HTMLElement) => button.closest('[cmdk-root]')?.querySelector('input')?.value.trim() ?? '';
  return (
    <button
      type="button"
      className="menu-item"
      onClick={(event) => {
        const text = readText(event.currentTarget);
        if (text) onCreate(text);
      }}
    >
      {t('ui.create')}
    </button>
  );
}
