type Props = { name: string; color: string };

export function LabelChip({ name, color }: Props) {
  return (
    <span className="label-chip">
      <i style={{ background: color }} />
      <span className="truncate">{name}</span>
    </span>
  );
}
