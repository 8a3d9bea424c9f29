import { Search } from 'lucide-react';
import { useState } from 'react';
import { type Text, t } from '@/lib/i18n';
import '@/lib/i18n-palette';
import { keyLabels } from '@/lib/shortcuts';
import { Dialog } from '@/ui/dialog';
import { KeyHint } from '@/ui/key-hint';

const GROUPS: { title: Text; rows: [Text, string][] }[] = [
  {
    title: 'app.shortcutEverywhere',
    rows: [
      ['app.palette', 'mod+k'],
      ['app.newTask', 'c'],
      ['app.shortcutSearch', '/'],
      ['app.sidebar', '['],
      ['app.theme', 'mod+shift+l'],
      ['app.shortcuts', '?'],
      ['app.shortcutCloseLayer', 'escape'],
    ],
  },
  {
    title: 'app.shortcutGo',
    rows: [
      ['app.inbox', 'g i'],
      ['app.my', 'g m'],
      ['app.goProjects', 'g p'],
      ['app.settings', 'g s'],
    ],
  },
  {
    title: 'app.shortcutHere',
    rows: [
      ['app.goBoard', '1'],
      ['app.goList', '2'],
      ['app.goTable', '3'],
      ['app.goCalendar', '4'],
      ['app.goTimeline', '5'],
      ['app.shortcutFind', '/'],
      ['app.shortcutFilter', 'f'],
      ['app.shortcutClear', 'shift+f'],
    ],
  },
  {
    title: 'app.shortcutBoardCards',
    rows: [
      ['app.shortcutWalk', '↑ ↓ ← →'],
      ['app.shortcutOpen', 'enter'],
      ['app.shortcutCarry', 'm'],
      ['app.shortcutMoveTo', 'shift+m'],
    ],
  },
  {
    title: 'app.shortcutList',
    rows: [
      ['app.shortcutWalkRows', 'j k'],
      ['app.shortcutOpen', 'enter'],
      ['app.shortcutSelect', 'x'],
      ['app.shortcutSelectAll', 'mod+a'],
      ['app.shortcutStatus', 's'],
      ['app.shortcutAssign', 'a'],
      ['app.shortcutPriority', 'p'],
      ['app.shortcutLabels', 'l'],
      ['app.shortcutDue', 'd'],
      ['app.shortcutDelete', 'delete'],
    ],
  },
  {
    title: 'app.shortcutInbox',
    rows: [
      ['app.shortcutOpen', 'o'],
      ['app.shortcutRead', 'e'],
      ['app.shortcutUnread', 'u'],
    ],
  },
  {
    title: 'app.shortcutTask',
    rows: [
      ['app.shortcutNext', 'j k'],
      ['app.shortcutStatus', 's'],
      ['app.shortcutAssign', 'a'],
      ['app.shortcutPriority', 'p'],
      ['app.shortcutLabels', 'l'],
      ['app.shortcutDue', 'd'],
      ['app.shortcutEdit', 'e'],
      ['app.shortcutTimer', 't'],
      ['app.shortcutSend', 'mod+enter'],
      ['app.shortcutCopyKey', 'y'],
      ['app.shortcutCopyLink', 'mod+.'],
    ],
  },
];

const matches = (text: Text, keys: string, words: readonly string[]) => {
  const hay = `${t(text)} ${keys} ${keyLabels(keys).join(' ')}`.toLowerCase();
  return words.every((word) => hay.includes(word));
};

/** Every key that does something, found by what it does or by the key itself. */
export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const [query, setQuery] = useState('');
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const groups = GROUPS.map((group) => ({
    ...group,
    rows: group.rows.filter(([text, keys]) => matches(text, keys, words)),
  })).filter((group) => group.rows.length > 0);
  return (
    <Dialog title={t('app.shortcuts')} isOpen onClose={onClose} width={680}>
      <label className="search-btn !flex-none">
        <Search size={15} aria-hidden="true" />
        <input
          className="min-w-0 flex-1 bg-transparent outline-none"
          aria-label={t('app.shortcutFindKeys')}
          placeholder={t('app.shortcutFindKeys')}
          autoFocus
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
      </label>
      {groups.length === 0 && (
        <p role="status" className="text-ink-2">
          {t('ui.noMatch')}
        </p>
      )}
      <div className="columns-1 gap-10 sm:columns-2">
        {groups.map((group) => (
          <section key={group.title} className="mb-4 break-inside-avoid">
            <h3 className="mb-1 text-xs font-medium text-ink-3">{t(group.title)}</h3>
            <ul>
              {group.rows.map(([text, keys]) => (
                <li key={text} className="flex min-h-8 items-center justify-between gap-4">
                  {t(text)}
                  <KeyHint keys={keys} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
