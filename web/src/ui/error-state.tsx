import { t } from '@/lib/i18n';
import { Button } from '@/ui/button';
import { WarningGlyph } from '@/ui/glyphs';

type Props = { title: string; detail?: string; traceId?: string | null; onRetry?: () => void };

export function ErrorState({ title, detail, traceId, onRetry }: Props) {
  return (
    <div role="alert" className="mx-auto grid max-w-md justify-items-center gap-3 px-6 py-16 text-center">
      <span className="grid size-12 place-items-center rounded-xl bg-danger-soft text-danger">
        <WarningGlyph size={22} />
      </span>
      <div className="grid gap-1.5">
        <h2 className="text-lg">{title}</h2>
        {detail && <p className="text-ink-2 text-pretty">{detail}</p>}
      </div>
      {onRetry && <Button onClick={onRetry}>{t('ui.retry')}</Button>}
      {traceId && (
        <button
          type="button"
          className="font-mono text-2xs text-ink-3 hover:text-ink"
          onClick={() => void navigator.clipboard.writeText(traceId)}
        >
          {t('ui.copyTrace', { traceId })}
        </button>
      )}
    </div>
  );
}
