import { useState, type FormEvent } from 'react';
import { api, keys, paths, useDeed, useDraft, useOrganisations, type NewNodeInvitation } from '@/api';
import { useDates, useTranslation } from '@/i18n';
import { CopyButton, DraftNotice, errorAt } from '@/parts';
import { Button, Card, ErrorSummary, Heading, Paragraph, SelectField, SummaryList, TextField, type FieldError } from '@/ui';
import { useFailures } from './failure';

const another = 'another';
const days = ['1', '7', '14', '30'] as const;
const fieldOf = (pointer: string) => ({ '/organisationName': 'invite-name', '/organisationId': 'invite-organisation', '/days': 'invite-days' })[pointer] ?? null;

function Code({ made, address, onKept }: { made: NewNodeInvitation; address: string; onKept: () => void }) {
  const { t } = useTranslation('nodes');
  const { moment } = useDates();
  const copy = { copy: t('invite.copy'), copied: t('invite.copied') };
  return (
    <Card tone="new">
      <Heading level={3}>{t('invite.once')}</Heading>
      <Paragraph>{t('invite.tell')}</Paragraph>
      <SummaryList
        items={[
          { key: 'code', label: t('invite.code'), value: <code dir="ltr" translate="no">{made.code}</code>, end: <CopyButton text={made.code} {...copy} /> },
          { key: 'address', label: t('invite.address'), value: <code dir="ltr" translate="no">{address}</code>, end: <CopyButton text={address} {...copy} /> },
          { key: 'until', label: t('invite.until'), value: moment(made.expiresAt) },
        ]}
      />
      <Button onClick={onKept}>{t('invite.kept')}</Button>
    </Card>
  );
}

/** Invites an organisation to take part from its own part. */
export function Invite({ address }: { address: string }) {
  const { t } = useTranslation('nodes');
  const failures = useFailures(fieldOf);
  const organisations = useOrganisations().data ?? [];
  const draft = useDraft('node-invitation', { organisation: '', name: '', days: '7' });
  const { organisation, name, days: lasting } = draft.values;
  const [errors, setErrors] = useState<FieldError[]>([]);
  const [made, setMade] = useState<NewNodeInvitation | null>(null);
  const invite = useDeed<object, NewNodeInvitation>([keys.node], (body, key) => api.create<NewNodeInvitation>(paths.nodeInvitations, body, key));
  const chosen = organisations.find((one) => one.id === organisation);
  // Without a list to choose from there is only a name to write.
  const writes = organisations.length === 0 || organisation === another;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const missing = writes ? name.trim() === '' && { fieldId: 'invite-name', text: t('invite.nameMissing') } : !chosen && { fieldId: 'invite-organisation', text: t('invite.organisationMissing') };
    setErrors(missing ? [missing] : []);
    if (missing) return;
    invite.mutate(
      { organisationName: chosen && !writes ? chosen.name : name.trim(), organisationId: chosen && !writes ? chosen.id : null, days: Number(lasting) },
      {
        onSuccess: (invitation) => {
          draft.discard();
          setMade(invitation);
        },
        onError: (error) => setErrors(failures(error)),
      },
    );
  };
  return (
    <section className="ep-stack" aria-labelledby="invite">
      <Heading level={2} id="invite">
        {t('invite.title')}
      </Heading>
      <Paragraph soft>{t('invite.text')}</Paragraph>
      {made ? (
        <Code made={made} address={address} onKept={() => setMade(null)} />
      ) : (
        <form className="nodes-form" noValidate onSubmit={submit}>
          <DraftNotice draft={draft} />
          <ErrorSummary errors={errors} />
          {organisations.length > 0 ? (
            <SelectField
              id="invite-organisation"
              label={t('invite.organisation')}
              help={t('invite.organisationHelp')}
              value={organisation}
              onChange={(next) => draft.change({ organisation: next })}
              options={[...organisations.map((one) => ({ value: one.id, label: one.name })), { value: another, label: t('invite.another') }]}
              empty={t('invite.choose')}
              error={errorAt(errors, 'invite-organisation')}
            />
          ) : null}
          {writes ? <TextField id="invite-name" label={t('invite.name')} value={name} maxLength={200} onChange={(next) => draft.change({ name: next })} error={errorAt(errors, 'invite-name')} /> : null}
          <SelectField
            id="invite-days"
            label={t('invite.days')}
            value={lasting}
            onChange={(next) => draft.change({ days: next })}
            options={days.map((one) => ({ value: one, label: t('invite.day', { count: Number(one) }) }))}
            error={errorAt(errors, 'invite-days')}
          />
          <div>
            <Button kind="main" type="submit" icon="plus" busy={invite.isPending}>
              {t('invite.make')}
            </Button>
          </div>
        </form>
      )}
    </section>
  );
}
