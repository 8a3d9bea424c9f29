import type { UseMutationResult } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { type InvitedPerson, isInvited } from '@/api/account-types';
import { errorsAt, reasonOf } from '@/api/reason';
import { t } from '@/lib/i18n';
import { Button } from '@/ui/button';
import { CopyButton } from '@/ui/copy-button';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Select } from '@/ui/select';
import { showToast } from '@/ui/toast-store';

type Added = { displayName: string } | InvitedPerson;
type Props<Role extends string> = {
  start: Role;
  options: { value: Role; label: string }[];
  add: UseMutationResult<Added, Error, { email: string; role: Role }>;
};

/** Adds whoever has an account; for others it shows a link that can be sent by hand. */
export function InviteByEmail<Role extends string>({ start, options, add }: Props<Role>) {
  const [email, setEmail] = useState('');
  const [role, setRole] = useState(start);
  const [invited, setInvited] = useState<InvitedPerson | null>(null);
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

function InvitationLink({ invited }: { invited: InvitedPerson }) {
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
