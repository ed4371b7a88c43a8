import type { Id, Instant, List } from './common';

export const updateKinds = [
  'goal-reached',
  'professional-replaced',
  'help-ended',
  'treatment-status-changed',
  'meeting-scheduled',
  'card-changed',
  'agreement-changed',
  'coordinator-changed',
  'plan-put-forward',
  'plan-answered',
  'professional-joined',
  'action-done',
  'case-closed',
  'case-reopened',
] as const;
export type UpdateKind = (typeof updateKinds)[number];

/** No names and no text: the family's alias is looked up in the own list of cases. */
export type Update = { number: number; caseId: Id; kind: UpdateKind; itemId?: Id | null; memberId?: Id | null; at: Instant; read: boolean };
export type Updates = List<Update> & { unread: number };
/** A stream also carries hints that are news to nobody, for screens that are open. */
export type LiveEvent = { number: number; caseId: Id; kind: UpdateKind | 'network-changed'; itemId?: Id | null };

export type OrganisationSubscription = { version: number; kinds: { kind: UpdateKind; on: boolean }[]; machineClient: { clientId: string } | null };
export type Deliveries = {
  items: { kind: UpdateKind; produced: number; delivered: number; lastAt: Instant | null }[];
  feed: { head: number; lastReadNumber: number | null; lastReadAt: Instant | null };
};
/** Shown once. */
export type MachineClient = { clientId: string; clientSecret: string };

/** The own queue; what lies in it is unknown while the broker does not say so. */
export type Queue = {
  state: 'not-offered' | 'none' | 'preparing' | 'ready' | 'suspended' | 'ending';
  address: string | null;
  virtualHost: string | null;
  queue: string | null;
  asideQueue: string | null;
  userName: string | null;
  askedAt: Instant | null;
  head: number;
  published: number;
  publishedAt: Instant | null;
  inQueue: number | null;
  setAside: number | null;
  readers: number | null;
};
/** The password is shown once. */
export type NewQueue = { address: string; virtualHost: string; queue: string; asideQueue: string; userName: string; password: string };
