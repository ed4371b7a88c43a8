import { same, type Action, type Actor, type Agreement, type Goal, type Plan } from '@/api';

/** One line of "what changed": what it says now, what it said before. */
export type PlanChange = {
  key: string;
  kind: 'new' | 'changed' | 'gone';
  what: 'ownGoal' | 'sharedGoal' | 'evaluation' | 'domains' | 'goal' | 'action' | 'agreement';
  domain: string | null;
  /** The text of the item itself. */
  text: string;
  /** The fields that differ: name of the field, and its values. */
  fields: { field: string; before: unknown; now: unknown }[];
};

type Item = { id: string; text: string };

function differing<T extends object>(before: T, now: T, names: readonly (keyof T & string)[]) {
  return names.filter((name) => !same(before[name] ?? null, now[name] ?? null)).map((field) => ({ field, before: before[field], now: now[field] }));
}

function items<T extends Item>(what: PlanChange['what'], before: readonly T[], now: readonly T[], names: readonly (keyof T & string)[], domainOf: (item: T) => string | null): PlanChange[] {
  const old = new Map(before.map((item) => [item.id, item]));
  const kept = new Set(now.map((item) => item.id));
  const changes: PlanChange[] = [];
  for (const item of now) {
    const was = old.get(item.id);
    if (!was) changes.push({ key: `${what}-${item.id}`, kind: 'new', what, domain: domainOf(item), text: item.text, fields: [] });
    else {
      const fields = differing(was, item, names);
      if (fields.length > 0) changes.push({ key: `${what}-${item.id}`, kind: 'changed', what, domain: domainOf(item), text: item.text, fields });
    }
  }
  for (const item of before) if (!kept.has(item.id)) changes.push({ key: `${what}-${item.id}`, kind: 'gone', what, domain: domainOf(item), text: item.text, fields: [] });
  return changes;
}

function single(what: PlanChange['what'], before: string | null, now: string | null): PlanChange[] {
  if ((before ?? '') === (now ?? '')) return [];
  const kind = !before ? 'new' : !now ? 'gone' : 'changed';
  return [{ key: what, kind, what, domain: null, text: now ?? before ?? '', fields: kind === 'changed' ? [{ field: 'text', before, now }] : [] }];
}

type FlatAction = Action & { inDomain: string; who: string | null };
type FlatAgreement = Agreement & { who: string };

/** What is different between two versions of the plan, the family's own words first. Ticks and item versions are no change. */
export function planChanges(before: Plan, now: Plan, nameOf = (actor: Actor): string => actor.label, list = (names: string[]): string => names.join(', ')): PlanChange[] {
  const actions = (plan: Plan): FlatAction[] => plan.goals.flatMap((goal) => goal.actions.map((action) => ({ ...action, inDomain: action.domain ?? goal.domain, who: action.actor ? nameOf(action.actor) : null })));
  const agreements = (plan: Plan): FlatAgreement[] => plan.agreements.map((agreement) => ({ ...agreement, who: list(agreement.parties.map(nameOf)) }));
  const codes = (plan: Plan) => plan.lifeDomains.map((domain) => domain.code).join(',');
  const domains: PlanChange[] =
    codes(before) === codes(now) ? [] : [{ key: 'domains', kind: 'changed', what: 'domains', domain: null, text: '', fields: [{ field: 'domains', before: before.lifeDomains, now: now.lifeDomains }] }];
  return [
    ...single('ownGoal', before.ownGoal, now.ownGoal),
    ...single('sharedGoal', before.sharedGoal, now.sharedGoal),
    ...items<Goal>('goal', before.goals, now.goals, ['text', 'status', 'targetDate', 'target', 'domain'], (goal) => goal.domain),
    ...items<FlatAction>('action', actions(before), actions(now), ['text', 'who', 'due'], (action) => action.inDomain),
    ...items<FlatAgreement>('agreement', agreements(before), agreements(now), ['text', 'who', 'reviewDate'], () => null),
    ...domains,
    ...single('evaluation', before.evaluationDate, now.evaluationDate),
  ];
}
