import { api, paths, useCaseDeed, type Case, type Finding } from '@/api';
import { useList, useTranslation } from '@/i18n';
import { pages } from '@/routing';
import { Badge, Button, Hidden, Icon, Link, LinkButton, useToasts } from '@/ui';
import { may } from '../CaseFrame';
import { FocusFirst, useInPlace } from '../InPlace';
import { findingKey, iconOf, useSentence } from './sentence';
import { SetAside } from './SetAside';

/** The facts that a finding follows from: the check never says more than these. */
function Facts({ finding }: { finding: Finding }) {
  const { t } = useTranslation('findings');
  const say = useSentence();
  return (
    <details>
      <summary>
        {t('why')}
        <Hidden>: {say(finding.sentence)}</Hidden>
      </summary>
      <ul>
        {finding.facts.map((fact, at) => (
          <li key={at}>{say(fact.sentence)}</li>
        ))}
      </ul>
    </details>
  );
}

function Deeds({ data, finding, onAside, family }: { data: Case; finding: Finding; onAside: () => void; family: boolean }) {
  const { t } = useTranslation('findings');
  const say = useSentence();
  const toasts = useToasts();
  const settle = useCaseDeed(data.id, () => api.postOn(paths.settling(data.id, finding.id), finding.version));
  const toAgenda = useCaseDeed(data.id, (_: undefined, key) => api.create(paths.agenda(data.id), { finding: finding.id }, key));
  const failed = () => toasts.say(t('failed'));
  const mayAgree = !family && may(data, 'edit-plan');
  const mayAside = finding.maySetAside && finding.state === 'open';
  const about = <Hidden>: {say(finding.sentence)}</Hidden>;
  return (
    <div className="ep-find__deeds">
      {finding.deed ? (
        <Button small={!family} busy={settle.isPending} onClick={() => settle.mutate(undefined, { onSuccess: () => toasts.say(t('settled')), onError: failed })}>
          {say(finding.deed)}
          {about}
        </Button>
      ) : null}
      {finding.agendaItemId ? (
        <span>
          <Badge tone="good">{t('onAgenda')}</Badge>
        </span>
      ) : finding.deed ? (
        <LinkButton onClick={() => toAgenda.mutate(undefined, { onSuccess: () => toasts.say(t('agendaDone')), onError: failed })}>
          {t('toAgenda')}
          {about}
        </LinkButton>
      ) : (
        <Button small={!family} busy={toAgenda.isPending} onClick={() => toAgenda.mutate(undefined, { onSuccess: () => toasts.say(t('agendaDone')), onError: failed })}>
          {t('toAgenda')}
          {about}
        </Button>
      )}
      {mayAgree || mayAside ? (
        <details>
          <summary>
            {t('otherwise')}
            {about}
          </summary>
          <ul>
            {mayAgree ? (
              <li>
                <Link to={`${pages.agreements(data.id)}?${new URLSearchParams({ [findingKey]: finding.id })}`}>
                  {t('agree')}
                  {about}
                </Link>
              </li>
            ) : null}
            {mayAside ? (
              <li>
                <LinkButton onClick={onAside}>
                  {t('aside')}
                  {about}
                </LinkButton>
              </li>
            ) : null}
          </ul>
        </details>
      ) : null}
    </div>
  );
}

/** One finding: what was not said, what would settle it, why it is there, and one click that settles it or puts it on the agenda. */
export function FindingItem({ data, finding, family }: { data: Case; finding: Finding; family: boolean }) {
  const { t } = useTranslation('findings');
  const say = useSentence();
  const list = useList();
  const form = useInPlace(`finding-aside:${data.id}:${finding.id}`);
  const names = finding.concerns.map((one) => one.name);
  return (
    <li>
      <Icon name={iconOf(finding.kind)} />
      <div>
        <h3>{say(finding.sentence)}</h3>
        <p className="ep-find__say">{t('settles', { text: say(finding.settles) })}</p>
        {names.length > 0 ? <p className="ep-find__say">{t('concerns', { names: list(names) })}</p> : null}
        {finding.agreements.map((one) => (
          <p key={one.agreementId} className="ep-voice">
            <bdi translate="no">{one.text}</bdi>
          </p>
        ))}
        <Facts finding={finding} />
      </div>
      <Deeds data={data} finding={finding} family={family} onAside={form.show} />
      {form.open ? (
        <div className="ep-find__form">
          <FocusFirst when={form.byHand}>
            <SetAside data={data} finding={finding} onClose={form.hide} />
          </FocusFirst>
        </div>
      ) : null}
    </li>
  );
}
