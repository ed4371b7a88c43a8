import { useRef } from 'react';
import { Navigate, useNavigate, useParams } from 'react-router';
import { api, paths, useCaseDeed, useHandovers, useIdentity, type Handover } from '@/api';
import { useDates, useTranslation } from '@/i18n';
import { Loaded, NotForYou, Swap } from '@/parts';
import { pages } from '@/routing';
import { Heading, Icon, Link, PageHead, Paragraph, SectionHead, UserText, Voice } from '@/ui';
import { Answer } from '../components/Answer';
import '../components/work.css';

function Request({ handover }: { handover: Handover }) {
  const { t } = useTranslation('work');
  const { date } = useDates();
  const me = useIdentity();
  const navigate = useNavigate();
  const from = handover.fromName;
  // Who left wrote nothing and helps no more: there is nobody who stays until the answer.
  const left = handover.fromLeft ? 'Left' : '';
  const answer = useCaseDeed<'acceptance' | 'refusal', void>(handover.caseId, (what) => api.post(paths.handoverAnswer(handover.id, what)));
  if (answer.isSuccess && answer.variables === 'refusal') return <Navigate to={pages.myWork} replace />;
  return (
    <>
      <PageHead crumb={<Link to={pages.myWork}>{t('title.work')}</Link>}>
        <Heading level={1}>{t(`takeOver.title${left}`, { name: from })}</Heading>
        <p className="ep-meta">
          <span>
            {t('takeOver.plan')} <b><UserText>{handover.alias}</UserText></b>
          </span>
          <span>{t(`takeOver.asked${left}`, { name: from, date: date(handover.proposedAt) })}</span>
        </p>
      </PageHead>
      <div className="ep-stack ep-stack--xl work-measure">
        <Swap
          label={t('takeOver.who')}
          now={{ when: t(`takeOver.now${left}`), name: from, second: null }}
          next={{ when: t('takeOver.next'), name: me.name, second: [me.function, me.organisationName].filter(Boolean).join(', ') }}
        />
        <section>
          <SectionHead remark={handover.fromLeft ? undefined : t('takeOver.wrote', { name: from })}>
            <Heading level={2}>{t('takeOver.know')}</Heading>
          </SectionHead>
          <div className="work-told">
            {handover.fromLeft ? (
              <Paragraph>{t('takeOver.gone', { name: from })}</Paragraph>
            ) : (
              <Voice as="blockquote">
                <UserText>{handover.reason}</UserText>
              </Voice>
            )}
          </div>
        </section>
        <section>
          <SectionHead>
            <Heading level={2}>{t('takeOver.whatMoves')}</Heading>
          </SectionHead>
          <ul className="work-list">
            {(['card', 'actions', 'history', 'coordinator'] as const).map((key) => (
              <li key={key}>
                <Icon name="check" size="s" />
                <span>{t(key === 'coordinator' && handover.fromLeft ? 'takeOver.moves.notCoordinator' : `takeOver.moves.${key}`, { name: from })}</span>
              </li>
            ))}
          </ul>
        </section>
        <section className="work-decide">
          <Heading level={2}>{t('takeOver.decide')}</Heading>
          <Paragraph>{t(`takeOver.after${left}`, { name: from })}</Paragraph>
          <div className="ep-row">
            <Answer
              large
              yes={t('takeOver.yes')}
              no={t('takeOver.no')}
              about={handover.alias}
              sure={{ title: t('takeOver.sure'), text: t(`takeOver.stays${left}`, { name: from }) }}
              done={{ yes: t('takeOver.saidYes'), no: t(`takeOver.saidNo${left}`, { name: from }) }}
              deed={answer}
              onYes={() => void navigate(pages.myCard(handover.caseId), { replace: true })}
            />
          </div>
        </section>
      </div>
    </>
  );
}

/** A colleague asks me to take over: what I get, and what stays as it is until I say yes. */
export function TakeOverPage() {
  const { handoverId } = useParams();
  // The answered question leaves the list before the next page is there.
  const shown = useRef<Handover | null>(null);
  return (
    <Loaded query={useHandovers()}>
      {(handovers) => {
        shown.current = handovers.find((one) => one.id === handoverId) ?? (shown.current?.id === handoverId ? shown.current : null);
        return shown.current ? <Request handover={shown.current} /> : <NotForYou />;
      }}
    </Loaded>
  );
}
