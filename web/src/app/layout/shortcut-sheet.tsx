import { type Text, t } from '@/lib/i18n';
import { Dialog } from '@/ui/dialog';
import { KeyHint } from '@/ui/key-hint';

const GROUPS: { title: Text; rows: [Text, string][] }[] = [
  {
    title: 'app.shortcutEverywhere',
    rows: [
      ['app.palette', 'mod+k'],
      ['app.newTask', 'c'],
      ['app.inbox', 'g i'],
      ['app.my', 'g m'],
      ['app.goProjects', 'g p'],
      ['app.goBoard', '1'],
      ['app.goList', '2'],
      ['app.shortcutFind', '/'],
      ['app.shortcutFilter', 'f'],
      ['app.shortcutClear', 'shift+f'],
      ['app.sidebar', '['],
      ['app.theme', 'mod+shift+l'],
      ['app.shortcuts', '?'],
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
];

export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title={t('app.shortcuts')} isOpen onClose={onClose}>
      {GROUPS.map((group) => (
        <section key={group.title}>
          <h3 className="mb-1 text-xs font-medium text-ink-3">{t(group.title)}</h3>
          <ul>
            {group.rows.map(([text, keys]) => (
              <li key={text} className="flex min-h-7 items-center justify-between gap-4">
                {t(text)}
                <KeyHint keys={keys} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Dialog>
  );
}
