import type { ProjectChange } from '@/api/account-types';
import { reasonOf } from '@/api/reason';
import type { Project } from '@/api/types';
import { IconSetting } from '@/features/project-settings/icon-setting';
import { ParentSetting } from '@/features/project-settings/parent-setting';
import { useSaveProject } from '@/features/project-settings/settings-queries';
import { coloursWith } from '@/features/projects/palette';
import { t } from '@/lib/i18n';
import { useSave } from '@/lib/use-save';
import { DateField } from '@/ui/date-field';
import { Setting } from '@/ui/setting';
import { SettingsHead } from '@/ui/settings-head';
import { Swatches } from '@/ui/swatches';
import { TextSetting } from '@/ui/text-setting';

type Props = { project: Project; onKeyChange: (key: string) => void };

const cleanKey = (text: string) =>
  text
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .slice(0, 10);

export function GeneralForm({ project, onKeyChange }: Props) {
  const { mutateAsync } = useSaveProject(project);
  const save = (change: ProjectChange) => mutateAsync(change);
  return (
    <>
      <SettingsHead title={t('settings.general')} text={t('settings.generalText')} />
      <TextSetting
        label={t('settings.name')}
        value={project.name}
        isRequired
        maxLength={120}
        explain={reasonOf}
        onSave={(name) => save({ name })}
      />
      <TextSetting
        label={t('settings.key')}
        hint={t('settings.keyHint', { key: project.key })}
        className="max-w-40"
        value={project.key}
        isRequired
        maxLength={10}
        clean={cleanKey}
        explain={reasonOf}
        onSave={(key) => save({ key }).then((saved) => onKeyChange(saved.key))}
      />
      <TextSetting
        label={t('settings.description')}
        hint={t('settings.descriptionHint')}
        value={project.description}
        isLong
        maxLength={4000}
        explain={reasonOf}
        onSave={(description) => save({ description })}
      />
      <ParentSetting project={project} onSave={(parentId) => save({ parentId })} />
      <ColourSetting project={project} onSave={(color) => save({ color })} />
      <IconSetting value={project.icon} onSave={(icon) => save({ icon })} />
      <div className="grid gap-x-8 gap-y-7 sm:grid-cols-2">
        <DateSetting
          label={t('settings.start')}
          value={project.startDate}
          onSave={(startDate) => save({ startDate })}
        />
        <DateSetting label={t('settings.due')} value={project.dueDate} onSave={(dueDate) => save({ dueDate })} />
      </div>
    </>
  );
}

type ColourProps = { project: Project; onSave: (colour: string) => Promise<unknown> };

function ColourSetting({ project, onSave }: ColourProps) {
  const { state, run } = useSave(onSave);
  return (
    <Setting label={t('settings.colour')} state={state} explain={reasonOf} isGroup>
      {() => (
        <Swatches
          label={t('settings.colour')}
          value={project.color}
          options={coloursWith(project.color)}
          onChange={(colour) => void run(colour)}
        />
      )}
    </Setting>
  );
}

type DateProps = { label: string; value: string | null; onSave: (date: string | null) => Promise<unknown> };

function DateSetting({ label, value, onSave }: DateProps) {
  const { state, run } = useSave(onSave);
  return (
    <Setting label={label} state={state} explain={reasonOf}>
      {({ id }) => (
        <span className="date-setting">
          <DateField id={id} label={label} value={value} onChange={(date) => void run(date)} />
        </span>
      )}
    </Setting>
  );
}
