import type { Member } from '@/api/types';
import { cx } from '@/lib/class-names';
import { t } from '@/lib/i18n';
import { Avatar } from '@/ui/avatar';

type Props = { id: string; people: readonly Member[]; active: number; onChoose: (person: Member) => void };

export const optionId = (listId: string, index: number) => `${listId}-${index}`;

/** Who may be meant, above the field. The field keeps the focus and names the chosen row. */
export function MentionList({ id, people, active, onChoose }: Props) {
  return (
    <div id={id} role="listbox" aria-label={t('comments.people')} className="mention-list pop">
      {people.map((person, index) => (
        <div
          key={person.userId}
          id={optionId(id, index)}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          className={cx('menu-item', index === active && 'bg-hover')}
          // Before the field loses its focus.
          onPointerDown={(event) => {
            event.preventDefault();
            onChoose(person);
          }}
        >
          <Avatar id={person.userId} name={person.displayName} imageUrl={person.avatarUrl} size={20} isDecorative />
          <span className="min-w-0 flex-1 truncate">{person.displayName}</span>
        </div>
      ))}
    </div>
  );
}
