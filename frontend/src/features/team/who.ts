import type { Case, Involvement } from '@/api';
import { may } from '@/parts';

const isMe = (data: Case, one: Involvement) => one.id === data.myInvolvementId;

/** Whose help this caller may end: the own, or as coordinator somebody's; the coordinator first finds another one. In a closed plan everybody's part stays as it is. */
export const mayEnd = (data: Case, one: Involvement): boolean => data.status === 'open' && one.status !== 'ended' && !one.isCoordinator && (isMe(data, one) || may(data, 'invite'));

/** Only help that goes on can be handed over, and one person is asked at a time. */
export const mayHandOver = (data: Case, one: Involvement): boolean =>
  one.status === 'active' && one.kind !== 'intake' && mayEnd(data, one) && !data.pendingHandovers.some((handover) => handover.fromInvolvementId === one.id);

/** Who could coordinate: the first one may still be invited, a later one takes part already. */
export const mayCoordinate = (data: Case, one: Involvement): boolean =>
  one.kind !== 'information-only' && !one.isCoordinator && one.id !== data.pendingCoordinator?.involvementId && (one.status === 'active' || (one.status === 'invited' && data.coordinator === null));

export { isMe };
