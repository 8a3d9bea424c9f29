import { type FormEvent, useState } from 'react';
import { type InvitedMember, isInvited } from '@/api/account-types';
import { errorsAt, reasonOf } from '@/api/reason';
import type { Project, ProjectRole } from '@/api/types';
import { useMembers } from '@/features/members/member-queries';
import { rolesToGive } from '@/features/projects/project-rights';
import { t } from '@/lib/i18n';
import { Button } from '@/ui/button';
import { CopyButton } from '@/ui/copy-button';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Select } from '@/ui/select';
import { showToast } from '@/ui/toast-store';

type Props = { project: Project };

export function AddMember({ project }: Props) {
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<ProjectRole>('contributor');
  const [invited, setInvited] = useState<InvitedMember | null>(null);
  const { add } = useMembers(project.id);
  const options = rolesToGive(project).map((value) => ({ value, label: t(`members.role.${value}`) }));
  const atField = errorsAt(add.error, 'email');
  const errors = atField ?? (add.error ? [reasonOf(add.error) || t('members.addFailed')] : undefined);

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    setInvited(null);
    add.mutate(
      { email: email.trim(), role },
      {
        onSuccess: (added) => {
          setEmail('');
          if (isInvited(added)) setInvited(added);
          else showToast(t('members.added', { name: added.displayName }));
        },
      },
    );
  };

  return (
    <>
      <form className="add-member" onSubmit={handleSubmit}>
        <Field label={t('members.addLabel')} hint={t('members.addHint')} errors={errors}>
          {(control) => (
            <div className="flex flex-wrap gap-2">
              <Input
                {...control}
                className="!w-auto min-w-48 flex-1"
                type="email"
                autoComplete="off"
                placeholder="name@example.com"
                required
                value={email}
                onChange={(event) => setEmail(event.target.value)}
              />
              <Select
                className="!w-auto"
                aria-label={t('members.role')}
                value={role}
                options={options}
                onChange={setRole}
              />
              <Button variant="primary" type="submit" isBusy={add.isPending}>
                {t('members.add')}
              </Button>
            </div>
          )}
        </Field>
      </form>
      {invited && <InvitationLink invited={invited} />}
    </>
  );
}

function InvitationLink({ invited }: { invited: InvitedMember }) {
  const url = new URL(invited.invitationLink, window.location.href).href;
  return (
    <section className="invitation" role="status">
      <h3>{t('members.invited', { email: invited.email })}</h3>
      <p className="text-ink-2">{t('members.invitedText')}</p>
      <div className="flex flex-wrap gap-2">
        <Input
          className="!w-auto min-w-48 flex-1"
          aria-label={t('members.link')}
          readOnly
          value={url}
          onFocus={(event) => event.target.select()}
        />
        <CopyButton text={url} label={t('members.copy')} doneLabel={t('members.copied')} />
      </div>
    </section>
  );
}
