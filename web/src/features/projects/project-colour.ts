import { hueOf } from '@/lib/initials';

/** The project's own colour, or one that always belongs to its key. */
export const projectColour = (project: { key: string; color: string | null }): string =>
  project.color ?? `oklch(0.65 0.11 ${hueOf(project.key)})`;
