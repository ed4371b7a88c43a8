import { usePlan, usePlanVersions, type Case, type PlanVersionListItem } from '@/api';
import { useDates, useList, useTranslation, useWords } from '@/i18n';
import { caseNames } from '@/parts';
import { Badge, Heading, PersonMark, SectionHead, UserText, Voice } from '@/ui';

/** Names of who agrees, who does not yet, and who said nothing yet. */
function useAnswers(data: Case) {
  const list = useList();
  const { short } = caseNames(data);
  return (version: PlanVersionListItem) => {
    const of = (answer: string) => list(version.approvals.filter((approval) => approval.answer === answer).map((approval) => short(approval.name)));
    const answered = new Set(version.approvals.map((approval) => approval.memberId));
    return { agrees: of('agrees'), disagrees: of('disagrees'), silent: list(data.household.filter((member) => member.hasAccess && !answered.has(member.id)).map((member) => short(member.name))) };
  };
}

/** In the head of the plan: which version it is and who agrees. */
export function VersionLine({ data }: { data: Case }) {
  const { t } = useTranslation('casePlan');
  const dates = useDates();
  const plan = usePlan(data.id).data;
  const versions = usePlanVersions(data.id).data;
  const answersOf = useAnswers(data);
  if (!plan) return null;
  const last = versions?.find((version) => version.number === plan.currentVersion);
  if (plan.currentVersion === null || !last)
    return (
      <p className="ep-meta">
        <span>{t('version.none')}</span>
      </p>
    );
  const { agrees, disagrees, silent } = answersOf(last);
  const state = plan.status === 'agreed' ? 'version.agreedOn' : 'version.putForwardOn';
  return (
    <p className="ep-meta">
      <span>{t(state, { number: last.number, date: dates.date(last.putForwardAt) })}</span>
      {agrees ? <span>{t('version.agrees', { names: agrees })}</span> : null}
      {disagrees ? <span>{t('version.disagrees', { names: disagrees })}</span> : null}
      {silent ? <span>{t('version.silent', { names: silent })}</span> : null}
      {plan.changedSinceVersion ? <Badge tone="new">{t('version.changed')}</Badge> : null}
    </p>
  );
}

/** All versions that were put forward, newest first, with the answers and the family's own views. */
export function Versions({ data }: { data: Case }) {
  const { t } = useTranslation('casePlan');
  const word = useWords();
  const dates = useDates();
  const versions = [...(usePlanVersions(data.id).data ?? [])].sort((a, b) => b.number - a.number);
  if (versions.length === 0) return null;
  return (
    <section aria-labelledby="versions">
      <SectionHead>
        <Heading level={2} id="versions">
          {t('version.title')}
        </Heading>
      </SectionHead>
      <ol className="cp-versions">
        {versions.map((version) => (
          <li key={version.number}>
            <p>
              <b>{t('version.number', { number: version.number })}</b>{' '}
              <span className="ep-soft">{version.putForwardBy ? t('version.by', { name: version.putForwardBy, moment: dates.moment(version.putForwardAt) }) : dates.moment(version.putForwardAt)}</span>
            </p>
            {version.approvals.length === 0 ? <p className="ep-soft">{t('version.noAnswers')}</p> : null}
            <ul className="cp-answers">
              {version.approvals.map((approval) => (
                <li key={approval.memberId}>
                  <PersonMark name={approval.name} shape="family" size="s" />
                  <div>
                    <p>
                      <UserText>{approval.name}</UserText> <Badge tone={approval.answer === 'agrees' ? 'good' : 'ask'}>{word('approvalAnswers', approval.answer)}</Badge> <span className="ep-soft ep-small">{dates.moment(approval.answeredAt)}</span>
                    </p>
                    {approval.ownView ? (
                      <Voice as="blockquote">
                        <UserText>{approval.ownView}</UserText>
                      </Voice>
                    ) : null}
                  </div>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  );
}
