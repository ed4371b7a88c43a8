import { useState, type FormEvent } from 'react';
import { api, keys, paths, useDeed, useDraft, type Peer } from '@/api';
import { useTranslation } from '@/i18n';
import { DraftNotice, errorAt } from '@/parts';
import { Button, Card, ErrorSummary, Heading, Paragraph, SideGrid, TextField, type FieldError } from '@/ui';
import { useFailures } from './failure';

const fieldOf = (pointer: string) => ({ '/url': 'join-url', '/code': 'join-code' })[pointer] ?? null;
const steps = ['keys', 'people', 'plans'] as const;

function WhatHappens() {
  const { t } = useTranslation('nodes');
  return (
    <Card as="section" tone="sunk" aria-labelledby="join-steps">
      <Heading level={2} look={3} id="join-steps">
        {t('join.next')}
      </Heading>
      <ol className="nodes-steps">
        {steps.map((step) => (
          <li key={step}>{t(`join.step.${step}`)}</li>
        ))}
      </ol>
    </Card>
  );
}

/** A member joins a region, with the address and the code that the region gave. */
export function Join({ suggested }: { suggested: string }) {
  const { t } = useTranslation('nodes');
  const failures = useFailures(fieldOf);
  const draft = useDraft('node-join', { url: suggested });
  // The code opens something: it stays in this page only.
  const [code, setCode] = useState('');
  const [errors, setErrors] = useState<FieldError[]>([]);
  const { url } = draft.values;
  const join = useDeed<object, Peer>([keys.node], (body, key) => api.create<Peer>(paths.nodePeers, body, key));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const missing: FieldError[] = [];
    if (url.trim() === '') missing.push({ fieldId: 'join-url', text: t('join.urlMissing') });
    if (code.trim() === '') missing.push({ fieldId: 'join-code', text: t('join.codeMissing') });
    setErrors(missing);
    if (missing.length === 0) join.mutate({ url: url.trim(), code: code.trim() }, { onSuccess: () => draft.saved(), onError: (error) => setErrors(failures(error)) });
  };
  return (
    <SideGrid side={<WhatHappens />}>
      <form className="nodes-form" noValidate onSubmit={submit}>
        <DraftNotice draft={draft} />
        <ErrorSummary errors={errors} />
        <Paragraph>{t('join.text')}</Paragraph>
        <TextField id="join-url" label={t('join.url')} help={t('join.urlHelp')} value={url} maxLength={300} onChange={(next) => draft.change({ url: next })} error={errorAt(errors, 'join-url')} />
        <TextField id="join-code" label={t('join.code')} help={t('join.codeHelp')} value={code} maxLength={200} onChange={setCode} error={errorAt(errors, 'join-code')} />
        <div>
          <Button kind="main" type="submit" busy={join.isPending}>
            {t('join.submit')}
          </Button>
        </div>
      </form>
    </SideGrid>
  );
}
