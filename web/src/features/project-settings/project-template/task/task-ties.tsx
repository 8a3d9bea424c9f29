import { X } from 'lucide-react';
import { useId, useState } from 'react';
import type { DependencyType } from '@/api/types';
import type { Content, PatternTask } from '@/features/project-settings/project-template/content/content-draft';
import { addTie, editTie, removeTie, tiesOf } from '@/features/project-settings/project-template/content/content-ties';
import { LengthInput } from '@/features/project-settings/project-template/length-input';
import { DEPENDENCY_TYPES, isTied, LINK_TEXT, LINKS, TYPE_TEXT } from '@/features/tasks/dependencies/dependency-words';
import { t } from '@/lib/i18n';
import { Button } from '@/ui/button';
import { Combobox } from '@/ui/combobox';
import { IconButton } from '@/ui/icon-button';
import { Select } from '@/ui/select';

type Props = { content: Content; task: PatternTask; onChange: (content: Content) => void };

/** For which others a task waits, which wait for it, and what else it has to do with. */
export function TaskTies({ content, task, onChange }: Props) {
  const id = useId();
  const [type, setType] = useState<DependencyType>('blocked_by');
  const ties = tiesOf(content, task);
  const titleOf = (ref: string) => content.tasks?.find((other) => other.ref === ref)?.title || ref;
  const free = (content.tasks ?? []).flatMap(({ ref, title }) =>
    ref && ref !== task.ref && !ties.some((tie) => tie.ref === ref && tie.type === type)
      ? [{ value: ref, label: title || ref }]
      : [],
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: the legend of a fieldset cannot stand in this grid.
    <div className="template-sub" role="group" aria-labelledby={id}>
      <span id={id} className="font-medium">
        {t('dependencies.title')}
      </span>
      {ties.map((tie) => {
        const title = titleOf(tie.ref);
        return (
          <div key={`${tie.owner} ${tie.place}`} className="template-tie">
            <span className="min-w-0 truncate">
              <span className="text-ink-3">{t(TYPE_TEXT[tie.type])}</span> {title}
            </span>
            {isTied(tie.type) && (
              <>
                <Select
                  aria-label={t('projectTemplates.tieLink', { title })}
                  value={tie.link ?? 'finish_to_start'}
                  options={LINKS.map((value) => ({ value, label: t(LINK_TEXT[value]) }))}
                  onChange={(link) => onChange(editTie(content, tie, { link }))}
                />
                <LengthInput
                  aria-label={t('projectTemplates.tieLag', { title })}
                  value={tie.lagMinutes}
                  onChange={(lagMinutes) => onChange(editTie(content, tie, { lagMinutes }))}
                />
              </>
            )}
            <IconButton
              label={t('dependencies.remove', { key: title })}
              onClick={() => onChange(removeTie(content, tie))}
            >
              <X size={14} />
            </IconButton>
          </div>
        );
      })}
      <div className="template-line">
        <Select
          aria-label={t('dependencies.type')}
          className="max-w-44"
          value={type}
          options={DEPENDENCY_TYPES.map((value) => ({ value, label: t(TYPE_TEXT[value]) }))}
          onChange={setType}
        />
        <Combobox
          label={t('dependencies.other')}
          options={free}
          chosen={[]}
          onChange={([ref]) => ref && onChange(addTie(content, task, type, ref))}
          trigger={
            <Button disabled={free.length === 0}>
              <span className="truncate">{t('dependencies.add')}</span>
            </Button>
          }
        />
      </div>
    </div>
  );
}
