import { useState } from 'react';
import { api, isApiError, useCaseDeed } from '@/api';
import { useTranslation } from '@/i18n';
import { Button, Dialog, Notice, Paragraph, useToasts } from '@/ui';

/** Takes an item away, after a question that says what goes. */
export function RemoveButton({ caseId, path, version, title, text, onRemoved }: { caseId: string; path: string; version: number; title: string; text: string; onRemoved: () => void }) {
  const { t } = useTranslation('casePlan');
  const { t: common } = useTranslation();
  const { say } = useToasts();
  const [open, setOpen] = useState(false);
  const remove = useCaseDeed(caseId, () => api.remove(path, version));
  const go = () =>
    remove.mutate(undefined, {
      onSuccess: () => {
        setOpen(false);
        say(t('removed'));
        onRemoved();
      },
    });
  return (
    <>
      <Button kind="danger" onClick={() => setOpen(true)}>
        {common('actions.remove')}
      </Button>
      <Dialog
        title={title}
        open={open}
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button kind="danger" busy={remove.isPending} onClick={go}>
              {common('actions.remove')}
            </Button>
            <Button onClick={() => setOpen(false)}>{common('actions.cancel')}</Button>
          </>
        }
      >
        <Paragraph>{text}</Paragraph>
        {remove.error ? (
          <Notice tone="error" live>
            {common(isApiError(remove.error, 'stale', 'conflict') ? 'errors.stale' : isApiError(remove.error, 'forbidden') ? 'errors.forbidden' : isApiError(remove.error, 'network') ? 'errors.network' : 'errors.server')}
          </Notice>
        ) : null}
      </Dialog>
    </>
  );
}
