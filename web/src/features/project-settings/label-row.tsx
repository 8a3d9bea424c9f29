import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { reasonOf } from '@/api/reason';
import type { Label } from '@/api/types';
import { coloursWith } from '@/features/projects/palette';
import { t } from '@/lib/i18n';
import { useSave } from '@/lib/use-save';
import { IconButton } from '@/ui/icon-button';
import { Popover } from '@/ui/popover';
import { Swatches } from '@/ui/swatches';

type Fields = { name?: string; color?: string; group?: string | null };
type Props = {
  label: Label;
  onChange: (fields: Fields) => Promise<unknown>;
  onRemove: () => void;
  /** Part of what is saved as a whole: nothing is said to be saved yet. */
  isDraft?: boolean;
};

/** The id of the list of headings that are there already. */
export const LABEL_GROUPS = 'label-groups';

export function LabelRow({ label, onChange, onRemove, isDraft = false }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const [heading, setHeading] = useState<string | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  const { state, run } = useSave(onChange);

  const commit = async () => {
    const name = typed?.trim();
    if (!name || name === label.name) return setTyped(null);
    if (await run({ name })) setTyped(null);
  };
  const commitHeading = async () => {
    const group = heading?.trim() || null;
    if (heading === null || group === label.group || (await run({ group }))) setHeading(null);
  };
  const trigger = (
    <button type="button" className="colour-btn" aria-label={t('settings.labelColour', { name: label.name })}>
      <i style={{ background: label.color }} />
    </button>
  );
  return (
    <li className="settings-row flex-wrap">
      <Popover
        label={t('settings.labelColour', { name: label.name })}
        trigger={trigger}
        isOpen={isOpen}
        onOpenChange={setIsOpen}
      >
        <div className="p-2">
          <Swatches
            label={t('settings.labelColour', { name: label.name })}
            value={label.color}
            options={coloursWith(label.color)}
            onChange={(color) => void run({ color })}
          />
        </div>
      </Popover>
      <input
        className="quiet-input"
        aria-label={t('settings.labelRename', { name: label.name })}
        maxLength={60}
        value={typed ?? label.name}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => void commit()}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) void commit();
          if (event.key === 'Escape') setTyped(null);
        }}
      />
      <input
        className="quiet-input label-group"
        aria-label={t('settings.labelGroup', { name: label.name })}
        placeholder={t('settings.labelNoGroup')}
        list={LABEL_GROUPS}
        maxLength={60}
        value={heading ?? label.group ?? ''}
        onChange={(event) => setHeading(event.target.value)}
        onBlur={() => void commitHeading()}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) void commitHeading();
          if (event.key === 'Escape') setHeading(null);
        }}
      />
      <span className="setting-state" role="status">
        {!isDraft && state.kind === 'saved' && t('ui.saved')}
      </span>
      <IconButton label={t('settings.labelRemove', { name: label.name })} onClick={onRemove}>
        <Trash2 size={15} />
      </IconButton>
      {state.kind === 'failed' && (
        <p role="alert" className="flex w-full gap-2 text-xs text-danger">
          {t('settings.labelFailed', { name: label.name, reason: reasonOf(state.error) })}
          <button type="button" className="link" onClick={state.onRetry}>
            {t('ui.retry')}
          </button>
        </p>
      )}
    </li>
  );
}
