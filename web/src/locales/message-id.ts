import type app from '@/locales/en/app.json';
import type board from '@/locales/en/board.json';
import type docs from '@/locales/en/docs/docs.json';
import type guest from '@/locales/en/guest/guest.json';
import type calendarView from '@/locales/en/list/calendar-view.json';
import type inbox from '@/locales/en/list/inbox.json';
import type list from '@/locales/en/list/list.json';
import type my from '@/locales/en/list/my.json';
import type projectsPage from '@/locales/en/list/projects-page.json';
import type table from '@/locales/en/list/table.json';
import type timeline from '@/locales/en/list/timeline.json';
import type operations from '@/locales/en/operations/operations.json';
import type palette from '@/locales/en/palette/palette.json';
import type quick from '@/locales/en/palette/quick.json';
import type cycles from '@/locales/en/planning/cycles.json';
import type goals from '@/locales/en/planning/goals.json';
import type milestones from '@/locales/en/planning/milestones.json';
import type rates from '@/locales/en/planning/rates.json';
import type releases from '@/locales/en/planning/releases.json';
import type time from '@/locales/en/planning/time.json';
import type timeSheets from '@/locales/en/planning/time-sheets.json';
import type trash from '@/locales/en/planning/trash.json';
import type workload from '@/locales/en/planning/workload.json';
import type projects from '@/locales/en/projects.json';
import type query from '@/locales/en/query/query.json';
import type session from '@/locales/en/session.json';
import type account from '@/locales/en/settings/account.json';
import type calendar from '@/locales/en/settings/calendar.json';
import type fieldTypes from '@/locales/en/settings/field-types.json';
import type fields from '@/locales/en/settings/fields.json';
import type members from '@/locales/en/settings/members.json';
import type settings from '@/locales/en/settings/settings.json';
import type types from '@/locales/en/settings/types.json';
import type workflow from '@/locales/en/settings/workflow.json';
import type start from '@/locales/en/start.json';
import type approvals from '@/locales/en/task/approvals.json';
import type comments from '@/locales/en/task/comments.json';
import type dependencies from '@/locales/en/task/dependencies.json';
import type difficulty from '@/locales/en/task/difficulty.json';
import type history from '@/locales/en/task/history.json';
import type peek from '@/locales/en/task/peek.json';
import type rollUp from '@/locales/en/task/roll-up.json';
import type tasks from '@/locales/en/tasks.json';
import type projectTemplates from '@/locales/en/templates/project-templates.json';
import type templates from '@/locales/en/templates/templates.json';
import type ui from '@/locales/en/ui.json';
import type views from '@/locales/en/views/views.json';

/** One line per catalogue file. */
export type MessageId =
  | keyof typeof app
  | keyof typeof approvals
  | keyof typeof board
  | keyof typeof account
  | keyof typeof calendar
  | keyof typeof calendarView
  | keyof typeof comments
  | keyof typeof cycles
  | keyof typeof dependencies
  | keyof typeof difficulty
  | keyof typeof docs
  | keyof typeof fieldTypes
  | keyof typeof fields
  | keyof typeof goals
  | keyof typeof guest
  | keyof typeof history
  | keyof typeof inbox
  | keyof typeof list
  | keyof typeof members
  | keyof typeof milestones
  | keyof typeof my
  | keyof typeof operations
  | keyof typeof palette
  | keyof typeof peek
  | keyof typeof projectTemplates
  | keyof typeof projects
  | keyof typeof projectsPage
  | keyof typeof query
  | keyof typeof quick
  | keyof typeof rates
  | keyof typeof releases
  | keyof typeof rollUp
  | keyof typeof session
  | keyof typeof settings
  | keyof typeof start
  | keyof typeof table
  | keyof typeof tasks
  | keyof typeof templates
  | keyof typeof time
  | keyof typeof timeSheets
  | keyof typeof timeline
  | keyof typeof trash
  | keyof typeof types
  | keyof typeof ui
  | keyof typeof views
  | keyof typeof workflow
  | keyof typeof workload;
