import type { Day, Id, Instant } from './common';

export type CaseRole = 'intake' | 'coordinator' | 'professional' | 'information-only' | 'family';
export type Capability =
  | 'edit-plan'
  | 'tick-action'
  | 'put-forward'
  | 'invite'
  | 'appoint-coordinator'
  | 'edit-card'
  | 'record-treatment'
  | 'agree'
  | 'edit-household'
  | 'edit-head'
  | 'hide'
  | 'edit-network'
  | 'see-access-log'
  | 'schedule-meeting'
  | 'record-evaluation'
  | 'close-case'
  | 'reopen-case';

export type CaseStatus = 'open' | 'closed';
/** Why is null for who is informed only; `reopenedOn` is null while it is closed. */
export type Closing = { closedOn: Day; endReason: string | null; words: string | null; reopenedOn: Day | null; reopeningWords: string | null };

export type CaseListItem = {
  id: Id;
  alias: string;
  municipality: string;
  status: CaseStatus;
  myRole: CaseRole;
  coordinator: { name: string } | null;
  evaluationDate: Day | null;
  openedAt: Instant;
  closedOn: Day | null;
  cardsComplete: number;
  cardsTotal: number;
};

export type LegalGround = { code: string; motivation: string };

export type NewHouseholdMember = { name: string; role: string; ageBand: string; language: string; interpreter: string; note?: string | null };
export type HouseholdMember = NewHouseholdMember & { id: Id; hasAccess: boolean; version: number };
export type HouseholdChanges = Partial<NewHouseholdMember>;
/** Shown once. */
export type FamilyInvitation = { code: string; expiresAt: Instant };

export type InvolvementKind = 'intake' | 'professional' | 'information-only';
export type InvolvementStatus = 'invited' | 'active' | 'ended';

export type NewCase = {
  alias: string;
  municipality: string;
  criteria: string[];
  legalGround: LegalGround;
  method: string;
  coordinatorLabel: string;
  household: NewHouseholdMember[];
  involved?: { professionalId: Id; kind: InvolvementKind; reason?: string }[];
};

export type CaseChanges = Partial<Pick<NewCase, 'alias' | 'municipality' | 'criteria' | 'legalGround' | 'method' | 'coordinatorLabel'>>;

/** Why and until when the family does not see an item. */
export type Hidden = { ground: string | null; reason: string | null; until: Day };

/** `kind` is a code of the list of tasks; `task` says more in words, and is needed when the kind is 'other'. */
export type CardTask = { domain: string; kind: string; task: string | null; members: Id[] };
export type StandIn = { professionalId: Id; name: string; phone: string | null };
export type Gives = { subject: string; about: Id[] };
export type Wants = { subject: string; about: Id[]; from?: Id | null };
export type ContactFrequency = { counterpartId: Id; frequency: string };

/** What a professional says about the help: one card. */
export type CardFields = {
  reason: string | null;
  familyRole: string | null;
  contactMeWhen: string | null;
  helpEndsWhen: string | null;
  lifeDomains: string[];
  forMembers: Id[];
  tasks: CardTask[];
  leadPractitionerOf: Id[];
  gives: Gives[];
  wants: Wants[];
  contactFrequencies: ContactFrequency[];
  replyNorm: string | null;
  preferredChannel: string | null;
  standInId: Id | null;
  period: { until?: Day | null; text?: string | null } | null;
  hiddenFromFamily?: Hidden | null;
};

export type Involvement = CardFields & {
  id: Id;
  professionalId: Id;
  name: string;
  function: string;
  organisationId: Id;
  organisationName: string;
  phone: string | null;
  email: string | null;
  kind: InvolvementKind;
  status: InvolvementStatus;
  isCoordinator: boolean;
  since: Instant;
  until?: Instant | null;
  /** Who goes on with this help after it ended. */
  takenOverBy?: Id | null;
  /** Whom to call when this professional is away. */
  standIn?: StandIn | null;
  version: number;
  cardComplete: boolean;
};
export type CardChanges = Partial<CardFields>;

export type Meeting = { id: Id; startsAt: Instant; place: string; purpose: string | null; version: number };
export type NewMeeting = { startsAt: Instant; place: string; purpose?: string };
export type PendingHandover = { id: Id; fromInvolvementId: Id; toProfessional: { id: Id; name: string; organisationName: string }; fromLeft: boolean; reason: string; proposedAt: Instant };

export type Case = {
  id: Id;
  /** What professionals call the case on the phone. */
  reference: string;
  alias: string;
  municipality: string;
  criteria: string[];
  legalGround: LegalGround;
  method: string;
  coordinatorLabel: string;
  status: CaseStatus;
  openedAt: Instant;
  /** The last time that it was closed; null when it never was. */
  closing: Closing | null;
  version: number;
  myRole: CaseRole;
  myInvolvementId?: Id | null;
  myFamilyMemberId?: Id | null;
  capabilities: Capability[];
  household: HouseholdMember[];
  involvements: Involvement[];
  coordinator: { involvementId: Id; name: string; since: Instant } | null;
  pendingCoordinator: { involvementId: Id; name: string } | null;
  meetings: Meeting[];
  pendingHandovers: PendingHandover[];
};

export type Invitation = { involvementId: Id; caseId: Id; alias: string; kind: InvolvementKind; invitedBy: string; reason: string | null; invitedAt: Instant };
export type Handover = { id: Id; caseId: Id; alias: string; fromName: string; /** That colleague no longer works there: the help ended already. */ fromLeft: boolean; reason: string; proposedAt: Instant };
export type CoordinatorRequest = { caseId: Id; alias: string; fromName: string; proposedAt: Instant };

export type TimelineEntry = { id: Id; at: Instant; kind: string; actorName: string | null; itemId?: Id | null; data: Record<string, unknown> };
/** `who` is null when the name is not known here, and for the system of an organisation. */
export type AccessEntry = { id: Id; at: Instant; actorKind: string; who: string | null; organisation: string | null; action: string; purpose: string; outcome: 'allowed' | 'refused' | 'not-done' };
/** Services that did not answer: what was done there is not in the list. */
export type AccessLogMore = { missing: string[] };
