import { Avatar } from '@/ui/avatar';

type Person = { id: string; name: string; imageUrl?: string | null };
type Props = { people: readonly Person[]; size?: number; most?: number };

export function AvatarStack({ people, size = 22, most = 3 }: Props) {
  const shown = people.slice(0, people.length > most ? most - 1 : most);
  const hidden = people.length - shown.length;
  return (
    <span className="flex items-center">
      {shown.map((person, index) => (
        <span
          key={person.id}
          className="rounded-full ring-2 ring-card"
          style={{ marginInlineStart: index ? -size / 6 : 0 }}
        >
          <Avatar id={person.id} name={person.name} imageUrl={person.imageUrl} size={size} />
        </span>
      ))}
      {hidden > 0 && <span className="ms-1 text-xs text-ink-3 tabular-nums">+{hidden}</span>}
    </span>
  );
}
