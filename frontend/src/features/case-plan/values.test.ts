import { describe, expect, it } from 'vitest';
import { changedFields, type Action, type Actor, type Agreement, type Case, type Goal, type Plan } from '@/api';
import { keyOfActor, mayTick, toActor } from './actors';
import { missingFor } from './components/PutForward';
import { actionFields, actionValues, agreementFields, agreementValues, goalBody, goalFields, goalValues, newGoal } from './values';

const lies: Actor = { kind: 'professional', id: 'i1', label: 'Lies' };
const oma: Actor = { kind: 'network', id: null, label: 'Oma Jo' };
const choices = [lies, oma].map((actor) => ({ key: keyOfActor(actor), label: actor.label, actor }));
const hidden = { ground: 'youth-act', reason: 'eerst bespreken', until: '2027-01-01' };
const goal: Goal = { id: 'g', text: 'Rust', domain: 'raising', forMembers: ['m'], status: 'open', targetDate: null, baseline: 3, current: null, target: 8, rank: 2, hiddenFromFamily: hidden, version: 4, actions: [] };
const action: Action = { id: 'a', text: 'Bellen', domain: 'raising', actor: oma, due: '2027-01-02', done: false, doneAt: null, hiddenFromFamily: null, version: 1 };
const agreement: Agreement = { id: 'b', text: 'Elke week', type: 'process', parties: [lies, oma], reviewDate: null, kept: null, hiddenFromFamily: null, version: 1 };

describe('the forms of the plan', () => {
  it('send nothing when nothing was changed', () => {
    expect(changedFields<object>(goal, goalFields(goalValues(goal)))).toEqual({});
    expect(changedFields<object>(action, actionFields(actionValues(action), choices))).toEqual({});
    expect(changedFields<object>(agreement, agreementFields(agreementValues(agreement), choices))).toEqual({});
  });

  it('send only the field that was changed', () => {
    expect(changedFields<object>(goal, goalFields({ ...goalValues(goal), current: '5' }))).toEqual({ current: 5 });
    expect(changedFields<object>(goal, goalFields({ ...goalValues(goal), hidden: false }))).toEqual({ hiddenFromFamily: null });
  });

  it('add people by name to an agreement', () => {
    expect(agreementFields({ ...agreementValues(agreement), otherParties: 'Opa, Buurman Piet' }, choices).parties.map((party) => party.label)).toEqual(['Lies', 'Oma Jo', 'Opa', 'Buurman Piet']);
  });

  it('leave out of a new goal what nobody filled in, so that a helper without the right to hide can make one', () => {
    expect(goalBody({ ...newGoal('school'), text: 'Naar school' })).not.toHaveProperty('hiddenFromFamily');
    expect(goalBody({ ...newGoal('school'), text: 'Naar school' })).not.toHaveProperty('rank');
  });

  it('take somebody who is in no list by the name that was typed', () => {
    expect(toActor('other', ' Opa ', choices)).toEqual({ kind: 'network', id: null, label: 'Opa' });
    expect(toActor('', '', choices)).toBeNull();
  });
});

describe('who may do what', () => {
  const team = (capabilities: Case['capabilities']) => ({ capabilities, myInvolvementId: 'i1' }) as Case;

  it('a helper ticks the own actions only, a coordinator all of them', () => {
    expect([mayTick(team(['tick-action']), lies), mayTick(team(['tick-action']), oma), mayTick(team(['edit-plan', 'tick-action']), oma), mayTick(team([]), lies)]).toEqual([true, false, true, false]);
  });

  it('a plan is put forward only with a goal, goals, a day to look back and a coordinator', () => {
    const plan = { ownGoal: null, sharedGoal: null, goals: [], evaluationDate: '2026-11-22' } as unknown as Plan;
    expect(missingFor({ coordinator: null }, plan, '2026-11-22')).toEqual(['goal', 'goals', 'evaluation', 'coordinator']);
    expect(missingFor({ coordinator: { involvementId: 'i', name: 'L', since: '' } }, { ...plan, ownGoal: 'Rust', goals: [goal], evaluationDate: '2026-11-23' }, '2026-11-22')).toEqual([]);
  });
});
