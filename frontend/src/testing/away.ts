import type { Session, Unsent } from '@/api';
import type { Answer } from './server';

const identity = { id: 'me', kind: 'professional' as const, name: 'Noor Testman', organisationName: 'Jeugdhulp Droomhaven', roles: [] };
const list = (items: unknown[]): Answer => ({ body: { items, next: null } });

/** What the pages of a professional ask whose plans are at the region; the region can be away. */
export function workAnswers({ away, host = 'region' }: { away: boolean; host?: string | null }): Record<string, Answer | Answer[]> {
  const session: Session = { signedIn: true, demo: true, identity, identities: [identity], node: { name: 'provider-one', host, away } };
  const gone: Answer = { status: 503, body: { code: 'region-away', status: 503 } };
  const ask = (answer: Answer): Answer => (away ? gone : answer);
  return {
    'GET /session': { body: session },
    'GET /api/node/v1/outbox': { body: { items: [] } },
    'GET /api/node/v1/case-list': { body: { host: 'region', knownAt: new Date().toISOString(), items: [{ caseId: 'c', reference: '6V4K-XP2V', level: 'professional', unread: 2 }, { caseId: 'd', reference: 'R7CD-99HK', level: 'information-only', unread: 0 }] } },
    'GET /api/cases/v1/cases?limit=200': ask(list([])),
    'GET /api/cases/v1/invitations': ask(list([])),
    'GET /api/cases/v1/handovers': ask(list([])),
    'GET /api/cases/v1/coordinator-requests': ask(list([])),
    'GET /api/subscriptions/v1/updates': ask({ body: { items: [], next: null, unread: 0 } }),
    'GET /api/cases/v1/cases/c': ask({ body: { id: 'c', alias: 'Familie Proef', household: [], involvements: [] } }),
    'GET /api/cases/v1/reference': ask({ body: {} }),
  };
}

export const unsentEntry = (more: Partial<Unsent>): Unsent => ({
  id: 'one', caseId: 'c', reference: '6V4K-XP2V', kind: 'goal', state: 'waiting', keptAt: '2026-11-27T09:00:00Z', changedAt: '2026-11-27T09:00:00Z', body: { text: 'Elke dag een boek lezen' }, was: null, problem: null, ...more,
});
