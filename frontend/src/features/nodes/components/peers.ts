import type { Peer } from '@/api';

/** Parts of organisations that we hold plans for; those that left stand last. */
export const guestsOf = (peers: readonly Peer[]): Peer[] => peers.filter((peer) => !peer.hosts).sort((a, b) => Number(a.state === 'left') - Number(b.state === 'left'));

/** Regions that hold plans for us. */
export const hostsOf = (peers: readonly Peer[]): Peer[] => peers.filter((peer) => peer.hosts);

export const isPresent = (peer: Peer): boolean => peer.state !== 'left';

/** Of whom nothing is heard now, although it takes part. */
export const isSilent = (peer: Peer): boolean => peer.state === 'active' && peer.away;

/** How many changes of its list of people are known and not taken over yet; null when that is not known. */
export const behindOf = ({ directoryNumber, directoryHead }: Peer): number | null => (directoryHead === null ? null : Math.max(0, directoryHead - (directoryNumber ?? 0)));
