import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { keys, useHost, useUnsent, type Unsent } from '@/api';
import { useTranslation } from '@/i18n';
import { Loaded, NotForYou } from '@/parts';
import { pages } from '@/routing';
import { Heading, Link, PageHead, Paragraph, StatePage } from '@/ui';
import { Entry } from '../components/Entry';
import { groupsOf, stillWaits } from '../order';
import '../away.css';

/** What has just arrived is read anew where it stands. */
function useArrivals(entries: readonly Unsent[]) {
  const client = useQueryClient();
  const waited = useRef<ReadonlySet<string>>(new Set());
  useEffect(() => {
    for (const { id, caseId, state } of entries)
      if (state === 'sent' && caseId && waited.current.has(id)) void client.invalidateQueries({ queryKey: keys.case(caseId) });
    waited.current = new Set(entries.filter(stillWaits).map((entry) => entry.id));
  }, [client, entries]);
}

function Entries({ entries }: { entries: Unsent[] }) {
  const { t } = useTranslation('away');
  const { t: common } = useTranslation();
  useArrivals(entries);
  return (
    <>
      <PageHead crumb={<Link to={pages.myWork}>{common('nav.myWork')}</Link>}>
        <Heading level={1}>{t('unsent.title')}</Heading>
        <Paragraph soft>{t('unsent.lead', { count: entries.filter(stillWaits).length })}</Paragraph>
      </PageHead>
      <div className="ep-stack ep-stack--xl unsent">
        {entries.length === 0 ? (
          <StatePage level={2} icon="mail" title={t('unsent.lead', { count: 0 })}>
            <Paragraph>{t('unsent.empty')}</Paragraph>
          </StatePage>
        ) : null}
        {groupsOf(entries).map(({ state, entries: some }) => (
          <section key={state} aria-labelledby={`unsent-${state}`} className="ep-stack">
            <div>
              <Heading level={2} id={`unsent-${state}`}>
                {t(`state.${state}.title`)}
              </Heading>
              <Paragraph soft>{t(`state.${state}.text`)}</Paragraph>
            </div>
            <ul className="unsent__list">
              {some.map((entry) => (
                <Entry key={entry.id} entry={entry} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
}

/** Everything that one typed while the region could not be reached. */
export function UnsentPage() {
  const host = useHost();
  const unsent = useUnsent(host !== null);
  return host === null ? <NotForYou /> : <Loaded query={unsent}>{(entries) => <Entries entries={entries} />}</Loaded>;
}
