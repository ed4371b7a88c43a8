import { useEffect, useState, type FormEvent } from 'react';
import { api, cooperationQualities, paths, useCaseDeed, type Cooperation } from '@/api';
import { useTranslation } from '@/i18n';
import { errorAt, formErrors } from '@/parts';
import { Button, Card, ErrorSummary, Heading, RadioGroup, Row, SelectField, useToasts, type FieldError } from '@/ui';
import { cooperationSigns, type Party } from '../useCooperationDrawing';

/** The own view of working together with one of the others. Only the own view can be given, and it can be taken back. */
export function OwnView({ caseId, parties, views, chosen }: { caseId: string; parties: Party[]; views: Cooperation[]; chosen: string | null }) {
  const { t } = useTranslation('network');
  const { t: common } = useTranslation();
  const { say } = useToasts();
  const [to, setTo] = useState(parties[0]?.id ?? '');
  const [quality, setQuality] = useState<string | null>(null);
  const [errors, setErrors] = useState<FieldError[]>([]);
  const party = parties.find(({ id }) => id === to);
  const said = views.find(({ toId }) => toId === to);
  const turnTo = (id: string) => {
    setTo(id);
    setQuality(null);
    setErrors([]);
  };
  // Whoever is chosen in the picture is asked about here.
  useEffect(() => {
    if (chosen && parties.some(({ id }) => id === chosen)) turnTo(chosen);
  }, [chosen]);
  const save = useCaseDeed(caseId, async (value: string) => {
    if (!party) return;
    const path = paths.ownCooperation(caseId, party.kind, party.id);
    if (value !== '') await api.put<Cooperation>(path, said?.version ?? 0, { quality: value });
    else if (said) await api.remove(path, said.version);
  });
  const value = quality ?? said?.quality ?? '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(value, {
      onSuccess: () => {
        setQuality(null);
        setErrors([]);
        say(common('saved'));
      },
      onError: (error) => setErrors(formErrors(error, () => 'cooperation-quality', common)),
    });
  };
  return (
    <Card as="section" aria-labelledby="cooperation-own">
      <form className="ep-form" noValidate onSubmit={submit}>
        <Heading level={2} id="cooperation-own">
          {t('cooperation.own')}
        </Heading>
        <ErrorSummary errors={errors} />
        <SelectField id="cooperation-to" label={t('cooperation.with')} value={to} onChange={turnTo} options={parties.map(({ id, name }) => ({ value: id, label: name }))} />
        <RadioGroup
          id="cooperation-quality"
          legend={t('cooperation.how')}
          error={errorAt(errors, 'cooperation-quality')}
          value={value}
          onChange={setQuality}
          choices={[...cooperationQualities.map((code) => ({ value: code as string, label: `${cooperationSigns[code]}  ${t(`cooperation.qualities.${code}`)}` })), { value: '', label: t('notSaid') }]}
        />
        <Row>
          <Button kind="main" type="submit" busy={save.isPending}>
            {common('actions.save')}
          </Button>
        </Row>
      </form>
    </Card>
  );
}
