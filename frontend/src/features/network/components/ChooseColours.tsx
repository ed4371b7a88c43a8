import { useState, type FormEvent } from 'react';
import { api, paths, useCaseDeed, useColours, useReference, type Colours, type Swatch } from '@/api';
import { useTranslation } from '@/i18n';
import { errorAt, formErrors, Loaded, useFamilyDomain } from '@/parts';
import { Button, ErrorSummary, Paragraph, RadioGroup, Row, SelectField, TextField, useToasts, type FieldError } from '@/ui';
import { badge } from '../picture/layout';
import { BadgeShape, Hatches } from '../picture/Shapes';
import './network.css';

const usual = 'usual';
const other = 'other';

function Sample({ code, letters, slot, swatch }: { code: string; letters: string; slot: number; swatch: Swatch }) {
  return (
    <svg className="network-sample" viewBox={`-1 -1 ${badge.width + 2} ${badge.height + 2}`} aria-hidden="true" focusable="false">
      <Hatches />
      <BadgeShape box={{ x: 0, y: 0, ...badge }} look={{ code, letters, slot, ...swatch }} />
    </svg>
  );
}

/** One life domain at a time: its usual colour, some that can be read and told apart from the others, or one of the family's own. */
function Form({ caseId, colours }: { caseId: string; colours: Colours }) {
  const { t } = useTranslation('network');
  const { t: common } = useTranslation();
  const { say } = useToasts();
  const domainName = useFamilyDomain(caseId);
  const known = useReference().data?.lifeDomains ?? [];
  const [domain, setDomain] = useState(colours.domains[0]?.domain ?? '');
  const now = colours.domains.find((one) => one.domain === domain);
  const shape = known.find(({ code }) => code === domain);
  const [choice, setChoice] = useState('');
  const [own, setOwn] = useState('');
  const [errors, setErrors] = useState<FieldError[]>([]);
  const save = useCaseDeed(caseId, (fill: string | null) =>
    api.put<Colours>(paths.colours(caseId), colours.version, {
      colours: [...colours.domains.filter((one) => one.chosen && one.domain !== domain).map((one) => ({ domain: one.domain, fill: one.now.fill })), ...(fill === null ? [] : [{ domain, fill }])],
    }),
  );
  if (!now || !shape) return null;
  const value = choice || (now.chosen ? now.now.fill : usual);
  const sample = (swatch: Swatch) => <Sample code={domain} letters={shape.badge} slot={shape.slot} swatch={swatch} />;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(value === usual ? null : value === other ? own.trim() : value, {
      onSuccess: () => {
        setChoice('');
        setErrors([]);
        say(t('colours.saved'));
      },
      onError: (error) => setErrors(formErrors(error, () => (value === other ? 'colour-own' : 'colour-choice'), common)),
    });
  };
  const swatches = [...(now.chosen ? [now.now] : []), ...now.offers.filter(({ fill }) => fill !== now.now.fill)];
  return (
    <form className="ep-form network-form" noValidate onSubmit={submit}>
      <ErrorSummary errors={errors} />
      <Paragraph>{t('colours.text')}</Paragraph>
      <SelectField
        id="colour-domain"
        label={t('colours.domain')}
        value={domain}
        onChange={(code) => {
          setDomain(code);
          setChoice('');
          setErrors([]);
        }}
        options={colours.domains.map((one) => ({ value: one.domain, label: domainName(one.domain) }))}
      />
      <RadioGroup
        id="colour-choice"
        legend={t('colours.choice')}
        error={errorAt(errors, 'colour-choice')}
        value={value}
        onChange={setChoice}
        choices={[
          { value: usual, label: <>{now.chosen ? null : sample(now.now)} {t('colours.usual')}</> },
          ...swatches.map((swatch, number) => ({ value: swatch.fill, label: <>{sample(swatch)} {t('colours.offer', { number: number + 1 })}</> })),
          { value: other, label: t('colours.own') },
        ]}
      />
      {value === other ? <TextField id="colour-own" label={t('colours.ownLabel')} help={t('colours.ownHelp')} maxLength={7} short value={own} onChange={setOwn} error={errorAt(errors, 'colour-own')} /> : null}
      <Row>
        <Button kind="main" type="submit" busy={save.isPending}>
          {common('actions.save')}
        </Button>
      </Row>
    </form>
  );
}

export function ChooseColours({ caseId }: { caseId: string }) {
  return <Loaded query={useColours(caseId)}>{(colours) => <Form caseId={caseId} colours={colours} />}</Loaded>;
}
