import { Check, Clock, X } from 'lucide-react';
import type { Approval } from '@/api/types';
import { timeAgo } from '@/lib/dates';
import { t } from '@/lib/i18n';
import { Avatar } from '@/ui/avatar';

type Props = {
  approver: { id: string; name: string; imageUrl: string | null | undefined };
  answer: Approval['answers'][number] | undefined;
  /** What is said of somebody without an answer. */
  waits: 'approvals.waiting' | 'approvals.left' | 'approvals.notAnswered';
};

/** One who may answer, and what was said. */
export function ApproverRow({ approver: { id, name, imageUrl }, answer, waits }: Props) {
  const says = t(answer ? (answer.isApproval ? 'approvals.approved' : 'approvals.rejected') : waits);
  const Icon = answer ? (answer.isApproval ? Check : X) : Clock;
  return (
    <li className="approver" data-answer={answer ? (answer.isApproval ? 'yes' : 'no') : 'none'}>
      <Avatar id={id} name={name} imageUrl={imageUrl} size={22} isDecorative />
      <span className="min-w-0 flex-1">
        <span className="flex items-center gap-2">
          <span className="min-w-0 truncate font-medium text-ink">{name}</span>
          <span className="approver-says">
            <Icon size={13} strokeWidth={2.5} aria-hidden="true" />
            {says}
          </span>
          {answer && (
            <time dateTime={answer.at} className="ms-auto flex-none text-xs text-ink-3 tabular-nums">
              {timeAgo(answer.at)}
            </time>
          )}
        </span>
        {answer?.note && <q className="approval-note">{answer.note}</q>}
      </span>
    </li>
  );
}
