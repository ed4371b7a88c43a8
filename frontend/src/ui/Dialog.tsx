import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useTranslation } from '@/i18n';
import { Icon } from './icons';

/** The browser's own modal dialog: it keeps focus inside and gives it back. */
export function Dialog({ title, open, onClose, children, actions }: { title: ReactNode; open: boolean; onClose: () => void; children: ReactNode; actions?: ReactNode }) {
  const { t } = useTranslation();
  const box = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = box.current;
    if (!dialog) return;
    if (open && !dialog.open) dialog.showModal();
    if (!open && dialog.open) dialog.close();
  }, [open]);
  return (
    <dialog
      className="ep-dialog"
      ref={box}
      aria-labelledby={id}
      onClose={onClose}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      {open ? (
        <>
          <div className="ep-dialog__head">
            <h2 id={id}>{title}</h2>
            <button type="button" className="ep-dialog__close" aria-label={t('actions.close')} onClick={onClose}>
              <Icon name="close" />
            </button>
          </div>
          {children}
          {actions ? <div className="ep-row ep-dialog__actions">{actions}</div> : null}
        </>
      ) : null}
    </dialog>
  );
}
