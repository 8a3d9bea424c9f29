import { Skeleton } from '@/ui/skeleton';

const LANES = [4, 5, 3, 4];

/** The board's true metrics, so that nothing jumps when the cards arrive. */
export function BoardSkeleton() {
  return (
    <div className="board" aria-hidden="true">
      {LANES.map((cards, lane) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lanes of a skeleton never change.
        <div key={lane} className="lane">
          <div className="lane-head">
            <Skeleton width={96} />
          </div>
          <div className="grid gap-2 px-2">
            {Array.from({ length: cards }, (_, card) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the cards of a skeleton never change.
              <Skeleton key={card} height={card % 2 ? 110 : 132} className="rounded-lg" />
            ))}
          </div>
        </div>
      ))}
    </div>
  );
}
