import type { Id } from './common';
import type { Problem } from './common';

/** A case as it is known while the plans cannot be reached: no name. */
export type HeldCase = { caseId: Id; reference: string; level: 'intake' | 'professional' | 'information-only'; unread: number };
export type HeldCases = { host: string; knownAt: string | null; items: HeldCase[] };

export type UnsentState = 'waiting' | 'sent' | 'conflict' | 'refused' | 'unsure' | 'ended';
export type UnsentKind = 'card' | 'plan' | 'goal' | 'action' | 'agreement' | 'meeting' | 'evaluation' | 'household' | 'agenda' | 'finding' | 'treatment' | 'case';

/** Something typed while the plans could not be reached, and how it is with it. */
export type Unsent = {
  id: Id;
  caseId: Id | null;
  reference: string | null;
  kind: UnsentKind;
  state: UnsentState;
  keptAt: string;
  changedAt: string;
  body: Record<string, unknown> | null;
  was: Record<string, unknown> | null;
  problem: Problem | null;
};

/** What a form wanted to send, to keep for later. */
export type Keepable = {
  method: 'POST' | 'PATCH' | 'PUT';
  path: string;
  version: number | null;
  idempotencyKey: string | null;
  body: object;
  was: object | null;
  /** False when it is sure that nothing of it has left. */
  begun: boolean;
};
