import { Check, Undo2 } from 'lucide-react';
import type { User } from '@/api/types';
import type { NotificationGroup } from '@/features/notifications/notification-groups';
import { sentenceOf } from '@/features/notifications/sentence';
import { timeAgo } from '@/lib/dates';
import { t } from '@/lib/i18n';
import { Avatar } from '@/ui/avatar';
import { IconButton } from '@/ui/icon-button';

type Props = {
  group: NotificationGroup;
  actors: ReadonlyMap<string, User>;
  isOpen: boolean;
  isTabStop: boolean;
  onOpen: () => void;
  onMark: (isRead: boolean) => void;
  onFocus: () => void;
};

/** One subject and its newest news; opened, all of them. */
export function InboxEntry({ group, actors, isOpen, isTabStop, onOpen, onMark, onFocus }: Props) {
  const { subject, newest, items, unread } = group;
  const nameOf = (id: string | null) => (id ? actors.get(id)?.displayName : undefined);
  const actor = newest.actorId ? actors.get(newest.actorId) : undefined;
  const isUnread = unread.length > 0;
  const more = items.length - 1;
  return (
    <li className="inbox-item" data-open={isOpen} data-unread={isUnread}>
      <button
        type="button"
        className="inbox-entry"
        data-group={group.id}
        data-task-id={subject.kind === 'task' ? subject.id : undefined}
        aria-current={isOpen || undefined}
        tabIndex={isTabStop ? 0 : -1}
        onFocus={onFocus}
        onClick={onOpen}
      >
        <i className="inbox-dot" aria-hidden="true" />
        <Avatar
          id={newest.actorId ?? ''}
          name={actor?.displayName ?? ''}
          imageUrl={actor?.avatarUrl}
          size={28}
          isDecorative
        />
        <span className="min-w-0 flex-1">
          <span className="flex items-baseline gap-2">
            <span className="inbox-title">{subject.title}</span>
            <time dateTime={newest.at} className="flex-none text-xs text-ink-3 tabular-nums">
              {timeAgo(newest.at)}
            </time>
          </span>
          <span className="flex items-baseline gap-2 text-ink-2">
            <span className="min-w-0 flex-1 truncate">
              {isUnread && <span className="sr-only">{t('inbox.unread')}: </span>}
              {sentenceOf(newest.type, nameOf(newest.actorId))}
              {more > 0 && ` ${t('inbox.more', { count: more })}`}
            </span>
            <span className="flex-none text-xs text-ink-3 tabular-nums">{subject.key}</span>
          </span>
        </span>
      </button>
      <span className="inbox-act">
        <IconButton
          label={t(isUnread ? 'inbox.markRead' : 'inbox.markUnread')}
          keys={isUnread ? 'e' : 'u'}
          tabIndex={isTabStop ? 0 : -1}
          onClick={() => onMark(isUnread)}
        >
          {isUnread ? <Check size={15} /> : <Undo2 size={15} />}
        </IconButton>
      </span>
      {isOpen && more > 0 && (
        <ol className="inbox-earlier" aria-label={t('inbox.earlier')}>
          {items.slice(1).map((item) => (
            <li key={item.id} className="flex gap-2">
              <span className="min-w-0 flex-1 truncate">{sentenceOf(item.type, nameOf(item.actorId))}</span>
              <time dateTime={item.at} className="text-ink-3 tabular-nums">
                {timeAgo(item.at)}
              </time>
            </li>
          ))}
        </ol>
      )}
    </li>
  );
}
