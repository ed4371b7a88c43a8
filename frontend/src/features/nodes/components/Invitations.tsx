import { api, keys, paths, useDeed, type NodeInvitation } from '@/api';
import { useDates, useTranslation } from '@/i18n';
import { Badge, Button, Heading, Ledger, LedgerRow, Notice, useToasts } from '@/ui';
import { useFailures } from './failure';

/** Invitations that wait for an answer, and those that nobody answered in time. */
export function Invitations({ invitations }: { invitations: NodeInvitation[] }) {
  const { t } = useTranslation('nodes');
  const { date, moment } = useDates();
  const { say } = useToasts();
  const failures = useFailures();
  const withdraw = useDeed<NodeInvitation, void>([keys.node], (one) => api.remove(paths.nodeInvitation(one.id)));
  const shown = invitations.filter((one) => one.state !== 'used');
  if (shown.length === 0) return null;
  return (
    <section className="ep-stack" aria-labelledby="invited">
      <Heading level={2} id="invited">
        {t('invited.title')}
      </Heading>
      {withdraw.error ? (
        <Notice tone="error" live>
          {failures(withdraw.error)[0]?.text}
        </Notice>
      ) : null}
      <Ledger withoutFamily>
        {shown.map((one) => (
          <LedgerRow
            key={one.id}
            date={date(one.createdAt)}
            text={one.organisationName}
            reason={one.state === 'open' ? t('invited.until', { moment: moment(one.expiresAt) }) : <Badge>{t('invited.expired')}</Badge>}
            deed={
              <Button small kind="quiet" busy={withdraw.isPending && withdraw.variables?.id === one.id} onClick={() => withdraw.mutate(one, { onSuccess: () => say(t('invited.withdrawn')) })}>
                {one.state === 'open' ? t('invited.withdraw', { name: one.organisationName }) : t('invited.clear', { name: one.organisationName })}
              </Button>
            }
          />
        ))}
      </Ledger>
    </section>
  );
}
