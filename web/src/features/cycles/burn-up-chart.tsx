import { useState } from 'react';
import type { BurnPoint } from '@/features/cycles/burn-up';
import { type DateOnly, daysBetween, shortDate } from '@/lib/dates';
import { t } from '@/lib/i18n';

type Props = { points: readonly BurnPoint[]; startDate: DateOnly; endDate: DateOnly; now: DateOnly };

const WIDTH = 560;
const HEIGHT = 150;
const PAD = { left: 26, right: 8, top: 10, bottom: 20 };

/** Scope and done over the days of a cycle, as two stepped lines, or as a table. */
export function BurnUpChart({ points, startDate, endDate, now }: Props) {
  const [isTable, setIsTable] = useState(false);
  const last = points.at(-1);
  if (!last) return null;
  const days = daysBetween(startDate, endDate) + 1;
  const most = Math.max(1, ...points.map(({ scope, done }) => Math.max(scope, done)));
  const x = (index: number) => PAD.left + (index / days) * (WIDTH - PAD.left - PAD.right);
  const y = (count: number) => HEIGHT - PAD.bottom - (count / most) * (HEIGHT - PAD.top - PAD.bottom);
  // Each day is a step as wide as the day.
  const line = (countOf: (point: BurnPoint) => number) =>
    points.map((point, index) => `${index === 0 ? `M${x(0)},` : 'V'}${y(countOf(point))}H${x(index + 1)}`).join('');

  return (
    <figure className="burn">
      <figcaption className="burn-legend">
        <span data-line="scope">{t('cycles.scopeNow', { count: last.scope })}</span>
        <span data-line="done">{t('cycles.doneNow', { count: last.done })}</span>
        <button type="button" className="quiet-btn" aria-pressed={isTable} onClick={() => setIsTable(!isTable)}>
          {t(isTable ? 'cycles.asChart' : 'cycles.asTable')}
        </button>
      </figcaption>
      {isTable ? (
        <div className="burn-table">
          <table>
            <thead>
              <tr>
                <th scope="col">{t('cycles.day')}</th>
                <th scope="col">{t('cycles.scope')}</th>
                <th scope="col">{t('cycles.done')}</th>
              </tr>
            </thead>
            <tbody>
              {points.map(({ day, scope, done }) => (
                <tr key={day}>
                  <th scope="row">{shortDate(day, now)}</th>
                  <td>{scope}</td>
                  <td>{done}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        <svg
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          role="img"
          aria-label={t('cycles.chart', { done: last.done, count: last.scope })}
        >
          <line className="burn-axis" x1={PAD.left} x2={WIDTH - PAD.right} y1={y(0)} y2={y(0)} />
          <line className="burn-grid" x1={PAD.left} x2={WIDTH - PAD.right} y1={y(most)} y2={y(most)} />
          <text className="burn-text" x={PAD.left - 6} y={y(most) + 4} textAnchor="end">
            {most}
          </text>
          <text className="burn-text" x={PAD.left - 6} y={y(0) + 4} textAnchor="end">
            0
          </text>
          <text className="burn-text" x={PAD.left} y={HEIGHT - 4}>
            {shortDate(startDate, now)}
          </text>
          <text className="burn-text" x={WIDTH - PAD.right} y={HEIGHT - 4} textAnchor="end">
            {shortDate(endDate, now)}
          </text>
          <path className="burn-line" data-line="scope" d={line(({ scope }) => scope)} />
          <path className="burn-line" data-line="done" d={line(({ done }) => done)} />
        </svg>
      )}
    </figure>
  );
}
