import { useEffect, useRef } from 'react';
import { useTranslation } from '@/i18n';

export type FieldError = { fieldId: string | null; text: string };

/**
 * All that is not right yet, on top of the form. Receives focus every time a submit failed:
 * pass a new `errors` array for every submit.
 */
export function ErrorSummary({ errors }: { errors: FieldError[] }) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (errors.length > 0) box.current?.focus();
  }, [errors]);
  if (errors.length === 0) return null;
  return (
    <div className="ep-errsum" role="alert" tabIndex={-1} ref={box}>
      <h2>{t('errors.summary', { count: errors.length })}</h2>
      <ul>
        {errors.map((error, index) => (
          <li key={`${error.fieldId ?? ''}${index}`}>
            {error.fieldId ? (
              <a
                href={`#${error.fieldId}`}
                onClick={(event) => {
                  event.preventDefault();
                  document.getElementById(error.fieldId ?? '')?.focus();
                }}
              >
                {error.text}
              </a>
            ) : (
              error.text
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
