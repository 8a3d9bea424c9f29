import { cx } from '@/lib/class-names';
import { hueOf, initials } from '@/lib/initials';

type Props = { id: string; name: string; imageUrl?: string | null; size?: number; isDecorative?: boolean };

export function Avatar({ id, name, imageUrl, size = 22, isDecorative = false }: Props) {
  const style = { width: size, height: size, fontSize: Math.max(8.5, size * 0.38), '--avatar-hue': hueOf(id) };
  const label = isDecorative ? { 'aria-hidden': true } : { role: 'img', 'aria-label': name, title: name };
  return (
    <span {...label} className={cx('avatar', !id && 'avatar-none')} style={style}>
      {imageUrl ? <img src={imageUrl} alt="" draggable={false} /> : id && initials(name)}
    </span>
  );
}
