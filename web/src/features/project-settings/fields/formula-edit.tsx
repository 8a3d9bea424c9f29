import { Plus } from 'lucide-react';
import { useId, useRef } from 'react';
import type { CustomField } from '@/api/types';
import type { QueryFault } from '@/features/tasks/query/query-fault';
import { FaultLine } from '@/features/tasks/query/query-fault-line';
import { t } from '@/lib/i18n';
import { Button } from '@/ui/button';
import { Menu, MenuItem, MenuLabel } from '@/ui/menu';
import { Textarea } from '@/ui/textarea';

/** What every task has that a formula can compute with; the server's words. */
const MEMBERS = [
  'estimate',
  'difficulty',
  'progress',
  'start',
  'due',
  'completed',
  'created',
  'updated',
  'today',
  'overdue',
  'blocked',
];
const FUNCTIONS = ['if(…, …, …)', 'min(…, …)', 'max(…, …)', 'round(…, 2)', 'abs(…)', 'days(…, …)', 'coalesce(…, 0)'];
const COMPUTABLE: readonly string[] = ['number', 'money', 'rating', 'date', 'checkbox'];

const spelt = (name: string) => `field("${name.replace(/["\\]/g, '\\$&')}")`;

type Props = {
  value: string;
  fields: readonly CustomField[];
  fault: { asked: string; fault: QueryFault } | null;
  onChange: (value: string) => void;
};

/** A formula, with what it can be made of, and the server's word about it where it goes wrong. */
export function FormulaEdit({ value, fields, fault, onChange }: Props) {
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const own = fields.filter(({ type }) => COMPUTABLE.includes(type));
  const insert = (text: string) => {
    const { selectionStart: start = value.length, selectionEnd: end = value.length } = area.current ?? {};
    onChange(value.slice(0, start) + text + value.slice(end));
    // The menu takes the focus back to its button first.
    setTimeout(() => {
      area.current?.focus();
      area.current?.setSelectionRange(start + text.length, start + text.length);
    });
  };
  const items = (texts: readonly string[]) =>
    texts.map((text) => (
      <MenuItem key={text} onSelect={() => insert(text)}>
        <code>{text}</code>
      </MenuItem>
    ));
  return (
    <div className="grid gap-1.5">
      <span className="flex items-center justify-between">
        <label htmlFor={id} className="font-medium">
          {t('fields.formula')}
        </label>
        <Menu
          align="end"
          trigger={
            <Button variant="ghost">
              <Plus size={14} aria-hidden="true" /> {t('fields.formulaInsert')}
            </Button>
          }
        >
          {own.length > 0 && <MenuLabel>{t('fields.title')}</MenuLabel>}
          {items(own.map(({ name }) => spelt(name)))}
          <MenuLabel>{t('fields.formulaMembers')}</MenuLabel>
          {items(MEMBERS)}
          <MenuLabel>{t('fields.formulaFunctions')}</MenuLabel>
          {items(FUNCTIONS)}
        </Menu>
      </span>
      <Textarea
        id={id}
        ref={area}
        rows={3}
        required
        spellCheck={false}
        maxLength={2000}
        className="min-h-18 font-mono text-sm"
        placeholder="field(&quot;Cost&quot;) * estimate / 60"
        aria-invalid={fault !== null || undefined}
        aria-describedby={fault ? `${id}-fault` : `${id}-hint`}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      {fault ? (
        <FaultLine id={`${id}-fault`} query={fault.asked} fault={fault.fault} />
      ) : (
        <p id={`${id}-hint`} className="text-xs text-ink-3">
          {t('fields.formulaHint')}
        </p>
      )}
    </div>
  );
}
