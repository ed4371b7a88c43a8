import type card from './locales/nl/card.json';
import type casePlan from './locales/nl/casePlan.json';
import type common from './locales/nl/common.json';
import type parts from './locales/nl/parts.json';
import type intake from './locales/nl/intake.json';
import type ref from './locales/nl/ref.json';
import type session from './locales/nl/session.json';
import type work from './locales/nl/work.json';
import type timeline from './locales/nl/timeline.json';

/** Dutch is the source of all keys. Every namespace has one line here and one file per language. */
export type Resources = {
  card: typeof card;
  casePlan: typeof casePlan;
  common: typeof common;
  parts: typeof parts;
  ref: typeof ref;
  session: typeof session;
  intake: typeof intake;
  work: typeof work;
  timeline: typeof timeline;
};

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: Resources;
  }
}
