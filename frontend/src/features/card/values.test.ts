import { expect, it } from 'vitest';
import { changedFields, type Involvement } from '@/api';
import { fieldOf } from './form';
import { cardFields, cardValues } from './values';

const card = {
  id: 'i', version: 3, reason: 'Veiligheid', familyRole: null, contactMeWhen: null, helpEndsWhen: null, lifeDomains: ['raising'], forMembers: ['m'], tasks: [{ domain: 'raising', kind: 'home-visits', task: 'Bezoek', members: ['m'] }],
  leadPractitionerOf: [], gives: [{ subject: 'home', about: ['m'], from: null }], wants: [{ subject: 'school', about: ['m'], from: null }], contactFrequencies: [], replyNorm: null, preferredChannel: 'phone', standInId: null, period: { until: null, text: null },
} as unknown as Involvement;

it('a card that was only looked at sends nothing', () => {
  expect(changedFields<object>(card, cardFields(cardValues(card)))).toEqual({});
});

it('what is told never names a source, and empty rows are not sent', () => {
  const values = cardValues(card);
  expect(cardFields({ ...values, gives: [...values.gives, { subject: '', about: ['m'] }] }).gives).toEqual([{ subject: 'home', about: ['m'] }]);
});

it('a fault of the server points at the control it is about', () => {
  expect([fieldOf('/gives/0/about'), fieldOf('/period/until'), fieldOf('/familyRole')]).toEqual(['card-gives-0-about', 'card-until', 'card-familyRole']);
});
