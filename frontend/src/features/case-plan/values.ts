import type { Action, ActionFields, Agreement, AgreementFields, Goal, GoalFields, GoalStatus } from '@/api';
import { hidingOf, notHidden, toHiding, type HidingValues } from '@/parts';
import { keyOfActor, toActor, type ActorChoice } from './actors';

/** What stands in the forms of the plan: text for every control, so that nothing unfinished is lost. */

export type GoalValues = HidingValues & {
  text: string; domain: string; forMembers: string[]; status: string; targetDate: string; baseline: string; current: string; target: string; rank: string;
};
export type ActionValues = HidingValues & { text: string; domain: string; actor: string; actorName: string; due: string };
export type AgreementValues = HidingValues & { text: string; type: string; parties: string[]; otherParties: string; reviewDate: string };

const orNull = (text: string) => (text.trim() === '' ? null : text);
const score = (value: number | null | undefined) => (value == null ? '' : String(value));
/** A score as a number; what is not a number is sent as it is not, so that the server says so. */
const toScore = (text: string) => (text.trim() === '' ? null : Number(text.replace(',', '.')));

export const goalFieldNames = ['text', 'domain', 'forMembers', 'status', 'targetDate', 'baseline', 'current', 'target', 'rank', 'hiddenFromFamily'] as const;
export const newGoal = (domain: string): GoalValues => ({ ...notHidden, text: '', domain, forMembers: [], status: 'open', targetDate: '', baseline: '', current: '', target: '', rank: '' });
export const goalValues = (goal: Goal): GoalValues => ({
  ...hidingOf(goal.hiddenFromFamily),
  text: goal.text, domain: goal.domain, forMembers: goal.forMembers, status: goal.status, targetDate: goal.targetDate ?? '',
  baseline: score(goal.baseline), current: score(goal.current), target: score(goal.target), rank: String(goal.rank),
});
export const goalFields = (values: GoalValues): GoalFields => ({
  ...toHiding(values),
  text: values.text, domain: values.domain, forMembers: values.forMembers, status: values.status as GoalStatus, targetDate: orNull(values.targetDate),
  baseline: toScore(values.baseline), current: toScore(values.current), target: toScore(values.target), rank: Number(values.rank),
});
export const goalBody = (values: GoalValues): object => {
  const { rank, status, hiddenFromFamily, ...rest } = goalFields(values);
  return { ...rest, ...(hiddenFromFamily ? { hiddenFromFamily } : {}), ...(status === 'open' ? {} : { status }), ...(rank > 0 ? { rank } : {}) };
};

export const actionFieldNames = ['text', 'domain', 'actor', 'due', 'hiddenFromFamily'] as const;
export const newAction = (domain: string): ActionValues => ({ ...notHidden, text: '', domain, actor: '', actorName: '', due: '' });
export const actionValues = (action: Action): ActionValues => ({ ...hidingOf(action.hiddenFromFamily), text: action.text, domain: action.domain ?? '', actor: keyOfActor(action.actor), actorName: '', due: action.due ?? '' });
export const actionFields = (values: ActionValues, choices: ActorChoice[]): Omit<ActionFields, 'done'> => ({
  ...toHiding(values),
  text: values.text, domain: orNull(values.domain), actor: toActor(values.actor, values.actorName, choices), due: orNull(values.due),
});
export const actionBody = (values: ActionValues, choices: ActorChoice[]): object => {
  const { hiddenFromFamily, ...rest } = actionFields(values, choices);
  return hiddenFromFamily ? { ...rest, hiddenFromFamily } : rest;
};

export const agreementFieldNames = ['text', 'type', 'parties', 'reviewDate', 'hiddenFromFamily'] as const;
export const newAgreement: AgreementValues = { ...notHidden, text: '', type: '', parties: [], otherParties: '', reviewDate: '' };
export const agreementValues = (agreement: Agreement): AgreementValues => ({
  ...hidingOf(agreement.hiddenFromFamily),
  text: agreement.text, type: agreement.type, parties: agreement.parties.map(keyOfActor), otherParties: '', reviewDate: agreement.reviewDate ?? '',
});
export const agreementFields = (values: AgreementValues, choices: ActorChoice[]): AgreementFields => ({
  ...toHiding(values),
  text: values.text, type: values.type, reviewDate: orNull(values.reviewDate),
  parties: [
    ...values.parties.flatMap((key) => toActor(key, '', choices) ?? []),
    ...values.otherParties.split(/[,\n]/).map((name) => name.trim()).filter((name) => name !== '').map((label) => ({ kind: 'network' as const, id: null, label })),
  ],
});
export const agreementBody = (values: AgreementValues, choices: ActorChoice[]): object => {
  const { hiddenFromFamily, ...rest } = agreementFields(values, choices);
  return hiddenFromFamily ? { ...rest, hiddenFromFamily } : rest;
};
