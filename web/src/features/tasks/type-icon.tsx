import { BookOpen, Bug, Flag, type LucideIcon, Shapes, Sparkles, SquareCheck, Wrench, Zap } from 'lucide-react';
import type { TaskType } from '@/api/types';

const ICONS: Record<string, LucideIcon> = {
  check: SquareCheck,
  bug: Bug,
  sparkles: Sparkles,
  flag: Flag,
  book: BookOpen,
  wrench: Wrench,
  zap: Zap,
};

type Props = { type: TaskType | undefined; size?: number };

/** The mark of a type in its colour; its name stands beside it. */
export function TypeIcon({ type, size = 15 }: Props) {
  const Icon = (type && ICONS[type.icon]) ?? Shapes;
  return <Icon size={size} className="flex-none" style={{ color: type?.color }} aria-hidden="true" />;
}
