import type card from './locales/nl/card.json';
import type casePlan from './locales/nl/casePlan.json';
import type away from './locales/nl/away.json';
import type access from './locales/nl/access.json';
import type findings from './locales/nl/findings.json';
import type common from './locales/nl/common.json';
import type family from './locales/nl/family.json';
import type network from './locales/nl/network.json';
import type nodes from './locales/nl/nodes.json';
import type organisation from './locales/nl/organisation.json';
import type paper from './locales/nl/paper.json';
import type people from './locales/nl/people.json';
import type parts from './locales/nl/parts.json';
import type intake from './locales/nl/intake.json';
import type team from './locales/nl/team.json';
import type ref from './locales/nl/ref.json';
import type region from './locales/nl/region.json';
import type session from './locales/nl/session.json';
import type updates from './locales/nl/updates.json';
import type work from './locales/nl/work.json';
import type timeline from './locales/nl/timeline.json';

/** Dutch is the source of all keys. Every namespace has one line here and one file per language. */
export type Resources = {
  card: typeof card;
  casePlan: typeof casePlan;
  access: typeof access;
  away: typeof away;
  common: typeof common;
  family: typeof family;
  findings: typeof findings;
  network: typeof network;
  nodes: typeof nodes;
  organisation: typeof organisation;
  paper: typeof paper;
  parts: typeof parts;
  people: typeof people;
  ref: typeof ref;
  region: typeof region;
  session: typeof session;
  intake: typeof intake;
  updates: typeof updates;
  team: typeof team;
  work: typeof work;
  timeline: typeof timeline;
};

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: Resources;
  }
}
