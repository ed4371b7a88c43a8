import { paths, withQuery, type Indicators } from '@/api';
import { useTranslation, useWords } from '@/i18n';
import { Button, ButtonAnchor, Row, SelectField } from '@/ui';
import { ends, periodKinds, queryOf, type Choice } from './choice';
import type { RegionWords } from './words';

/** Where and when; and the same numbers on paper or as a file. */
export function Choices({ data, choice, until, words, onChange }: { data: Indicators; choice: Choice; until: string; words: RegionWords; onChange: (choice: Partial<Choice>) => void }) {
  const { t } = useTranslation('region');
  const word = useWords();
  const options = ends(choice.period, data.closedUntil);
  const from = (end: string) => (choice.period === 'year' ? `${end.slice(0, 4)}-01` : end);
  // The file of the whole region holds its municipalities too.
  const { municipality, ...periods } = queryOf(choice, until, false);
  const file = withQuery(paths.indicatorsFile, choice.municipality ? { ...periods, municipality } : periods);
  return (
    <div className="region-choices ep-no-print">
      <SelectField
        label={t('choose.place')}
        value={choice.municipality}
        empty={t('choose.region')}
        options={data.municipalities.map((code) => ({ value: code, label: word('municipalities', code) }))}
        onChange={(municipality) => onChange({ municipality })}
      />
      <SelectField label={t('choose.per')} value={choice.period} options={periodKinds.map((kind) => ({ value: kind, label: t(`per.${kind}`) }))} onChange={(period) => onChange({ period: period as Choice['period'], until: '' })} />
      <SelectField
        label={t('choose.until')}
        value={until}
        options={(options.includes(until) ? options : [until, ...options]).map((end) => ({ value: end, label: words.period(choice.period, from(end), end) }))}
        onChange={(chosen) => onChange({ until: chosen })}
      />
      <Row>
        <Button icon="print" onClick={() => window.print()}>
          {t('print')}
        </Button>
        <ButtonAnchor href={file}>{t('download')}</ButtonAnchor>
      </Row>
    </div>
  );
}
