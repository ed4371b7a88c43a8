import type { UseMutationResult } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formErrors } from '@/parts';
import { Button, Dialog, Notice, Paragraph, useToasts } from '@/ui';

type Props = {
  yes: string;
  no: string;
  /** The family it is about, so that two rows have two names for their buttons. */
  about: string;
  sure: { title: string; text: string };
  done: { yes: string; no: string };
  deed: Pick<UseMutationResult<void, Error, 'acceptance' | 'refusal'>, 'mutateAsync' | 'isPending' | 'error'>;
  onYes: () => void;
};

/** Yes at once; no after one question, because it cannot be taken back. */
export function Answer({ yes, no, about, sure, done, deed, onYes }: Props) {
  const { t } = useTranslation();
  const { say } = useToasts();
  const [asking, setAsking] = useState(false);
  const running = useRef(false);
  // Awaited, because the answered row is gone from the list by the time the answer is in.
  const answer = async (what: 'acceptance' | 'refusal') => {
    if (running.current) return;
    running.current = true;
    try {
      await deed.mutateAsync(what);
      say(what === 'acceptance' ? done.yes : done.no);
      setAsking(false);
      if (what === 'acceptance') onYes();
    } catch {
      // deed.error says why, on the screen.
    } finally {
      running.current = false;
    }
  };
  const failure = deed.error ? (
    <Notice tone="error" live>
      {formErrors(deed.error, () => null, t)[0]?.text}
    </Notice>
  ) : null;
  return (
    <>
      <Button kind="quiet" small aria-label={`${no}: ${about}`} onClick={() => setAsking(true)}>
        {no}
      </Button>
      <Button small busy={deed.isPending} aria-label={`${yes}: ${about}`} onClick={() => void answer('acceptance')}>
        {yes}
      </Button>
      {asking ? null : failure}
      <Dialog
        title={sure.title}
        open={asking}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button kind="danger" busy={deed.isPending} onClick={() => void answer('refusal')}>
              {no}
            </Button>
            <Button kind="quiet" onClick={() => setAsking(false)}>
              {t('actions.cancel')}
            </Button>
          </>
        }
      >
        {failure}
        <Paragraph>{sure.text}</Paragraph>
      </Dialog>
    </>
  );
}
