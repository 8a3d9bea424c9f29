import type app from '@/locales/en/app.json';
import type board from '@/locales/en/board.json';
import type projects from '@/locales/en/projects.json';
import type session from '@/locales/en/session.json';
import type tasks from '@/locales/en/tasks.json';
import type ui from '@/locales/en/ui.json';

/** One line per catalogue file. */
export type MessageId =
  | keyof typeof app
  | keyof typeof board
  | keyof typeof projects
  | keyof typeof session
  | keyof typeof tasks
  | keyof typeof ui;
