import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { buildId } from './scripts/vite-build-id.mjs';
import { catalogues } from './scripts/vite-catalogues.mjs';

const START =
  /src\/(api\/(client|reason|api-error)|features\/session\/use-session-state|lib\/class-names|ui\/button)\./;
const GUEST =
  /src\/(features\/session\/(sign-in|form-message|password-field|use-wait)|lib\/(own-path|use-action)|ui\/(field|input))|guest-layout/;
const SHELL =
  /src\/(app\/(query|shell-state|layout\/(app-shell|connection-banner|shell-layers|early-field|layer-boundary|sidebar|project-links|person-menu|bottom-bar|use-live))|api\/(live|query-client)|ui\/(badge|avatar|key-hint|icon-button|late-layers|menu|tips|tooltip)|features\/(notifications\/unread-q|projects\/(current-w|favourite-q|project-(q|mark|colour))|session\/session-q)|lib\/(chosen-workspace|when-idle|draft-store|format-locale|i18n-rest|last-project|recent-tasks|use-stable|use-title-count|initials|dates|use-today))|esm\/icons\/(plus|search|users|check|chevrons-up-down|chevron-down|list-checks|book-open|settings|columns-3|log-out|user-round|inbox|sun|moon|circle-question-mark|clock)\.|catalogue\/en\/rest/;

const VIEWS =
  /src\/(app\/(pages\/(project-gate|task-beside)|layout\/timer-slot)|features\/(tasks\/(task-(queries|state|feed|filters)|query\/query-(tokens|toggle)|use-blocked-tasks|status-icon|priority-icon|blocked-mark|use-live-tasks|filter-bar)|projects\/(project-header|project-rights))|lib\/(use-draft|use-settled)|ui\/(empty-state|skeleton|textarea|label-chip|combobox|popover|avatar-stack)\.)|esm\/icons\/(ban|calendar-days|ellipsis|arrow-down-wide-narrow|list-filter|message-square|paperclip|square-check|list-tree|sliders-horizontal|flag|users-round|table-2|chart-gantt|trash|trash-2|iteration-cw|package|square-kanban)\./;

// Small parts that several of the pages loaded later share. Every file of its own costs a name in the first script.
const ROWS =
  /src\/(features\/(tasks\/(use-task-names|field-words|type-icon|restore-task|edit\/own-values|dependencies\/dependency-words)|list\/(project-lookup|grid-cells|picker-options|project-list|list-(order|queries|state|skeleton))|projects\/(milestone|forecast|custom-field)-queries)|ui\/(settings-head|checkbox|calendar-glyph|progress)|lib\/duration)|useQueries|queriesObserver|esm\/icons\/(arrow-up|arrow-down|chevron-left|chevron-right|pencil|tag|link-2|minus|square|copy|circle-user|wrench)\./;
const APPROVALS = /src\/features\/tasks\/approvals\//;
const TEMPLATES = /src\/features\/(tasks|projects)\/templates\/|lib\/i18n-templates|catalogue\/en\/templates/;
/** What all icons share: pages without one do without it. */
const ICON = /lucide-react\/dist\/esm\/(?!icons\/)/;
const TIME =
  /src\/(features\/time\/(timer-queries|use-elapsed|entry-|log-form|sheets\/(sheet-(queries|badge)|use-told))|lib\/(money|i18n-planning)|api\/all-pages|styles\/(planning|time-sheets))|catalogue\/en\/planning|esm\/icons\/(lock|play)\./;

/** Tests without a screen that need a document all the same. */
const IN_A_DOCUMENT = ['src/api/*.test.ts', 'src/app/watch-version.test.ts'];

const backend = 'http://localhost:8080';

export default defineConfig({
  plugins: [react(), tailwindcss(), catalogues(), buildId()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    target: 'es2023',
    // Open tabs go on with the files of the build before; scripts/kept-assets.mjs removes what is older.
    emptyOutDir: false,
    // The content security policy allows no data: fonts or images.
    assetsInlineLimit: 0,
    manifest: true,
    modulePreload: {
      // Every browser that runs the client knows it.
      polyfill: false,
      // What the first script brings along is there before any page is asked for.
      resolveDependencies: (_file, files, { hostType }) =>
        hostType === 'js' ? files.filter((file) => !/\/(core|start|rolldown-runtime)-/.test(file)) : files,
    },
    rolldownOptions: {
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          // Small modules that always travel together: one file compresses better than thirty.
          groups: [
            {
              name: 'core',
              test: /node_modules\/(react|react-dom|scheduler|@tanstack\/(react-router|router-core|history|react-store|store)|use-sync-external-store)\//,
            },
            { name: 'start', test: START },
            { name: 'icon', test: ICON },
            { name: 'guest', test: GUEST },
            { name: 'shell', test: SHELL },
            { name: 'views', test: VIEWS },
            { name: 'rows', test: ROWS },
            { name: 'time', test: TIME },
            { name: 'approvals', test: APPROVALS },
            { name: 'templates', test: TEMPLATES },
          ],
        },
      },
    },
  },
  server: {
    proxy: {
      '/api': backend,
      '/asyncapi': backend,
      '/openapi': backend,
      '/hubs': { target: backend, ws: true },
    },
  },
  test: {
    restoreMocks: true,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // By itself it leaves one core alone: on a machine of two the files would run one after the other.
    maxWorkers: availableParallelism(),
    // Its file for each icon takes longer to load than most tests take.
    alias: {
      'lucide-react': fileURLToPath(new URL('./node_modules/lucide-react/dist/cjs/lucide-react.js', import.meta.url)),
    },
    projects: [
      {
        extends: true,
        test: {
          name: 'screens',
          include: ['src/**/*.test.tsx', ...IN_A_DOCUMENT],
          environment: 'jsdom',
          setupFiles: ['src/test/setup.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'parts',
          include: ['src/**/*.test.ts', 'scripts/*.test.mjs'],
          exclude: IN_A_DOCUMENT,
        },
      },
    ],
  },
});
