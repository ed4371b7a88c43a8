import { useState, type ReactNode } from 'react';
import { keys, useDeed } from '@/api';
import { useTranslation } from '@/i18n';
import { Button, Dialog, Hidden, Notice, type ButtonKind } from '@/ui';
import { useFailures } from './failure';

type Props<Output> = { label: string; /** Of whom, where several buttons say the same. */ about?: string; kind?: ButtonKind; title: string; yes: string; children: ReactNode; run: () => Promise<Output>; onDone?: (output: Output) => void };

/** A deed that reaches people: first says what it does, then does it. */
export function AskFirst<Output>({ label, about, kind = 'second', title, yes, children, run, onDone }: Props<Output>) {
  const { t } = useTranslation();
  const failures = useFailures();
  const [asking, setAsking] = useState(false);
  const deed = useDeed<void, Output>([keys.node], run);
  const close = () => {
    setAsking(false);
    deed.reset();
  };
  const go = () =>
    deed.mutate(undefined, {
      onSuccess: (output) => {
        setAsking(false);
        onDone?.(output);
      },
    });
  return (
    <>
      <Button small kind={kind} onClick={() => setAsking(true)}>
        {about ? (
          <span>
            {label} <Hidden>{about}</Hidden>
          </span>
        ) : (
          label
        )}
      </Button>
      <Dialog
        open={asking}
        onClose={close}
        title={title}
        actions={
          <>
            <Button kind={kind === 'danger' ? 'danger' : 'main'} busy={deed.isPending} onClick={go}>
              {yes}
            </Button>
            <Button kind="quiet" onClick={close}>
              {t('actions.cancel')}
            </Button>
          </>
        }
      >
        <div className="ep-stack">
          {children}
          {deed.error ? (
            <Notice tone="error" live>
              {failures(deed.error)[0]?.text}
            </Notice>
          ) : null}
        </div>
      </Dialog>
    </>
  );
}
