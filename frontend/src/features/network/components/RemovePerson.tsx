import { useState } from 'react';
import { api, isApiError, paths, useCaseDeed, type Person } from '@/api';
import { useTranslation } from '@/i18n';
import { formErrors } from '@/parts';
import { Button, Dialog, Notice, Paragraph, UserText, useToasts } from '@/ui';

/** Takes somebody out after one question, because it cannot be undone. */
export function RemovePerson({ caseId, person, onRemoved }: { caseId: string; person: Person; onRemoved: () => void }) {
  const { t } = useTranslation('network');
  const { t: common } = useTranslation();
  const { say } = useToasts();
  const [open, setOpen] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const remove = useCaseDeed(caseId, async () => {
    try {
      await api.remove(paths.person(caseId, person.id), person.version);
    } catch (failure) {
      // Somebody else took the person out already: what was asked is the case.
      if (!isApiError(failure, 'not-found')) throw failure;
    }
    // Before everything is read anew: then this page has nobody to show any more and takes its own callbacks with it.
    say(t('removed'));
    onRemoved();
  });
  const run = () => {
    if (remove.isPending) return;
    setError(null);
    remove.mutate(undefined, {
      onError: (failure) => setError(formErrors(failure, () => null, common)[0]?.text ?? null),
    });
  };
  return (
    <>
      <Button kind="danger" onClick={() => setOpen(true)}>
        {t('remove')}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={t('removeTitle')}
        actions={
          <>
            <Button kind="danger" busy={remove.isPending} onClick={run}>
              {t('removeYes')}
            </Button>
            <Button onClick={() => setOpen(false)}>{t('removeNo')}</Button>
          </>
        }
      >
        <Paragraph>
          <UserText>{person.name}</UserText> {t('removeText')}
        </Paragraph>
        {error ? (
          <Notice tone="error" live>
            {error}
          </Notice>
        ) : null}
      </Dialog>
    </>
  );
}
