/** An instant in UTC, such as 2026-11-26T14:30:00Z. */
export type Instant = string;
/** A day, such as 2026-12-01. */
export type Day = string;
export type Id = string;

export type List<T> = { items: T[]; next: string | null };
export type Page = { after?: string | null; limit?: number };

/** One thing that is wrong in a request, with a JSON pointer to where. */
export type ProblemItem = { pointer: string; code: string; detail: string };

/** application/problem+json as every service answers it. */
export type Problem = {
  type?: string;
  title?: string;
  status?: number;
  detail?: string;
  instance?: string;
  code?: string;
  errors?: ProblemItem[];
  /** 412: the resource as it is now, who changed it and when. */
  current?: unknown;
  changedBy?: { name: string };
  changedAt?: Instant;
  /** 503: what was asked may have been done, although no answer came. */
  mayHaveArrived?: boolean;
};
