import { useState } from 'react';
import { api, paths, useCaseDeed, useFindings, type Case, type Finding } from '@/api';
import { useTranslation } from '@/i18n';
import { Button, classes, Heading, Hidden, LinkButton, useToasts } from '@/ui';
import { Loaded } from '../Loaded';
import { FindingItem } from './FindingItem';
import { useSentence } from './sentence';
import './findings.css';

/** As many as one reads without scrolling far; the rest is one click away. */
const shownAtFirst = 6;

function Aside({ data, findings }: { data: Case; findings: Finding[] }) {
  const { t } = useTranslation('findings');
  const say = useSentence();
  const toasts = useToasts();
  const back = useCaseDeed(data.id, (finding: Finding) => api.remove(paths.settingAside(data.id, finding.id), finding.version));
  if (findings.length === 0) return null;
  return (
    <div className="ep-find__rest">
      <details>
        <summary>{t('setAside', { count: findings.length })}</summary>
        <ul>
          {findings.map((finding) => (
            <li key={finding.id}>
              {say(finding.sentence)}{' '}
              <span className="ep-soft">{finding.setAside?.by ? t('asideBy', { name: finding.setAside.by, reason: finding.setAside.reason }) : t('asideBySomebody', { reason: finding.setAside?.reason ?? '' })}</span>{' '}
              {finding.maySetAside ? (
                <LinkButton onClick={() => back.mutate(finding, { onError: () => toasts.say(t('failed')) })}>
                  {t('takeBack')}
                  <Hidden>: {say(finding.sentence)}</Hidden>
                </LinkButton>
              ) : null}
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}

function List({ data, findings, family }: { data: Case; findings: Finding[]; family: boolean }) {
  const { t } = useTranslation('findings');
  const [all, setAll] = useState(false);
  const open = findings.filter((finding) => finding.state === 'open');
  const agreed = findings.filter((finding) => finding.state === 'agreed');
  const shown = all ? open : open.slice(0, shownAtFirst);
  return (
    <section className={classes('ep-find', open.length === 0 && 'ep-find--calm')} aria-labelledby="findings">
      <div className="ep-find__head">
        <Heading level={2} look={3} id="findings">
          {t('title')}
        </Heading>
        <p role="status">{open.length === 0 ? t('none') : t('count', { count: open.length })}</p>
      </div>
      <ul className="ep-find__list">
        {shown.map((finding) => (
          <FindingItem key={finding.id} data={data} finding={finding} family={family} />
        ))}
      </ul>
      {open.length > shownAtFirst ? (
        <div className="ep-find__rest ep-no-print">
          <Button kind="quiet" small aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? t('showLess') : t('showAll', { count: open.length })}
          </Button>
        </div>
      ) : null}
      {agreed.length > 0 ? (
        <div className="ep-find__rest">
          <details>
            <summary>{t('agreed', { count: agreed.length })}</summary>
            <ul className="ep-find__list">
              {agreed.map((finding) => (
                <FindingItem key={finding.id} data={data} finding={finding} family={family} />
              ))}
            </ul>
          </details>
        </div>
      ) : null}
      <Aside data={data} findings={findings.filter((finding) => finding.state === 'set-aside')} />
    </section>
  );
}

/** What was never said aloud in this case, with one click that settles it or puts it on the agenda. `family`: on the family's own pages. */
export function Findings({ data, family = false }: { data: Case; family?: boolean }) {
  return <Loaded query={useFindings(data.id)}>{(findings) => <List data={data} findings={findings} family={family} />}</Loaded>;
}
