import { BookOpen, Bug, Flag, type LucideIcon, Shapes, Sparkles, SquareCheck, Wrench, Zap } from 'lucide-react';
import type { TaskType } from '@/api/types';

const ICONS = {
  check: SquareCheck,
  bug: Bug,
  sparkles: Sparkles,
  flag: Flag,
  book: BookOpen,
  wrench: Wrench,
  zap: Zap,
} satisfies Record<string, LucideIcon>;

type IconName = keyof typeof ICONS;
const isIconName = (name: string): name is IconName => Object.hasOwn(ICONS, name);

export const TYPE_ICONS: readonly IconName[] = Object.keys(ICONS).filter(isIconName);

type Props = { type: TaskType | undefined; size?: number };

/** The mark of a type in its colour; its name stands beside it. */
export function TypeIcon({ type, size = 15 }: Props) {
  const Icon = type && isIconName(type.icon) ? ICONS[type.icon] : Shapes;
  return <Icon size={size} className="flex-none" style={{ color: type?.color }} aria-hidden="true" />;
}
