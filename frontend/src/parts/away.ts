import type { Keepable } from '@/api';

/** What a form could not send because the plans cannot be reached, and what follows when it is kept. */
export type Away = { caseId: string; what: Keepable; kept: () => void };
