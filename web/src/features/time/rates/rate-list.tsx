import { useQuery } from '@tanstack/react-query';
import { Coins, Plus } from 'lucide-react';
import { useState } from 'react';
import { reasonOf } from '@/api/reason';
import type { Project, Rate } from '@/api/types';
import { membersQuery } from '@/features/projects/project-queries';
import { useLiveParts } from '@/features/projects/use-live-parts';
import { RateDialog } from '@/features/time/rates/rate-dialog';
import { isNow, rateGroups } from '@/features/time/rates/rate-groups';
import { type RateDraft, ratesQuery, useRates } from '@/features/time/rates/rate-queries';
import { RateRow } from '@/features/time/rates/rate-row';
import { timeKeys } from '@/features/time/timer-queries';
import { t } from '@/lib/i18n';
import '@/lib/i18n-planning';
import { useToday } from '@/lib/use-today';
import '@/styles/planning.css';
import '@/styles/settings.css';
import '@/styles/time-sheets.css';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { ErrorState } from '@/ui/error-state';
import { SettingsHead } from '@/ui/settings-head';
import { Skeleton } from '@/ui/skeleton';
import { showToast } from '@/ui/toast-store';

type Edited = {
  title: string;
  draft: Omit<RateDraft, 'amount'> & { amount: number | null };
  rate: Rate | null;
};

const draftOf = ({ userId, amount, currency, validFrom, validUntil }: Rate): RateDraft => ({
  userId,
  amount,
  currency,
  validFrom,
  validUntil,
});

/** What an hour costs in a project: of everybody, and of those who have a rate of their own. */
export function RateList({ project }: { project: Project }) {
  const now = useToday();
  const { data, error, refetch } = useQuery(ratesQuery(project.id));
  const { data: members = [] } = useQuery(membersQuery(project.id));
  const { save, end, remove } = useRates(project.id);
  useLiveParts(project.id, timeKeys.all, 'rate');
  const [edited, setEdited] = useState<Edited | null>(null);
  const canEdit = project.state === 'active';
  const currency = data?.[0]?.currency ?? 'EUR';
  const nameOf = (id: string | null) =>
    id === null
      ? t('rates.everybody')
      : (members.find((member) => member.userId === id)?.displayName ?? t('time.someone'));

  const add = (userId: string | null = null) =>
    setEdited({
      title: t('rates.add'),
      draft: { userId, amount: null, currency, validFrom: now, validUntil: null },
      rate: null,
    });
  const failed = (fault: unknown) => void showToast(t('rates.failed', { reason: reasonOf(fault) }), { tone: 'danger' });
  const handleRemove = (rate: Rate) => {
    const onAct = () => save.mutate({ rate: null, draft: draftOf(rate) }, { onError: failed });
    const onSuccess = () => void showToast(t('rates.removed'), { action: { label: t('ui.undo'), onAct } });
    remove.mutate(rate, { onSuccess, onError: failed });
  };
  const handleEnd = (rate: Rate, name: string) => {
    const onAct = () => end.mutate({ rate, validUntil: null }, { onError: failed });
    const onSuccess = () => void showToast(t('rates.ended', { name }), { action: { label: t('ui.undo'), onAct } });
    end.mutate({ rate, validUntil: now }, { onSuccess, onError: failed });
  };
  const addButton = (
    <Button variant="primary" onClick={() => add()}>
      <Plus size={15} aria-hidden="true" /> {t('rates.add')}
    </Button>
  );
  return (
    <>
      <SettingsHead
        title={t('rates.title')}
        text={t('rates.text')}
        action={canEdit && data && data.length > 0 ? addButton : undefined}
      />
      {error && !data && <ErrorState title={t('rates.loadFailed')} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={180} />}
      {data?.length === 0 && (
        <EmptyState
          icon={<Coins size={22} />}
          title={t('rates.empty')}
          text={t('rates.emptyText')}
          action={canEdit && addButton}
        />
      )}
      {rateGroups(data ?? []).map(({ userId, spans }) => {
        const name = nameOf(userId);
        const running = spans.find((span) => isNow(span, now) && span.until === null)?.rate;
        return (
          <section key={userId ?? ''} aria-label={name}>
            <header className="sheet-week-head">
              <h3>{name}</h3>
              {canEdit && running && (
                <Button
                  variant="ghost"
                  aria-label={t('rates.endOne', { name })}
                  title={t('rates.endText')}
                  onClick={() => handleEnd(running, name)}
                >
                  {t('rates.end')}
                </Button>
              )}
            </header>
            <ul className="settings-list">
              {spans.map((span) => (
                <RateRow
                  key={span.rate.id}
                  span={span}
                  name={name}
                  acts={
                    canEdit
                      ? {
                          onEdit: () =>
                            setEdited({ title: t('rates.editTitle'), draft: draftOf(span.rate), rate: span.rate }),
                          onRemove: () => handleRemove(span.rate),
                        }
                      : null
                  }
                />
              ))}
            </ul>
          </section>
        );
      })}
      {edited && <RateDialog {...edited} projectId={project.id} members={members} onClose={() => setEdited(null)} />}
    </>
  );
}
