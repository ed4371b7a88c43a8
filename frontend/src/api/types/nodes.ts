import type { Id, Instant } from './common';

/** Another part of EenPlan that this one works with. `hosts`: it holds the plans for us. */
export type Peer = {
  node: string;
  url: string;
  hosts: boolean;
  state: 'active' | 'suspended' | 'left';
  organisations: { id: Id; name: string }[];
  /** Fingerprint of its key, in hexadecimal. */
  kid: string;
  joinedAt: Instant;
  lastHeardAt: Instant | null;
  directoryNumber: number | null;
  directoryHead: number | null;
  /** How many changes of its list of people were refused. */
  refused: number;
  away: boolean;
};

export type NodeInvitation = { id: Id; organisationName: string; organisationId: Id | null; expiresAt: Instant; createdAt: Instant; state: 'open' | 'used' | 'expired' };

export type OwnNode = {
  node: string;
  url: string | null;
  kid: string;
  keySince: Instant;
  runs: string[];
  role: 'host' | 'member' | 'both';
  peers: Peer[];
  invitations: NodeInvitation[];
  /** The region that this part was made for. */
  suggestedUrl?: string | null;
};

/** The code is shown once. */
export type NewNodeInvitation = { id: Id; code: string; expiresAt: Instant };
/** The other parts that do not know the new key yet. */
export type NewNodeKey = { kid: string; waitingFor: string[] };
