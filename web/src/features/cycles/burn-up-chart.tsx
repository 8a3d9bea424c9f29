import { useState } from 'react';
import type { BurnPoint } from '@/features/cycles/burn-up';
import { type DateOnly, daysBetween, shortDate } from '@/lib/dates';
import { t } from '@/lib/i18n';

type Props = { points: readonly BurnPoint[]; startDate: DateOnly; endDate: DateOnly; now: DateOnly };

/** Scope and done over the days of a cycle, as two stepped lines, or as a table. */
export function BurnUpChart({ points, startDate, endDate, now }: Props) {
  const [isTable, setIsTable] = useState(false);
  const last = points.at(-1);
  if (!last) return null;
  const days = daysBetween(startDate, endDate) + 1;
  const most = Math.max(1, ...points.map(({ scope, done }) => Math.max(scope, done)));
  // In hundredths of the plot, which is as wide as there is room; its texts stand around it and keep their size.
  const x = (index: number) => (index / days) * 100;
  const y = (count: number) => 100 - (count / most) * 100;
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
        <div className="burn-plot" role="img" aria-label={t('cycles.chart', { done: last.done, count: last.scope })}>
          <span>{most}</span>
          <span>0</span>
          <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
            <line className="burn-axis" x1={0} x2={100} y1={y(0)} y2={y(0)} />
            <line className="burn-grid" x1={0} x2={100} y1={y(most)} y2={y(most)} />
            <path className="burn-line" data-line="scope" d={line(({ scope }) => scope)} />
            <path className="burn-line" data-line="done" d={line(({ done }) => done)} />
          </svg>
          <span>{shortDate(startDate, now)}</span>
          <span>{shortDate(endDate, now)}</span>
        </div>
      )}
    </figure>
  );
}
