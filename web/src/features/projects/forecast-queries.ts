import { queryOptions } from '@tanstack/react-query';
import { api } from '@/api/client';
import type { Milestone, MilestoneForecast, Page } from '@/api/types';
import { type DateOnly, daysBetween } from '@/lib/dates';

/** The forecasts of a project's open milestones, by the ids of these. They follow from tasks, so they are soon old. */
export const forecastsQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['projects', projectId, 'milestones', 'forecasts'] as const,
    queryFn: ({ signal }) =>
      api
        .get<Page<MilestoneForecast>>(`/api/projects/${projectId}/milestones/forecasts`, {
          signal,
          query: { limit: 200 },
        })
        .then(({ items }) => new Map(items.map((forecast) => [forecast.milestoneId, forecast]))),
    staleTime: 15_000,
  });

/** By how many days a milestone will probably be late, and whether it may be although it probably will not. */
export function latenessOf({ dueDate, state }: Milestone, forecast: MilestoneForecast | undefined) {
  if (!dueDate || state === 'completed' || forecast?.outcome !== 'forecast') return { days: 0, isRisky: false };
  const behind = (day: DateOnly | null) => (day === null ? Number.POSITIVE_INFINITY : daysBetween(dueDate, day));
  const days = Math.max(0, behind(forecast.likelyOn));
  return { days, isRisky: days === 0 && behind(forecast.safeOn) > 0 };
}
