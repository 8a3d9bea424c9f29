import { type Text, t } from '@/lib/i18n';

const SENTENCES: Record<string, Text> = {
  'task.approval_answered': 'inbox.approvalAnswered',
  'task.approval_delegated': 'inbox.approvalDelegated',
  'task.approval_requested': 'inbox.approvalRequested',
  'task.assigned': 'inbox.assigned',
  'task.completed': 'inbox.completed',
  'task.reopened': 'inbox.reopened',
  'user.mentioned': 'inbox.mentioned',
  'comment.created': 'inbox.commented',
  'member.added': 'inbox.memberAdded',
};

/** Who did what. Kinds that a newer server may send are told in general words. */
export const sentenceOf = (type: string, name: string | undefined): string =>
  t(SENTENCES[type] ?? 'inbox.changed', { name: name || t('inbox.someone') });
