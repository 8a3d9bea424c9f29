import type { Label, Member, Priority, Project, Task, TaskType, User, WorkflowState, Workspace } from '@/api/types';
import { addDays, today } from '@/lib/dates';

export const STATES: WorkflowState[] = [
  { key: 'backlog', name: 'Backlog', category: 'backlog', order: 0, next: [] },
  { key: 'todo', name: 'To do', category: 'unstarted', order: 1, next: [] },
  { key: 'in_progress', name: 'In progress', category: 'started', order: 2, next: [] },
  { key: 'in_review', name: 'In review', category: 'started', order: 3, next: [] },
  { key: 'done', name: 'Done', category: 'completed', order: 4, next: [] },
  { key: 'cancelled', name: 'Cancelled', category: 'cancelled', order: 5, next: [] },
];

export const buildTypes = (): TaskType[] => [
  { key: 'task', name: 'Task', icon: 'check', color: '#0090ff' },
  { key: 'bug', name: 'Bug', icon: 'bug', color: '#e5484d' },
  { key: 'feature', name: 'Feature', icon: 'sparkles', color: '#46a758' },
];

const people = ['Ada Okafor', 'Lin Zhao', 'Mara Silva', 'Jonas Weber', 'Priya Nair', 'Tom Reyes'];
export const since = '2026-01-05T08:00:00Z';

export const uuid = (kind: number, number: number) =>
  `0197${kind.toString(16).padStart(4, '0')}-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;

export const buildUsers = (): User[] =>
  people.map((displayName, index) => ({
    id: uuid(1, index + 1),
    email: `${displayName.split(' ')[0]?.toLowerCase()}@example.com`,
    displayName,
    avatarUrl: null,
    locale: 'en',
    timeZone: 'Europe/Lisbon',
    roles: [],
    createdAt: since,
    version: 1,
  }));

export const buildWorkspaces = (): Workspace[] => [
  workspace(1, 'Northwind Studio', 'team'),
  workspace(2, 'Ada’s own things', 'personal'),
];

const workspace = (number: number, name: string, kind: Workspace['kind']): Workspace => ({
  id: uuid(2, number),
  name,
  slug: name.toLowerCase().replace(/\W+/g, '-'),
  kind,
  role: 'owner',
  timeZone: 'Europe/Lisbon',
  memberCount: kind === 'team' ? people.length : 1,
  createdAt: since,
  version: 1,
});

export const buildProjects = (): Project[] => [
  project(1, 'WEB', 'Web shop', 'oklch(0.63 0.11 195)'),
  project(2, 'LOY', 'Loyalty app', 'oklch(0.64 0.13 255)'),
  project(3, 'PAY', 'Payments', 'oklch(0.62 0.14 300)'),
  project(4, 'BRAND', 'Brand refresh', 'oklch(0.65 0.15 25)'),
  project(5, 'HQ', 'New office', 'oklch(0.66 0.13 70)'),
  project(6, 'HIRE', 'Hiring', 'oklch(0.64 0.13 150)'),
];

export const project = (number: number, key: string, name: string, color: string): Project => ({
  id: uuid(3, number),
  key,
  name,
  description: '',
  workspaceId: uuid(2, 1),
  parentId: null,
  ownerId: uuid(1, 1),
  role: 'owner',
  state: 'active',
  startDate: null,
  dueDate: null,
  color,
  icon: null,
  memberCount: people.length,
  createdAt: since,
  updatedAt: since,
  version: 1,
});

export const buildMembers = (): Member[] =>
  people.map((displayName, index) => ({
    userId: uuid(1, index + 1),
    displayName,
    avatarUrl: null,
    role: index === 0 ? 'owner' : 'contributor',
    state: 'active',
    joinedAt: since,
  }));

const UNGROUPED = { group: null, exclusive: false, version: 1 };
export const buildLabels = (): Label[] =>
  Object.entries({
    Bug: 'oklch(0.62 0.19 27)',
    API: 'oklch(0.62 0.14 250)',
    Design: 'oklch(0.62 0.16 300)',
    Checkout: 'oklch(0.62 0.13 150)',
    Speed: 'oklch(0.7 0.15 70)',
    Accessibility: 'oklch(0.62 0.11 195)',
    Content: 'oklch(0.58 0.03 240)',
  }).map(([name, color], index) => ({ ...UNGROUPED, id: uuid(4, index + 1), name, color }));

// status | priority | labels | due in days or - | steps done/all | comments | files | assignee | title
const LINES = `
todo|medium|Checkout|7|0/3|2|0|2|Let shoppers split an order over two delivery dates
todo|low|Content,API|14|-|1|0|0|Describe the stock feed for wholesale partners
todo|high|Checkout|11|0/7|3|0|3|Import saved baskets from the old shop by customer number
todo|medium|Checkout|-|0/4|2|0|1|Gift notes accept emoji and line breaks
todo|medium|Accessibility,Design|18|0/5|0|0|5|Size picker works with arrow keys alone
todo|low|Design|21|0/2|4|0|2|Show allergens beside each ingredient
todo|urgent|Bug,Speed|0|0/2|6|0|0|Order export stops after thirty seconds
todo|none|API|-|-|9|0|3|Let a product belong to two seasonal collections
todo|low|Checkout|13|0/3|0|0|2|Weekly digest groups orders by bakery
todo|low|API,Design|-|0/4|2|0|0|Show prices with and without tax
todo|none|API|-|2/4|2|0|4|Read-only mode while the stock is counted
todo|none|Accessibility|-|1/4|5|0|1|Charts on the sales page have a table as well
todo|none|API|29|1/4|3|0||Change many prices at once from a spreadsheet
todo|none|Speed|-|2/4|2|0|4|Group the order list by delivery van
todo|none|Checkout|35|3/4|3|0|3|Link a supplier invoice to its order
todo|none|Accessibility|-|3/4|1|0|5|Warn before a product sells out
in_progress|urgent|Bug,API|0|2/5|8|0|0|Basket loses items when the session is renewed
in_progress|high|Speed|4|1/4|11|2|1|Category page stutters above 500 products
in_progress|medium|Accessibility|5|3/6|3|0|5|Speak the new total when the basket changes
in_progress|medium|Design|-|1/3|5|0|2|Show who is packing an order right now
in_progress|medium|Bug|6|2/4|1|0|4|Repeat orders should keep their delivery note
in_progress|low|Design|-|1/3|2|0|2|Empty basket: offer the three last orders
in_progress|high|API|3|4/6|4|1|1|Refunds reach the card within one minute
in_progress|medium|Checkout|9|1/2|0|0|3|Ask for the phone number only on delivery
in_progress|low|Content|-|-|1|0|0|Rewrite the returns page in plain words
in_progress|high|Speed,API|2|2/3|7|0|1|Search answers before the second letter
in_progress|medium|Bug|8|0/2|2|0|4|Voucher with a blank at the end is refused
in_progress|low|Design|-|1/1|0|3|5|Photos of the new spring range
in_progress|medium|Checkout|12|2/5|3|0|3|Pay by invoice for companies
in_progress|none|API|-|-|0|0|1|Nightly copy of the price list
in_progress|medium|Accessibility|15|1/3|1|0|2|Larger targets for plus and minus
in_progress|high|Bug|-1|3/4|6|1|0|Two vans get the same route
in_progress|low|Content|20|-|0|0|4|Names of breads in four languages
in_progress|none|Design|-|0/2|0|0|5|Icons for the pick-up lockers
in_review|high|Design,Checkout|1|3/3|4|0|4|Guest checkout: say what an account would add
in_review|urgent|Bug|-1|4/4|14|0|3|Delivery date moves by one day west of Greenwich
in_review|medium|Design,Accessibility|3|2/2|6|2|4|Contrast of the sale badge in the dark theme
in_review|low|Speed|-|1/1|0|2|3|Send stock changes at most once a second
in_review|medium|Bug|4|1/2|3|0|5|Filters remember their order
in_review|high|Accessibility|5|2/3|2|0|5|Focus ring vanishes inside the date picker
in_review|medium|API|-|3/3|5|0|1|Partners can ask for one warehouse only
in_review|low|Checkout|7|1/1|1|0|2|Short address form for pick-up
in_review|medium|Speed|-|2/2|2|1|0|Smaller photos on slow connections
in_review|none|Content|10|-|0|0|3|Opening hours over the holidays
in_review|medium|Bug|2|2/2|3|0|4|Receipt shows the old company name
in_review|low|Design|-|1/2|1|0|2|Quiet animation when something is added
done|high|API,Speed|-8|5/5|9|0|1|Deliver webhooks in batches and try again with jitter
done|high|Bug|-10|2/2|7|0|5|Comment drafts survive a reload
done|low|API|-6|1/1|2|0|0|Search finds exact order numbers first
done|none|Content|-9|-|1|0|4|Say “bakery” instead of “branch” everywhere
done|high|Speed|-7|3/3|5|0|1|First visit loads less than 200 kB
done|medium|API|-11|4/4|3|0|3|Private calendar of deliveries
done|medium|Checkout|-12|2/2|0|0|2|Remember the last payment method
done|low|Design|-14|1/1|2|1|5|New header with the seasonal colour
done|medium|Bug|-15|1/1|4|0|0|Coupons count once per order
done|none|Content|-|-|0|0|4|Imprint and privacy pages
done|medium|Accessibility|-18|2/2|1|0|2|Labels on every form field
done|high|API|-20|3/3|6|0|1|Stock is reserved for ten minutes
cancelled|none|Design|-|0/2|3|0|5|Spinning wheel for discounts
cancelled|low|Content|-|-|1|0|3|Printed catalogue for the summer`;

const priorityOf = (text: string | undefined): Priority =>
  text === 'low' || text === 'medium' || text === 'high' || text === 'urgent' ? text : 'none';

export const rankAt = (index: number): string => `a${index.toString(36).padStart(4, '0')}`;

export function buildTasks(projectId: string, projectKey: string): Task[] {
  return LINES.trim()
    .split('\n')
    .map((line, index, all) => {
      const [status, priority, labels, due, steps, comments, files, assignee, title] = line.split('|');
      const [done, count] = steps === '-' ? [0, 0] : (steps ?? '').split('/').map(Number);
      return buildTask({
        id: uuid(5, index + 1),
        number: 311 - index,
        key: `${projectKey}-${311 - index}`,
        projectId,
        title,
        description: 'What the shopper sees, what should happen instead, and how we will know that it works.',
        status,
        statusCategory: STATES.find((state) => state.key === status)?.category ?? 'unstarted',
        priority: priorityOf(priority),
        labels: (labels ?? '').split(','),
        dueAt: due === '-' ? null : addDays(today(), Number(due)),
        steps: Array.from({ length: count ?? 0 }, (_, step) => ({
          id: uuid(6, index * 20 + step),
          title: `Step ${step + 1}`,
          done: step < (done ?? 0),
          assigneeId: null,
          dueAt: null,
          required: false,
        })),
        commentCount: Number(comments),
        attachmentCount: Number(files),
        assigneeIds: assignee === '' ? [] : [uuid(1, Number(assignee) + 1)],
        rank: rankAt((index + 1) * (all.length > 0 ? 10 : 1)),
      });
    });
}

/** One task; name only what the test is about. */
export function buildTask(given: Partial<Task> = {}): Task {
  const number = given.number ?? 1;
  return {
    id: uuid(5, 9000 + number),
    key: `WEB-${number}`,
    number,
    projectId: uuid(3, 1),
    parentId: null,
    title: 'A task',
    status: 'todo',
    statusCategory: 'unstarted',
    type: 'task',
    priority: 'none',
    difficulty: null,
    estimateMinutes: null,
    durationMinutes: null,
    startAt: null,
    dueAt: null,
    deadlineAt: null,
    completedAt: null,
    assigneeIds: [],
    ownerId: given.assigneeIds?.[0] ?? null,
    reporterId: uuid(1, 1),
    watcherIds: [],
    labels: [],
    milestoneId: null,
    steps: [],
    progress: 0,
    recurrence: null,
    rank: rankAt(number),
    commentCount: 0,
    attachmentCount: 0,
    subtaskCount: 0,
    subtaskDoneCount: 0,
    createdAt: since,
    updatedAt: since,
    version: 1,
    ...given,
  };
}
