import { api, paths, type Peer } from '@/api';
import { useDates, useList, useTranslation } from '@/i18n';
import { Card, Heading, Paragraph, Row, SummaryList, useToasts } from '@/ui';
import { AskFirst } from './AskFirst';
import { Fingerprint } from './Fingerprint';
import { isSilent } from './peers';
import { PeerState } from './PeerState';

/** The region that holds the plans, as an organisation with its own part sees it. */
export function Host({ peer }: { peer: Peer }) {
  const { t } = useTranslation('nodes');
  const { date, moment } = useDates();
  const { say } = useToasts();
  const list = useList();
  const address = new URL(peer.url).host;
  return (
    <Card as="article" aria-labelledby={`host-${peer.node}`}>
      <div className="nodes-head">
        <Heading level={2} look={3} id={`host-${peer.node}`}>
          <span className="nodes-word" translate="no">{address}</span>
        </Heading>
        <PeerState peer={peer} />
      </div>
      {isSilent(peer) ? <Paragraph soft>{t('host.away')}</Paragraph> : null}
      {peer.state === 'suspended' ? <Paragraph>{t('host.suspended')}</Paragraph> : null}
      <SummaryList
        items={[
          ...(peer.organisations.length > 0 ? [{ key: 'for', label: t('host.for'), value: list(peer.organisations.map((one) => one.name)) }] : []),
          { key: 'since', label: t('host.since'), value: date(peer.joinedAt) },
          { key: 'heard', label: t('peer.heard'), value: peer.lastHeardAt ? moment(peer.lastHeardAt) : t('peer.never') },
          { key: 'key', label: t('key.theirs'), value: <Fingerprint kid={peer.kid} /> },
        ]}
      />
      {peer.state === 'left' ? (
        <Paragraph soft>{t('host.left')}</Paragraph>
      ) : (
        <Row>
          <AskFirst kind="danger" label={t('leave.label')} title={t('leave.title')} yes={t('leave.yes')} run={() => api.post<Peer>(paths.nodePeerDeed(peer.node, 'leave'), {})} onDone={() => say(t('leave.done'))}>
            <Paragraph>{t('leave.what')}</Paragraph>
            <Paragraph soft>{t('leave.stays')}</Paragraph>
          </AskFirst>
        </Row>
      )}
    </Card>
  );
}
