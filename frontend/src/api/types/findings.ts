import type { Id, Instant } from './common';

/** A sentence that the service wrote, in the languages it speaks. */
export type Sentence = { nl: string; en: string };
export type FindingState = 'open' | 'agreed' | 'set-aside';

/** Something that was never said aloud. */
export type Finding = {
  id: string;
  kind: string;
  version: number;
  sentence: Sentence;
  settles: Sentence;
  concerns: { kind: 'professional' | 'family'; id: Id; name: string }[];
  facts: { kind: string; sentence: Sentence; itemKind?: string | null; itemId?: Id | null }[];
  state: FindingState;
  /** What I can do about it at once, as the words of a button. */
  deed?: Sentence | null;
  maySetAside: boolean;
  setAside?: { reason: string; by: string | null; at: Instant } | null;
  agreements: { agreementId: Id; text: string }[];
  agendaItemId?: Id | null;
};

/** Something to talk about at the next round table: a finding, or a subject in somebody's own words. */
export type AgendaItem = { id: Id; finding?: string | null; subject: Sentence; addedBy?: string | null; addedAt: Instant; discussedAt?: Instant | null; mayRemove: boolean; version: number };
