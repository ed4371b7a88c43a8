import type { Id } from './common';

export type IdentityKind = 'professional' | 'family' | 'administrator' | 'region';

export type Identity = {
  id: Id;
  kind: IdentityKind;
  name: string;
  organisationId?: Id;
  organisationName?: string;
  function?: string;
  roles: string[];
  caseId?: Id;
  /** The part of EenPlan in whose plans this is, when that is another one. */
  host?: string | null;
};

/** `left`: only in this tab, after somebody signed out on purpose. */
export type SignedOut = { signedIn: false; demo: boolean; left?: true };
/** The part of EenPlan that somebody signed in at; `host` names the one that holds the plans when that is another, and `away` says that it does not answer now. */
export type SessionNode = { name: string; host: string | null; hostUrl?: string | null; away: boolean };
/** `identity` is null as long as somebody with several identities has not chosen one. */
export type SignedIn = { signedIn: true; demo: boolean; language?: string; identity: Identity | null; identities: Identity[]; node?: SessionNode };
export type Session = SignedOut | SignedIn;

export type DemoAccount = {
  account: string;
  name: string;
  description: { nl: string; en: string };
  kind: IdentityKind;
  organisationName?: string | null;
};
