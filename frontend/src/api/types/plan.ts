import type { Hidden } from './cases';
import type { Day, Id, Instant } from './common';

export type ActorKind = 'professional' | 'family' | 'network' | 'none';
/** `agreed`: a network member is known to have said yes. */
export type Actor = { kind: ActorKind; id?: Id | null; label: string; agreed?: boolean | null };
export type GoalStatus = 'open' | 'reached' | 'partly-reached' | 'not-reached' | 'dropped';

export type ActionFields = { text: string; domain?: string | null; actor: Actor | null; due: Day | null; done: boolean; hiddenFromFamily?: Hidden | null };
export type Action = ActionFields & { id: Id; doneAt: Instant | null; version: number };
export type NewAction = Pick<ActionFields, 'text'> & Partial<ActionFields>;

export type GoalFields = {
  text: string;
  domain: string;
  forMembers: Id[];
  status: GoalStatus;
  targetDate?: Day | null;
  baseline?: number | null;
  current?: number | null;
  target?: number | null;
  rank: number;
  hiddenFromFamily?: Hidden | null;
};
export type Goal = GoalFields & { id: Id; version: number; actions: Action[] };
export type NewGoal = Pick<GoalFields, 'text' | 'domain'> & Partial<GoalFields>;

export type Party = { kind: ActorKind; id?: Id | null; label: string };
export type AgreementFields = { text: string; type: string; parties: Party[]; reviewDate: Day | null; hiddenFromFamily?: Hidden | null };
export const keptAnswers = ['yes', 'partly', 'no'] as const;
export type Kept = (typeof keptAnswers)[number];
export type Agreement = AgreementFields & { id: Id; version: number; kept: Kept | null };
export type NewAgreement = Pick<AgreementFields, 'text' | 'type'> & Partial<AgreementFields>;

/** A life domain the family chose, perhaps with its own name for it. */
export type PlanDomain = { code: string; name?: string | null };
export type PlanStatus = 'draft' | 'put-forward' | 'agreed';

export type PlanFields = {
  ownGoal: string | null;
  ownGoalUntil: Day | null;
  sharedGoal: string | null;
  sharedGoalUntil: Day | null;
  lifeDomains: PlanDomain[];
  evaluationDate: Day | null;
};
export type Plan = PlanFields & {
  version: number;
  status: PlanStatus;
  currentVersion: number | null;
  changedSinceVersion: boolean;
  goals: Goal[];
  agreements: Agreement[];
};

/** Family and team looked back; the words are null for who is informed only. */
export type Evaluation = { id: Id; heldOn: Day; plannedFor: Day | null; nextDate: Day | null; words: string | null; recordedAt: Instant; recordedBy: string | null };
export type NewEvaluation = { heldOn: Day; nextDate: Day | null; words: string | null };

export type Approval = { memberId: Id; name: string; answer: 'agrees' | 'disagrees'; ownView: string | null; answeredAt: Instant };
export type PlanVersionListItem = { number: number; putForwardAt: Instant; putForwardBy: string; status: string; approvals: Approval[] };
/** A version as it was put forward: the plan of that moment plus the answers. */
export type PlanVersion = PlanVersionListItem & { plan?: Plan } & Partial<Plan>;
