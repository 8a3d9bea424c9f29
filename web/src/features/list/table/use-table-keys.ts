import { type KeyboardEvent, useState } from 'react';
import { comboOf, isTyping } from '@/lib/shortcuts';

/** Row -1 is the head. `tick` changes when the table wants the focus there. */
export type CellFocus = { row: number; column: number; tick: number };

type Options = {
  rows: number;
  columns: number;
  pageRows: number;
  onEnter: (cell: Pick<CellFocus, 'row' | 'column'>, anchor: HTMLElement) => void;
  onOpen: (row: number) => void;
  /** What is done with a row by another key; false when nothing is. */
  onKey: (combo: string, row: number) => boolean;
  onEscape: () => void;
};

const clamp = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value));

/** The keyboard of a grid: arrows walk from cell to cell, Enter or F2 changes, Space opens. */
export function useTableKeys({ rows, columns, pageRows, onEnter, onOpen, onKey, onEscape }: Options) {
  const [focus, setFocus] = useState<CellFocus>({ row: 0, column: 0, tick: 0 });

  const focusCell = (row: number, column: number) =>
    setFocus((last) => ({
      row: clamp(row, -1, rows - 1),
      column: clamp(column, 0, columns - 1),
      tick: last.tick + 1,
    }));
  const noteFocus = (row: number, column: number) =>
    setFocus((last) => (last.row === row && last.column === column ? last : { row, column, tick: 0 }));

  const act = (combo: string, anchor: HTMLElement): boolean => {
    // Where the key was pressed is said by the cell: the state may be a moment behind it.
    const row = Number(anchor.parentElement?.getAttribute('aria-rowindex')) - 2;
    const column = Number(anchor.getAttribute('aria-colindex')) - 1;
    const isRtl = document.documentElement.dir === 'rtl';
    const sideways = isRtl ? -1 : 1;
    switch (combo) {
      case 'arrowdown':
      case 'j':
        focusCell(row + 1, column);
        return true;
      case 'arrowup':
      case 'k':
        focusCell(row - 1, column);
        return true;
      case 'arrowright':
        focusCell(row, column + sideways);
        return true;
      case 'arrowleft':
        focusCell(row, column - sideways);
        return true;
      case 'pagedown':
        focusCell(row + pageRows, column);
        return true;
      case 'pageup':
        focusCell(Math.max(0, row - pageRows), column);
        return true;
      case 'home':
        focusCell(row, 0);
        return true;
      case 'end':
        focusCell(row, columns - 1);
        return true;
      case 'mod+home':
        focusCell(0, 0);
        return true;
      case 'mod+end':
        focusCell(rows - 1, columns - 1);
        return true;
      case 'enter':
      case 'f2':
        onEnter({ row, column }, anchor);
        return true;
      case ' ':
        if (row >= 0) onOpen(row);
        else onEnter({ row, column }, anchor);
        return true;
      case 'escape':
        onEscape();
        return true;
      default:
        return onKey(combo, row);
    }
  };

  const handleKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.nativeEvent.isComposing || isTyping(event.target)) return;
    if (!(event.target instanceof HTMLElement) || !event.target.matches('[role=gridcell], [role=columnheader]')) return;
    if (act(comboOf(event.nativeEvent), event.target)) event.preventDefault();
  };
  return { focus, focusCell, noteFocus, handleKey };
}
