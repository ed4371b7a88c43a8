import { describe, expect, it } from 'vitest';
import type { OrganisationSubscription, UpdateKind } from '@/api';
import { fakeServer } from '@/testing/server';
import { applySwitches, saveKinds } from './kinds';

const subscription = (version: number, on: UpdateKind[]): OrganisationSubscription => ({
  version,
  kinds: (['goal-reached', 'help-ended', 'card-changed'] as const).map((kind) => ({ kind, on: on.includes(kind) })),
  machineClient: null,
});
const path = '/api/subscriptions/v1/organisation-subscription';

describe('what the organisation hears about', () => {
  it('keeps what a colleague switched meanwhile', () => {
    expect(applySwitches(['goal-reached'], ['goal-reached', 'help-ended'], ['card-changed'])).toEqual(['card-changed', 'help-ended']);
    expect(applySwitches(['goal-reached', 'help-ended'], ['help-ended'], ['goal-reached', 'help-ended', 'card-changed'])).toEqual(['help-ended', 'card-changed']);
  });

  it('saves on top of what a colleague saved a moment before', async () => {
    const calls = fakeServer({ [`PATCH ${path}`]: [{ status: 412, body: { current: subscription(8, ['card-changed']) } }, { body: subscription(9, ['card-changed', 'help-ended']) }] });
    const saved = await saveKinds(subscription(7, []), ['help-ended']);
    expect(saved.version).toBe(9);
    expect(calls.map((call) => [call.headers.get('If-Match'), call.body])).toEqual([
      ['"7"', { kinds: ['help-ended'] }],
      ['"8"', { kinds: ['card-changed', 'help-ended'] }],
    ]);
  });
});
