import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { keys, same, updateKinds, useDraft, type OrganisationSubscription, type UpdateKind } from '@/api';
import { useTranslation, useWords } from '@/i18n';
import { DraftNotice, formErrors } from '@/parts';
import { Button, CheckboxGroup, ErrorSummary, Heading, Paragraph, useToasts, type FieldError } from '@/ui';
import { onList, saveKinds } from '../kinds';

/** Which kinds of news the organisation's own systems get. */
export function Kinds({ subscription }: { subscription: OrganisationSubscription }) {
  const { t } = useTranslation('organisation');
  const { t: common } = useTranslation();
  const word = useWords();
  const { say } = useToasts();
  const client = useQueryClient();
  const draft = useDraft<{ base: OrganisationSubscription; on: UpdateKind[] }>('organisation-kinds', { base: subscription, on: onList(subscription) });
  const [errors, setErrors] = useState<FieldError[]>([]);
  const [busy, setBusy] = useState(false);
  const { base, on } = draft.values;
  const untouched = same([...onList(base)].sort(), [...on].sort());
  const from = untouched ? subscription : base;
  const shown = untouched ? onList(subscription) : on;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setErrors([]);
    try {
      const saved = await saveKinds(from, shown);
      draft.change({ base: saved, on: onList(saved) });
      draft.saved();
      client.setQueryData(keys.organisationSubscription, saved);
      say(common('saved'));
    } catch (error) {
      setErrors(formErrors(error, () => 'kinds', common));
    } finally {
      setBusy(false);
    }
  };
  return (
    <section aria-labelledby="hear">
      <Heading level={2} id="hear">
        {t('kinds.title')}
      </Heading>
      <Paragraph soft>{t('kinds.text')}</Paragraph>
      <form className="ep-form organisation-kinds" noValidate onSubmit={(event) => void submit(event)}>
        <DraftNotice draft={draft} />
        <ErrorSummary errors={errors} />
        <CheckboxGroup
          id="kinds"
          hideLegend
          legend={t('kinds.title')}
          values={shown}
          onChange={(values) => draft.change({ base: from, on: values as UpdateKind[] })}
          choices={updateKinds.map((kind) => ({ value: kind, label: word('updateKinds', kind) }))}
        />
        <div>
          <Button kind="main" type="submit" busy={busy}>
            {t('kinds.save')}
          </Button>
        </div>
      </form>
    </section>
  );
}
