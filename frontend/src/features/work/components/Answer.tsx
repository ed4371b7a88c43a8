import { useState } from 'react';
import type { useCaseDeed } from '@/api';
import { useTranslation } from '@/i18n';
import { formErrors } from '@/parts';
import { Button, Dialog, Notice, Paragraph, useToasts } from '@/ui';

type Props = {
  yes: string;
  no: string;
  /** The family it is about, so that two rows have two names for their buttons. */
  about: string;
  sure: { title: string; text: string };
  done: { yes: string; no: string };
  deed: Pick<ReturnType<typeof useCaseDeed<'acceptance' | 'refusal', void>>, 'mutate' | 'isPending' | 'error'>;
  onYes: () => void;
  /** The one question of a page, instead of a row in a list. */
  large?: boolean;
};

/** Yes at once; no after one question, because it cannot be taken back. */
export function Answer({ yes, no, about, sure, done, deed, onYes, large }: Props) {
  const { t } = useTranslation();
  const { t: work } = useTranslation('work');
  const { say } = useToasts();
  const [asking, setAsking] = useState(false);
  const answer = (what: 'acceptance' | 'refusal') =>
    deed.mutate(what, {
      onSuccess: () => {
        say(what === 'acceptance' ? done.yes : done.no);
        setAsking(false);
        if (what === 'acceptance') onYes();
      },
    });
  const refuse = (
    <Button kind={large ? 'second' : 'quiet'} small={!large} aria-label={`${no}: ${about}`} onClick={() => setAsking(true)}>
      {no}
    </Button>
  );
  const failure = deed.error ? (
    <Notice tone="error" live>
      {formErrors(deed.error, () => null, t)[0]?.text}
    </Notice>
  ) : null;
  return (
    <>
      {large ? null : refuse}
      <Button kind={large ? 'main' : 'second'} small={!large} busy={deed.isPending} aria-label={`${yes}: ${about}`} onClick={() => answer('acceptance')}>
        {yes}
      </Button>
      {large ? refuse : null}
      {asking ? null : failure}
      <Dialog
        title={sure.title}
        open={asking}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button kind="danger" busy={deed.isPending} onClick={() => answer('refusal')}>
              {no}
            </Button>
            <Button kind="quiet" onClick={() => setAsking(false)}>
              {work('notAfterAll')}
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
