/** The cards as the eye sees them: one list of ids for each open lane, from left to right. */
export type Column = { status: string; ids: readonly string[] };
export type Direction = 'up' | 'down' | 'left' | 'right';
export type Spot = { column: number; index: number };

export function spotOf(columns: readonly Column[], id: string): Spot | null {
  for (const [column, { ids }] of columns.entries()) {
    const index = ids.indexOf(id);
    if (index >= 0) return { column, index };
  }
  return null;
}

const clamp = (value: number, most: number) => Math.max(0, Math.min(value, most));

/** The card an arrow leads to; empty lanes are stepped over. */
export function neighbour(columns: readonly Column[], id: string, direction: Direction): string | null {
  const spot = spotOf(columns, id);
  if (!spot) return columns.find((column) => column.ids.length > 0)?.ids[0] ?? null;
  if (direction === 'up' || direction === 'down') {
    return columns[spot.column]?.ids[spot.index + (direction === 'up' ? -1 : 1)] ?? null;
  }
  const step = direction === 'left' ? -1 : 1;
  for (let column = spot.column + step; columns[column]; column += step) {
    const ids = columns[column]?.ids ?? [];
    if (ids.length > 0) return ids[clamp(spot.index, ids.length - 1)] ?? null;
  }
  return null;
}

/** Where a picked-up card comes to lie after an arrow. `columns` are without that card. */
export function shifted(columns: readonly Column[], spot: Spot, direction: Direction): Spot {
  const most = (column: number) => columns[column]?.ids.length ?? 0;
  switch (direction) {
    case 'up':
      return { ...spot, index: clamp(spot.index - 1, most(spot.column)) };
    case 'down':
      return { ...spot, index: clamp(spot.index + 1, most(spot.column)) };
    case 'left':
    case 'right': {
      const column = clamp(spot.column + (direction === 'left' ? -1 : 1), columns.length - 1);
      return { column, index: clamp(spot.index, most(column)) };
    }
  }
}

export const without = (columns: readonly Column[], id: string): Column[] =>
  columns.map((column) => ({ ...column, ids: column.ids.filter((other) => other !== id) }));

export function withAt(columns: readonly Column[], id: string, spot: Spot): Column[] {
  return without(columns, id).map((column, index) =>
    index === spot.column ? { ...column, ids: column.ids.toSpliced(spot.index, 0, id) } : column,
  );
}
