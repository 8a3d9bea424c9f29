import { useQuery } from '@tanstack/react-query';
import { Monitor, Smartphone } from 'lucide-react';
import type { SessionInfo } from '@/api/account-types';
import { reasonOf } from '@/api/reason';
import { sessionsQuery, useEndSessions } from '@/features/account/account-queries';
import { deviceName, isPhone } from '@/features/account/device-name';
import { dayOf, shortDate, timeAgo, today } from '@/lib/dates';
import { t } from '@/lib/i18n';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { ErrorState } from '@/ui/error-state';
import { SettingsHead } from '@/ui/settings-head';
import { Skeleton } from '@/ui/skeleton';
import { showToast } from '@/ui/toast-store';

function whenUsed(session: SessionInfo): string {
  const instant = session.lastUsedAt ?? session.createdAt;
  const ago = timeAgo(instant);
  if (ago === 'now') return t('account.justNow');
  return /\d (min|h|d)$/.test(ago) ? t('account.ago', { time: ago }) : ago;
}

type RowProps = { session: SessionInfo; isBusy: boolean; onEnd: () => void };

function SessionRow({ session, isBusy, onEnd }: RowProps) {
  const device = session.device ? deviceName(session.device) : t('account.unknownDevice');
  const Icon = isPhone(session.device ?? '') ? Smartphone : Monitor;
  return (
    <li className="settings-row">
      <span className="row-icon">
        <Icon size={16} aria-hidden="true" />
      </span>
      <div className="min-w-0 flex-1">
        <p className="flex items-center gap-2 font-medium">
          <span className="truncate">{device}</span>
          {session.isCurrent && <Badge tone="accent">{t('account.thisOne')}</Badge>}
        </p>
        <p className="text-xs text-ink-3 tabular-nums">
          {[
            session.address,
            t('account.lastUse', { time: whenUsed(session) }),
            t('account.signedInAt', { date: shortDate(dayOf(session.createdAt), today()) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      {!session.isCurrent && (
        <Button disabled={isBusy} aria-label={t('account.endOf', { device })} onClick={onEnd}>
          {t('account.end')}
        </Button>
      )}
    </li>
  );
}

export function SessionList() {
  const { data, error, refetch } = useQuery(sessionsQuery);
  const end = useEndSessions();
  const others = data?.filter((session) => !session.isCurrent) ?? [];

  const handleEnd = (ids: readonly string[]) =>
    end.mutate(ids, {
      onSuccess: (count) => void showToast(t('account.ended', { count })),
      onError: (fault) =>
        void showToast(t('account.endFailed', { reason: reasonOf(fault) }), {
          tone: 'danger',
          action: { label: t('ui.retry'), onAct: () => handleEnd(ids) },
        }),
    });

  const endAll = others.length > 1 && (
    <Button isBusy={end.isPending} onClick={() => handleEnd(others.map((session) => session.id))}>
      {t('account.endOthers')}
    </Button>
  );
  return (
    <>
      <SettingsHead title={t('account.sessions')} text={t('account.sessionsText')} action={endAll} />
      {error && !data && <ErrorState title={t('account.sessionsFailed')} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={180} />}
      <ul className="settings-list">
        {data?.map((session) => (
          <SessionRow key={session.id} session={session} isBusy={end.isPending} onEnd={() => handleEnd([session.id])} />
        ))}
      </ul>
      {data && others.length === 0 && <p className="text-ink-2">{t('account.onlyThis')}</p>}
    </>
  );
}
