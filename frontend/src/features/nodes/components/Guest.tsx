import { api, paths, type Peer } from '@/api';
import { useDates, useList, useTranslation } from '@/i18n';
import { Card, Heading, Notice, Paragraph, Row, SummaryList, useToasts, type SummaryItem } from '@/ui';
import { AskFirst } from './AskFirst';
import { Fingerprint } from './Fingerprint';
import { behindOf, isSilent } from './peers';
import { PeerState } from './PeerState';

function Deeds({ peer, name }: { peer: Peer; name: string }) {
  const { t } = useTranslation('nodes');
  const { say } = useToasts();
  const deed = (what: 'suspend' | 'resume' | 'leave') => () => api.post<Peer>(paths.nodePeerDeed(peer.node, what), {});
  return (
    <Row>
      {peer.state === 'active' ? (
        <AskFirst label={t('suspend.label')} about={name} title={t('suspend.title', { name })} yes={t('suspend.yes')} run={deed('suspend')} onDone={() => say(t('suspend.done', { name }))}>
          <Paragraph>{t('suspend.what')}</Paragraph>
          <Paragraph soft>{t('suspend.stays')}</Paragraph>
        </AskFirst>
      ) : (
        <AskFirst label={t('resume.label')} about={name} title={t('resume.title', { name })} yes={t('resume.yes')} run={deed('resume')} onDone={() => say(t('resume.done', { name }))}>
          <Paragraph>{t('resume.what')}</Paragraph>
        </AskFirst>
      )}
      <AskFirst kind="danger" label={t('end.label')} about={name} title={t('end.title', { name })} yes={t('end.yes')} run={deed('leave')} onDone={() => say(t('end.done', { name }))}>
        <Paragraph>{t('end.what')}</Paragraph>
        <Paragraph soft>{t('end.stays')}</Paragraph>
      </AskFirst>
    </Row>
  );
}

/** An organisation with its own part, as the region sees it. */
export function Guest({ peer }: { peer: Peer }) {
  const { t } = useTranslation('nodes');
  const { moment } = useDates();
  const list = useList();
  const name = list(peer.organisations.map((one) => one.name)) || peer.node;
  const behind = behindOf(peer);
  const heard: SummaryItem = { key: 'heard', label: t('peer.heard'), value: peer.lastHeardAt ? moment(peer.lastHeardAt) : t('peer.never') };
  const rest: SummaryItem[] = [
    { key: 'people', label: t('peer.people'), value: behind === null ? t('peer.notFetched') : behind === 0 ? t('peer.upToDate') : t('peer.behind', { count: behind }) },
    { key: 'address', label: t('peer.address'), value: <span className="nodes-word" translate="no">{peer.url}</span> },
    { key: 'key', label: t('key.theirs'), value: <Fingerprint kid={peer.kid} /> },
  ];
  return (
    <Card as="article" aria-labelledby={`peer-${peer.node}`}>
      <div className="nodes-head">
        <Heading level={3} id={`peer-${peer.node}`}>
          {name}
        </Heading>
        <PeerState peer={peer} />
      </div>
      {isSilent(peer) ? <Paragraph soft>{t('peer.away')}</Paragraph> : null}
      {peer.refused > 0 ? <Notice tone="ask">{t('peer.refused', { count: peer.refused })}</Notice> : null}
      <SummaryList items={peer.state === 'left' ? [heard] : [heard, ...rest]} />
      {peer.state === 'left' ? <Paragraph soft>{t('peer.left')}</Paragraph> : <Deeds peer={peer} name={name} />}
    </Card>
  );
}
