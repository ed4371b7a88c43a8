import type { Peer } from '@/api';
import { useTranslation } from '@/i18n';
import { Badge, type BadgeTone } from '@/ui';
import { isSilent } from './peers';

/** How it stands, in words. */
export function PeerState({ peer }: { peer: Peer }) {
  const { t } = useTranslation('nodes');
  const state = isSilent(peer) ? 'away' : peer.state;
  const tones: Record<typeof state, BadgeTone> = { active: 'good', away: 'ask', suspended: 'ask', left: 'plain' };
  return <Badge tone={tones[state]}>{t(`state.${state}`)}</Badge>;
}
