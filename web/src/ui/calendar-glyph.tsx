/** A sheet of a calendar, drawn in one piece: long lists show one in each row. */
export function CalendarGlyph({ className }: { className?: string }) {
  return (
    <svg
      width={14}
      height={14}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.35"
      strokeLinecap="round"
      className={className}
      aria-hidden="true"
    >
      <path d="M4.5 2.9h7a2 2 0 0 1 2 2v7.1a2 2 0 0 1-2 2h-7a2 2 0 0 1-2-2V4.9a2 2 0 0 1 2-2ZM2.5 6.5h11M5.4 1.5v2.800M10.6 1.5v2.800M5.6 9.200h.01M8 9.200h.01M10.4 9.200h.01M5.6 11.6h.01M8 11.6h.01" />
    </svg>
  );
}
