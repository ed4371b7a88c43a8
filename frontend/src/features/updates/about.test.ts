import { describe, expect, it } from 'vitest';
import type { Case, Plan, Update } from '@/api';
import { aboutOf } from './about';

const family = {
  household: [{ id: 'm1', name: 'Anouk Tweehuizen' }, { id: 'm2', name: 'Bo Tweehuizen' }],
  involvements: [{ id: 'i1', name: 'Ruud Nergens', takenOverBy: 'i2' }, { id: 'i2', name: 'Sanne Verzinsel' }, { id: 'i3', name: 'Yvonne Proef' }],
  meetings: [{ id: 'r1', startsAt: '2026-12-01T14:30:00Z' }],
} as unknown as Case;
const plan = {
  goals: [{ id: 'g1', text: 'Anouk en Bo zien elkaar elke week.', actions: [{ id: 'a1', text: 'Een vaste dag kiezen' }] }],
  agreements: [{ id: 'w1', text: 'Wij bellen elkaar op maandag, en als dat niet kan op dinsdag. Gaat een bezoek niet door? Dan hoort Yvonne dat een dag ervoor, en de groep ook.' }],
} as unknown as Plan;
const about = (kind: Update['kind'], more: Partial<Update> = {}, seen: [Case?, Plan?] = [family, plan]) => aboutOf({ number: 1, caseId: 'c', kind, at: '', read: false, ...more }, ...seen);

describe('what an update is about', () => {
  it('is named by who or what it refers to', () => {
    expect(about('card-changed', { itemId: 'i3' })).toEqual({ words: 'Yvonne Proef' });
    expect(about('goal-reached', { itemId: 'g1' })).toEqual({ words: 'Anouk en Bo zien elkaar elke week' });
    expect(about('action-done', { itemId: 'a1' })).toEqual({ words: 'Een vaste dag kiezen' });
    expect(about('meeting-scheduled', { itemId: 'r1' })).toEqual({ moment: '2026-12-01T14:30:00Z' });
    expect(about('treatment-status-changed', { itemId: 'i3', memberId: 'm1' })).toEqual({ words: 'Anouk' });
  });

  it('says whose place somebody takes, as long as that person can still be seen', () => {
    expect(about('professional-replaced', { itemId: 'i2' })).toEqual({ name: 'Sanne Verzinsel', replaces: 'Ruud Nergens' });
    const without = { ...family, involvements: family.involvements.filter((one) => one.id !== 'i1') };
    expect(about('professional-replaced', { itemId: 'i2' }, [without, plan])).toEqual({ words: 'Sanne Verzinsel' });
  });

  it('is one line, cut between words', () => {
    const found = about('agreement-changed', { itemId: 'w1' });
    expect(found).toEqual({ words: 'Wij bellen elkaar op maandag, en als dat niet kan op dinsdag. Gaat een bezoek niet door? Dan hoort Yvonne dat een dag …' });
  });

  it('is nothing when it is gone, not for this reader, or not read', () => {
    expect(about('goal-reached', { itemId: 'gone' })).toBeNull();
    expect(about('card-changed', { itemId: 'gone' })).toBeNull();
    expect(about('plan-answered', { memberId: 'gone' })).toBeNull();
    expect(about('goal-reached', { itemId: 'g1' }, [family])).toBeNull();
    expect(about('meeting-scheduled', { itemId: 'r1' }, [])).toBeNull();
    expect(about('plan-put-forward')).toBeNull();
  });
});
