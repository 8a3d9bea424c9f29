import { t } from '@/lib/i18n';

type Props = { text: string | null; wait: number };

/** What went wrong as a whole. A countdown is seen ticking but spoken once. */
export function FormMessage({ text, wait }: Props) {
  if (wait > 0) {
    return (
      <p className="form-message">
        <span className="sr-only" role="alert">
          {text}
        </span>
        <span aria-hidden="true">{t('session.tooMany', { seconds: wait })}</span>
      </p>
    );
  }
  return text ? (
    <p role="alert" className="form-message">
      {text}
    </p>
  ) : null;
}
