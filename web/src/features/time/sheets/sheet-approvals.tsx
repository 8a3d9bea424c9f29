import { useQueries, useQuery } from '@tanstack/react-query';
import { CalendarCheck } from 'lucide-react';
import { useState } from 'react';
import { ApiError } from '@/api/api-error';
import type { Project, TimeSheet } from '@/api/types';
import { membersQuery } from '@/features/projects/project-queries';
import { mayManage } from '@/features/projects/project-rights';
import { entriesQuery } from '@/features/time/entry-queries';
import { ApprovalRow } from '@/features/time/sheets/approval-row';
import {
  byWeeks,
  entriesOf,
  mayApprove,
  SHOWN,
  SHOWN_TEXT,
  type Shown,
  stateOf,
} from '@/features/time/sheets/approvals';
import { SendBackDialog } from '@/features/time/sheets/send-back-dialog';
import { sheetsQuery } from '@/features/time/sheets/sheet-queries';
import { useToldSteps } from '@/features/time/sheets/use-told-steps';
import { addDays, shortDate } from '@/lib/dates';
import { t } from '@/lib/i18n';
import '@/lib/i18n-planning';
import { useToday } from '@/lib/use-today';
import '@/styles/planning.css';
import '@/styles/settings.css';
import '@/styles/time-sheets.css';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { ErrorState } from '@/ui/error-state';
import { Select } from '@/ui/select';
import { SettingsHead } from '@/ui/settings-head';
import { Skeleton } from '@/ui/skeleton';

type Props = { project: Project; userId: string; shown: Shown; onShow: (shown: Shown) => void };

/** So many weeks are drawn at first: each asks for its entries. */
const WEEKS = 8;

/** The weeks of a project's people, for those who approve them. */
export function SheetApprovals({ project, userId, shown, onShow }: Props) {
  const now = useToday();
  const [most, setMost] = useState(WEEKS);
  const [returned, setReturned] = useState<TimeSheet | null>(null);
  const { data: members = [] } = useQuery(membersQuery(project.id));
  const { data, error, refetch } = useQuery(sheetsQuery(project.id, stateOf(shown)));
  const all = byWeeks(data ?? []);
  const weeks = all.slice(0, most);
  const entries = useQueries({
    queries: weeks.map(({ monday }) => entriesQuery(project.id, { from: monday, to: addDays(monday, 6) })),
    combine: (results) => results.map((result) => result.data),
  });
  const { take, isPending } = useToldSteps();
  const person = (id: string | null) => members.find((member) => member.userId === id);
  const nameOf = (id: string | null) => person(id)?.displayName ?? t('time.someone');
  const rangeOf = (monday: string) => `${shortDate(monday, now)} – ${shortDate(addDays(monday, 6), now)}`;
  const canDecide = (sheet: TimeSheet) => sheet.state === 'submitted' && mayApprove(sheet, project, members, userId);

  const approve = (sheets: readonly TimeSheet[], name: string) => {
    const back = { label: t('sheets.reopen'), step: 'reopen', text: t('sheets.reopened', { name }) } as const;
    take(sheets, 'approve', { text: t('sheets.approved', { name }), back });
  };
  return (
    <>
      <SettingsHead
        title={t('sheets.title')}
        text={t('sheets.text')}
        action={
          <Select
            className="!w-auto"
            aria-label={t('sheets.show')}
            value={shown}
            options={SHOWN.map((value) => ({ value, label: t(SHOWN_TEXT[value]) }))}
            onChange={onShow}
          />
        }
      />
      {error && !data && (
        <ErrorState
          title={t('sheets.loadFailed')}
          traceId={error instanceof ApiError ? error.traceId : null}
          onRetry={() => void refetch()}
        />
      )}
      {!data && !error && <Skeleton height={240} />}
      {data?.length === 0 && (
        <EmptyState
          icon={<CalendarCheck size={22} />}
          title={t(shown === 'submitted' ? 'sheets.allDone' : 'sheets.none')}
          text={t(shown === 'submitted' ? 'sheets.allDoneText' : 'sheets.noneText')}
        />
      )}
      {weeks.map(({ monday, sheets }, index) => {
        const ready = sheets.filter(canDecide);
        return (
          <section key={monday} aria-label={rangeOf(monday)}>
            <header className="sheet-week-head">
              <h3 className="tabular-nums">{rangeOf(monday)}</h3>
              {ready.length > 1 && (
                <Button variant="ghost" isBusy={isPending} onClick={() => approve(ready, rangeOf(monday))}>
                  {t('sheets.approveAll', { count: ready.length })}
                </Button>
              )}
            </header>
            <ul className="sheet-lines">
              {sheets.map((sheet) => {
                const held = entries[index];
                const name = nameOf(sheet.userId);
                return (
                  <ApprovalRow
                    key={sheet.id}
                    sheet={sheet}
                    name={name}
                    imageUrl={person(sheet.userId)?.avatarUrl}
                    decidedBy={nameOf(sheet.decidedById)}
                    entries={held && entriesOf(sheet, held)}
                    mayDecide={canDecide(sheet)}
                    mayReopen={mayManage(project) && project.state === 'active'}
                    isBusy={isPending}
                    onApprove={() => approve([sheet], name)}
                    onSendBack={() => setReturned(sheet)}
                    onReopen={() => take([sheet], 'reopen', { text: t('sheets.reopened', { name }) })}
                  />
                );
              })}
            </ul>
          </section>
        );
      })}
      {all.length > most && (
        <Button onClick={() => setMost(most + WEEKS)}>{t('sheets.earlier', { count: all.length - most })}</Button>
      )}
      {returned && (
        <SendBackDialog
          sheet={returned}
          name={nameOf(returned.userId)}
          week={rangeOf(returned.week)}
          onClose={() => setReturned(null)}
        />
      )}
    </>
  );
}
