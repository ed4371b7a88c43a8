import type { Problem, ProblemItem } from './types';

export type ApiErrorKind =
  | 'validation'
  | 'session-ended'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'stale'
  | 'precondition'
  | 'unavailable'
  | 'network'
  | 'server';

const kinds: Record<number, ApiErrorKind> = { 400: 'validation', 401: 'session-ended', 403: 'forbidden', 404: 'not-found', 409: 'conflict', 412: 'stale', 428: 'precondition', 503: 'unavailable' };

/** Everything that can go wrong with a call, in one shape. The message carries no personal data. */
export class ApiError extends Error {
  readonly kind: ApiErrorKind;
  readonly status: number;
  readonly problem: Problem;
  readonly retryAfterSeconds: number | null;

  constructor(kind: ApiErrorKind, status: number, problem: Problem, retryAfterSeconds: number | null = null) {
    super(`${kind} ${status}${problem.code ? ` ${problem.code}` : ''}`);
    this.name = 'ApiError';
    this.kind = kind;
    this.status = status;
    this.problem = problem;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  get code(): string | undefined {
    return this.problem.code;
  }

  /** The errors of a 400 by JSON pointer; a pointer may have several. */
  get pointers(): ReadonlyMap<string, ProblemItem[]> {
    const map = new Map<string, ProblemItem[]>();
    for (const item of this.problem.errors ?? []) map.set(item.pointer, [...(map.get(item.pointer) ?? []), item]);
    return map;
  }

  static fromStatus(status: number, problem: Problem, retryAfter: string | null): ApiError {
    const seconds = retryAfter === null ? NaN : Number(retryAfter);
    return new ApiError(kinds[status] ?? 'server', status, problem, Number.isFinite(seconds) ? seconds : null);
  }

  static network(): ApiError {
    return new ApiError('network', 0, {});
  }
}

export const isApiError = (error: unknown, ...of: ApiErrorKind[]): error is ApiError => error instanceof ApiError && (of.length === 0 || of.includes(error.kind));

/** The plans are somewhere else, and that place does not answer: what was typed can be kept for later. */
export const isRegionAway = (error: unknown): error is ApiError => isApiError(error, 'unavailable') && error.code === 'region-away';

/** "Not there" and "not yours" are one and the same for whoever looks. */
export const isOutOfReach = (error: unknown): boolean => isApiError(error, 'not-found', 'forbidden');
