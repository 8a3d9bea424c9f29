export function MethodBadge({ method }: { method: string }) {
  return (
    <span className="method" data-method={method}>
      {method === 'DELETE' ? 'DEL' : method}
    </span>
  );
}
