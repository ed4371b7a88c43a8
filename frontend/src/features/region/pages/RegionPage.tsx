import { useSearchParams } from 'react-router';
import { useIdentity, useIndicators, type IndicatorRow, type Indicators } from '@/api';
import { useDates, useTranslation, useWords } from '@/i18n';
import { Loaded } from '@/parts';
import { Heading, PageHead, Paragraph } from '@/ui';
import { queryOf, readChoice, type Choice } from '../components/choice';
import { Choices } from '../components/Choices';
import { Places } from '../components/Places';
import { Series } from '../components/Series';
import { Stacks } from '../components/Stacks';
import { useRegionWords, valueOf, type RegionWords } from '../components/words';
import '../components/region.css';

const series = [
  { key: 'open', indicators: ['open-cases'] },
  { key: 'flow', indicators: ['inflow', 'outflow'] },
  { key: 'days', indicators: ['days-to-agreed-plan'] },
  { key: 'plans', indicators: ['plans-agreed'] },
  { key: 'shares', indicators: ['cards-complete', 'evaluation-date', 'evaluated-in-time'] },
  { key: 'parties', indicators: ['parties-per-case'] },
  { key: 'changes', indicators: ['coordinator-changes', 'replacements', 'treatment-notices'] },
] as const;

const statuses = ['open', 'reached', 'partly-reached', 'not-reached', 'dropped'] as const;
const answers = ['yes', 'partly', 'no'] as const;

/** The page in one sentence. */
function useConclusion(row: IndicatorRow | undefined, words: RegionWords): string {
  const { t } = useTranslation('region');
  const [open, days] = [valueOf(row, 'open-cases'), valueOf(row, 'days-to-agreed-plan')];
  const place = words.place(row?.municipality);
  if (open === null) return t('conclusionFew', { place });
  return `${t('conclusion', { place, number: words.number(open) })} ${days === null ? '' : t('conclusionDays', { number: words.number(days) })}`.trim();
}

function Numbers({ latest, past, choice, until, onChange }: { latest: Indicators; past: Indicators; choice: Choice; until: string; onChange: (choice: Partial<Choice>) => void }) {
  const { t } = useTranslation('region');
  const { organisationName } = useIdentity();
  const { moment } = useDates();
  const word = useWords();
  const words = useRegionWords(latest);
  const rows = past.rows.filter((row) => (row.municipality ?? '') === choice.municipality);
  const last = rows.at(-1);
  const conclusion = useConclusion(last, words);
  const domains = [...new Set(last?.figures.flatMap((figure) => figure.domain ?? []) ?? [])];
  return (
    <>
      <PageHead crumb={[organisationName, last && words.period(choice.period, last.from, last.until)].filter(Boolean).join(' · ')} end={<Choices data={latest} choice={choice} until={until} words={words} onChange={onChange} />}>
        <Heading level={1}>{conclusion}</Heading>
        {last ? <p className="ep-only-print">{words.period(choice.period, last.from, last.until)}</p> : null}
        <Paragraph soft>{t('asOf', { moment: moment(latest.asOf), until: words.period('month', latest.closedUntil, latest.closedUntil) })}</Paragraph>
      </PageHead>
      <Places rows={latest.rows} words={words} />
      <div className="region-grid">
        {series.map((one) => (
          <Series key={one.key} title={t(`series.${one.key}`, { place: words.place(last?.municipality) })} indicators={one.indicators} rows={rows} kind={choice.period} words={words} />
        ))}
        {last ? (
          <>
            <Stacks
              title={t('series.kept')} indicator="agreements-kept" row={last} words={words} lines={[{ key: 'all', label: t('agreements') }]}
              parts={answers.map((answer) => ({ key: answer, label: word('keptAnswers', answer) }))}
            />
            <Stacks
              title={t('series.goals')} indicator="goals" row={last} words={words} lines={domains.map((domain) => ({ key: domain, label: word('lifeDomains', domain), domain }))}
              parts={statuses.map((status) => ({ key: status, label: word('goalStatuses', status) }))}
            />
          </>
        ) : null}
      </div>
      <section className="region-rules" aria-labelledby="rules">
        <Heading level={2} look={3} id="rules">
          {t('rules.heading')}
        </Heading>
        <dl className="region-words">
          {(['hidden', 'when', 'municipality', 'who'] as const).map((rule) => (
            <div key={rule}>
              <dt>{t(`rules.${rule}.term`)}</dt>
              <dd>{t(`rules.${rule}.text`)}</dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  );
}

/** The series of the chosen place, once it is known until when there are numbers. */
function Past({ newest, choice, onChange }: { newest: Indicators; choice: Choice; onChange: (choice: Partial<Choice>) => void }) {
  const until = choice.until || newest.closedUntil;
  const latest = useIndicators(queryOf(choice, until, true));
  const past = useIndicators(queryOf(choice, until, false));
  return <Loaded query={latest}>{(last) => <Loaded query={past}>{(series) => <Numbers latest={last} past={series} choice={choice} until={until} onChange={onChange} />}</Loaded>}</Loaded>;
}

/** How it goes in the region: what large numbers say, what they mean beside them, and nothing about anybody. */
export function RegionPage() {
  const [search, setSearch] = useSearchParams();
  const choice = readChoice(search);
  const change = (part: Partial<Choice>) => setSearch(Object.entries({ ...choice, ...part }).filter(([, value]) => value !== ''), { replace: true });
  return <Loaded query={useIndicators({ period: 'year' })}>{(newest) => <Past newest={newest} choice={choice} onChange={change} />}</Loaded>;
}
