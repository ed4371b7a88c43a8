import { useIdentity, useNode, type OwnNode } from '@/api';
import { useList, useTranslation } from '@/i18n';
import { Loaded } from '@/parts';
import { Heading, PageHead } from '@/ui';
import { Guest } from '../components/Guest';
import { Host } from '../components/Host';
import { Invitations } from '../components/Invitations';
import { Invite } from '../components/Invite';
import { Join } from '../components/Join';
import '../components/nodes.css';
import { OwnKey } from '../components/OwnKey';
import { guestsOf, hostsOf, isPresent, isSilent } from '../components/peers';

/** The page in one sentence. */
function useConclusion(node: OwnNode): string {
  const { t } = useTranslation('nodes');
  const list = useList();
  const [present, [host]] = [guestsOf(node.peers).filter(isPresent), hostsOf(node.peers).filter(isPresent)];
  if (node.role === 'member') {
    if (!host) return t('conclusion.alone');
    return t(host.state === 'suspended' ? 'conclusion.suspended' : isSilent(host) ? 'conclusion.cutOff' : 'conclusion.member');
  }
  const silent = present.filter(isSilent).map((peer) => list(peer.organisations.map((one) => one.name)) || peer.node);
  if (present.length === 0) return t('conclusion.nobody');
  return `${t('conclusion.guests', { count: present.length })} ${silent.length === 0 ? '' : t('conclusion.silent', { names: list(silent) })}`.trim();
}

function Parts({ node }: { node: OwnNode }) {
  const { t } = useTranslation('nodes');
  const { organisationName } = useIdentity();
  const conclusion = useConclusion(node);
  const [guests, hosts] = [guestsOf(node.peers), hostsOf(node.peers)];
  return (
    <>
      <PageHead crumb={[organisationName, t(node.role === 'member' ? 'crumb.member' : 'crumb.host')].filter(Boolean).join(' · ')}>
        <Heading level={1}>{conclusion}</Heading>
        <p className="ep-soft ep-measure">{t(node.role === 'member' ? 'lead.member' : 'lead.host')}</p>
      </PageHead>
      <div className="nodes">
        {node.role === 'host' ? null : (
          <div className="nodes-list">
            {hosts.map((peer) => (
              <Host key={peer.node} peer={peer} />
            ))}
            {hosts.some(isPresent) ? null : <Join suggested={node.suggestedUrl ?? ''} />}
          </div>
        )}
        {node.role === 'member' ? null : (
          <>
            {guests.length > 0 ? (
              <section className="nodes-list" aria-labelledby="guests">
                <Heading level={2} id="guests">
                  {t('crumb.host')}
                </Heading>
                {guests.map((peer) => (
                  <Guest key={peer.node} peer={peer} />
                ))}
              </section>
            ) : null}
            <Invitations invitations={node.invitations} />
            <Invite address={node.url ?? window.location.origin} />
          </>
        )}
        <OwnKey node={node} />
      </div>
    </>
  );
}

/** Which parts of EenPlan work together, for whoever looks after this one. No plan is seen here. */
export function NodesPage() {
  return <Loaded query={useNode()}>{(node) => <Parts node={node} />}</Loaded>;
}
