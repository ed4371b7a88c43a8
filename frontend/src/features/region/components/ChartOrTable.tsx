import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from '@/i18n';
import { Card, Heading, LinkButton, Paragraph } from '@/ui';

const isWide = () => window.matchMedia?.('(min-width: 48rem)').matches ?? false;

/** One subject: its heading, how it was counted, and the same numbers as a chart or as a table. On a phone the table comes first. */
export function ChartOrTable({ title, meanings, chart, table }: { title: string; meanings: readonly { name: string; meaning: string }[]; chart: ReactNode; table: ReactNode }) {
  const { t } = useTranslation('region');
  const [asChart, setAsChart] = useState(isWide);
  const id = useId();
  return (
    <Card as="section" aria-labelledby={id}>
      <div className="region-subject">
        <Heading level={2} look={3} id={id}>
          {title}
        </Heading>
        {asChart ? chart : table}
        <dl className="region-words">
          {meanings.map((one) => (
            <div key={one.name}>
              <dt>{one.name}</dt>
              <dd>{one.meaning}</dd>
            </div>
          ))}
        </dl>
        <Paragraph small>
          <span className="ep-no-print">
            <LinkButton onClick={() => setAsChart(!asChart)}>
              {t(asChart ? 'asTable' : 'asChart')}
              <span className="ep-hidden">: {title}</span>
            </LinkButton>
          </span>
        </Paragraph>
      </div>
    </Card>
  );
}
