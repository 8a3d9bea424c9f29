import type { QueryFault } from '@/features/tasks/query/query-fault';
import { pieceAt } from '@/features/tasks/query/query-tokens';

type Props = { id: string; query: string; fault: QueryFault };

/** The query with the faulty place marked, and the server's sentence. */
export function FaultLine({ id, query, fault }: Props) {
  const place = fault.position === null ? null : pieceAt(query, fault.position);
  return (
    <p id={id} role="alert" className="query-fault">
      {place && (
        <code>
          {query.slice(0, place.start)}
          <mark>{query.slice(place.start, place.end) || '\u00a0'}</mark>
          {query.slice(place.end)}
        </code>
      )}
      {fault.detail}
    </p>
  );
}
