import type { ReactNode } from 'react';
import { useIdentity, useIndicators, type Cell, type Indicators } from '@/api';
import { useDates, useTranslation, useWords } from '@/i18n';
import { Loaded } from '@/parts';
import { Button, Card, Heading, PageHead, Paragraph, Row, SideGrid, Table, Voice } from '@/ui';
import '../components/region.css';

type Line = { key: string; name: string; openCases: Cell; partiesPerCase: Cell; total?: boolean };

function useNumber(): (value: number) => string {
  const { i18n } = useTranslation();
  return (value) => new Intl.NumberFormat(i18n.language === 'nl' ? 'nl-NL' : 'en-GB', { maximumFractionDigits: 1 }).format(value);
}

function Figure({ cell, hidden }: { cell: Cell; hidden: string }) {
  const number = useNumber();
  return cell.suppressed ? <span className="ep-soft">{hidden}</span> : <>{number(cell.value)}</>;
}

function Figures({ data }: { data: Indicators }) {
  const { t } = useTranslation('region');
  const word = useWords();
  const { moment } = useDates();
  const number = useNumber();
  const lines: Line[] = [
    ...data.municipalities.map((one) => ({ key: one.code, name: word('municipalities', one.code), openCases: one.openCases, partiesPerCase: one.partiesPerCase })),
    { key: 'total', name: t('total'), ...data.total, total: true },
  ];
  const strong = (line: Line, content: ReactNode) => (line.total ? <b>{content}</b> : content);
  return (
    <>
      <div className="region-conclusion">
        <Voice>{data.total.openCases.suppressed ? t('conclusionFew') : t('conclusion', { count: data.total.openCases.value, number: number(data.total.openCases.value) })}</Voice>
      </div>
      <Paragraph soft>{t('asOf', { moment: moment(data.asOf) })}</Paragraph>
      <Card flush>
        <Table
          caption={t('caption')}
          rows={lines}
          rowKey={(line) => line.key}
          columns={[
            { key: 'municipality', head: t('columns.municipality'), cell: (line) => strong(line, line.name) },
            { key: 'open', head: t('columns.openCases'), number: true, cell: (line) => strong(line, <Figure cell={line.openCases} hidden={t('hidden')} />) },
            { key: 'parties', head: t('columns.parties'), number: true, cell: (line) => strong(line, <Figure cell={line.partiesPerCase} hidden={t('notShown')} />) },
          ]}
        />
      </Card>
    </>
  );
}

/** How it goes in the region: only large numbers, and what they mean beside them. */
export function RegionPage() {
  const { t } = useTranslation('region');
  const { organisationName } = useIdentity();
  return (
    <>
      <PageHead crumb={organisationName}>
        <Heading level={1}>{t('heading')}</Heading>
      </PageHead>
      <SideGrid
        side={
          <section aria-labelledby="how">
            <Heading level={2} look={3} id="how">
              {t('how')}
            </Heading>
            <dl className="region-words">
              {(['openCases', 'parties', 'hidden', 'who'] as const).map((term) => (
                <div key={term}>
                  <dt>{t(`define.${term}.term`)}</dt>
                  <dd>{t(`define.${term}.text`)}</dd>
                </div>
              ))}
            </dl>
          </section>
        }
      >
        <div className="ep-stack">
          <Loaded query={useIndicators()}>{(data) => <Figures data={data} />}</Loaded>
          <div className="ep-no-print">
            <Row>
              <Button icon="print" onClick={() => window.print()}>
                {t('print')}
              </Button>
            </Row>
          </div>
        </div>
      </SideGrid>
    </>
  );
}
