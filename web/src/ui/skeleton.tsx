type Props = { width?: number | string; height?: number | string; className?: string };

/** Shown only after 150 ms (in the style sheet), so a fast answer never flashes. */
export function Skeleton({ width = '100%', height = 14, className = '' }: Props) {
  return <span aria-hidden="true" className={`skeleton block ${className}`} style={{ width, height }} />;
}
