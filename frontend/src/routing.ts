import type { Identity, IdentityKind } from '@/api';

/** Which frame stands around a page: family and desk have menus, bare has none. `own`: the frame of whoever looks. */
export type Shell = 'family' | 'desk' | 'bare' | 'own';

/** Every page says who may open it. A page without such a rule is treated as not there. */
export type RouteHandle = {
  /** Key with its namespace, such as `session:title.signIn`. Never a family's name. */
  titleKey: string;
  shell: Shell;
} & ({ public: true } | { public?: false; kinds: IdentityKind[]; role?: string });

/** Whoever looks after the part of EenPlan that an organisation or region runs. */
export const nodeAdministrator = 'node-administrator';

/** Addresses of pages. Features link to each other through these and never import each other. */
export const pages = {
  signIn: '/inloggen',
  chooseIdentity: '/inloggen/wie',
  today: '/vandaag',
  ourPlan: '/ons-plan',
  ownGoal: '/ons-plan/onze-wens',
  agree: '/ons-plan/akkoord',
  ourPeople: '/mensen',
  ourNewPerson: '/mensen/nieuw',
  ourPerson: (personId: string) => `/mensen/${personId}`,
  ourMoments: '/mensen/toen-en-nu',
  ourPeopleColours: '/mensen/kleuren',
  ourPeoplePaper: '/mensen/papier',
  helpers: '/wie-helpt',
  call: '/bellen',
  paper: '/papier',
  whoLooked: '/wie-keek',
  myWork: '/werk',
  takeOver: (handoverId: string) => `/werk/overdracht/${handoverId}`,
  families: '/gezinnen',
  newCase: '/gezinnen/nieuw',
  family: (caseId: string) => `/gezinnen/${caseId}`,
  cards: (caseId: string) => `/gezinnen/${caseId}/kaarten`,
  myCard: (caseId: string) => `/gezinnen/${caseId}/mijn-kaart`,
  people: (caseId: string) => `/gezinnen/${caseId}/mensen`,
  team: (caseId: string) => `/gezinnen/${caseId}/wie-doet-mee`,
  invite: (caseId: string) => `/gezinnen/${caseId}/wie-doet-mee/uitnodigen`,
  appoint: (caseId: string) => `/gezinnen/${caseId}/wie-doet-mee/coordinator`,
  newMember: (caseId: string) => `/gezinnen/${caseId}/wie-doet-mee/gezin/nieuw`,
  member: (caseId: string, memberId: string) => `/gezinnen/${caseId}/wie-doet-mee/gezin/${memberId}`,
  memberAccess: (caseId: string, memberId: string) => `/gezinnen/${caseId}/wie-doet-mee/gezin/${memberId}/toegang`,
  endHelp: (caseId: string, involvementId: string) => `/gezinnen/${caseId}/wie-doet-mee/${involvementId}/stoppen`,
  handOver: (caseId: string, involvementId: string) => `/gezinnen/${caseId}/wie-doet-mee/${involvementId}/overdragen`,
  newPerson: (caseId: string) => `/gezinnen/${caseId}/mensen/nieuw`,
  person: (caseId: string, personId: string) => `/gezinnen/${caseId}/mensen/${personId}`,
  close: (caseId: string) => `/gezinnen/${caseId}/afsluiten`,
  moments: (caseId: string) => `/gezinnen/${caseId}/mensen/toen-en-nu`,
  peopleColours: (caseId: string) => `/gezinnen/${caseId}/mensen/kleuren`,
  peoplePaper: (caseId: string) => `/gezinnen/${caseId}/mensen/papier`,
  cooperation: (caseId: string) => `/gezinnen/${caseId}/samenwerking`,
  agreements: (caseId: string) => `/gezinnen/${caseId}/afspraken`,
  changes: (caseId: string) => `/gezinnen/${caseId}/veranderd`,
  accessLog: (caseId: string) => `/gezinnen/${caseId}/wie-keek`,
  casePaper: (caseId: string) => `/gezinnen/${caseId}/papier`,
  casePaperProfessionals: (caseId: string) => `/gezinnen/${caseId}/papier/samenwerken`,
  updates: '/berichten',
  unsent: '/nog-te-versturen',
  organisation: '/organisatie',
  staff: '/medewerkers',
  newColleague: '/medewerkers/nieuw',
  colleague: (personId: string) => `/medewerkers/${personId}`,
  colleagueLeaves: (personId: string) => `/medewerkers/${personId}/vertrek`,
  region: '/regio',
  nodes: '/eigen-deel',
} as const;

/** The first page of a person after signing in. */
export function homeOf(identity: Pick<Identity, 'kind'>): string {
  const homes: Record<IdentityKind, string> = { family: pages.today, professional: pages.myWork, administrator: pages.organisation, region: pages.region };
  return homes[identity.kind];
}

const returnKey = 'terug';

/** The sign-in page, with the way back. */
export const signInFrom = (path: string): string => (path === '/' ? pages.signIn : `${pages.signIn}?${new URLSearchParams({ [returnKey]: path })}`);

/** Only a path of our own: an address of elsewhere is never followed. */
export function returnPath(search: string): string | null {
  const path = new URLSearchParams(search).get(returnKey);
  return path !== null && /^\/(?![/\\])/.test(path) && !path.startsWith(pages.signIn) ? path : null;
}
