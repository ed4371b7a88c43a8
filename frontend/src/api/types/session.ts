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
};

/** `left`: only in this tab, after somebody signed out on purpose. */
export type SignedOut = { signedIn: false; demo: boolean; left?: true };
/** `identity` is null as long as somebody with several identities has not chosen one. */
export type SignedIn = { signedIn: true; demo: boolean; language?: string; identity: Identity | null; identities: Identity[] };
export type Session = SignedOut | SignedIn;

export type DemoAccount = {
  account: string;
  name: string;
  description: { nl: string; en: string };
  kind: IdentityKind;
  organisationName?: string | null;
};
