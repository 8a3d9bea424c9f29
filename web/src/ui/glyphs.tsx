type Props = { size: number; className?: string };

// Drawn here, because the icons of the other pages bring more with them than the first page has room for.

const strokes = (size: number) =>
  ({
    width: size,
    height: size,
    viewBox: '0 0 24 24',
    fill: 'none',
    stroke: 'currentColor',
    strokeWidth: 2,
    strokeLinecap: 'round',
    strokeLinejoin: 'round',
  }) as const;

export const CrossGlyph = ({ size, className }: Props) => (
  <svg {...strokes(size)} className={className} aria-hidden="true">
    <path d="M6 6l12 12M18 6L6 18" />
  </svg>
);

export const FaultGlyph = ({ size, className }: Props) => (
  <svg {...strokes(size)} className={className} aria-hidden="true">
    <circle cx="12" cy="12" r="9.5" />
    <path d="M12 7.5v5M12 16.5v.01" />
  </svg>
);

export const WarningGlyph = ({ size, className }: Props) => (
  <svg {...strokes(size)} className={className} aria-hidden="true">
    <path d="M12 3.5L2.5 20h19zM12 10v4M12 17v.01" />
  </svg>
);
