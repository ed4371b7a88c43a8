import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { matchRoutes, type RouteObject } from 'react-router';
import { pages, type RouteHandle } from '@/routing';
import { familyAnswers } from '@/testing/family';
import { renderRoutes } from '@/testing/render';
import { fakeServer } from '@/testing/server';
import { routes } from './routes';

const texts = import.meta.glob<Record<string, unknown>>('../i18n/locales/nl/*.json', { eager: true, import: 'default' });
const adultForm = /(?<![\p{L}’'])(?:u|uw|uzelf)(?![\p{L}])/iu;
const leaves = (value: unknown, path: string): [string, string][] => (typeof value === 'string' ? [[path, value]] : Object.entries(value as object).flatMap(([key, child]) => leaves(child, path === '' ? key : `${path}.${key}`)));

// Read before it is known who somebody is, or by professionals, administrators and the region only.
const notInTheFamilyShell = ['away', 'session', 'casePlan', 'card', 'intake', 'nodes', 'organisation', 'people', 'region', 'work', 'team.', 'common.picker', 'updates.becauseIn', 'updates.noFamily'];
const all = new Map(Object.entries(texts).flatMap(([file, content]) => leaves(content, /(\w+)\.json$/.exec(file)?.[1] ?? '')));
const youthForm = (key: string) => key.replace(/(_zero|_one|_other)?$/, '_youth$1');

const paths = [...Object.values(pages)].map((page) => (typeof page === 'string' ? page : (page as (...ids: string[]) => string)('p', 'p')));
const handleOf = (path: string) => matchRoutes(routes as RouteObject[], path)?.at(-1)?.route.handle as RouteHandle | undefined;
const ofFamily = [...paths.filter((path) => { const handle = handleOf(path); return handle && !handle.public && handle.kinds?.includes('family'); }), '/niets'];

/** All that a page says: text, and what a screen reader says instead of it. */
function said(): string {
  const named = [...document.querySelectorAll('[aria-label], [title], [placeholder], [alt]')].flatMap((element) => ['aria-label', 'title', 'placeholder', 'alt'].map((name) => element.getAttribute(name) ?? ''));
  // What a person wrote is theirs.
  const page = document.body.cloneNode(true) as HTMLElement;
  for (const own of page.querySelectorAll('[translate="no"]')) own.textContent = '';
  return [document.title, page.textContent, ...named].join(' | ');
}

async function open(path: string, as: 'parent' | 'young', filled: boolean): Promise<string> {
  fakeServer(familyAnswers(as, filled));
  const { unmount } = renderRoutes(routes, path);
  await screen.findByRole('heading', { level: 1 });
  await waitFor(() => expect(screen.queryByText('Even geduld, wij halen het op.')).toBeNull());
  await waitFor(() => expect(document.title).toContain('EenPlan'));
  const text = said();
  unmount();
  document.title = '';
  return text;
}

describe('a life domain', () => {
  it.each(['/ons-plan', '/wie-helpt', '/mensen', '/papier'])('has the name that the family gave it: %s', async (path) => {
    expect(await open(path, 'parent', true)).toContain('Naar de klas');
  });
});

describe('a text for youth', () => {
  it('is there for every text of the family shell that says u or uw to an adult', () => {
    const without = [...all].filter(([key, text]) => adultForm.test(text) && !/_youth(_|$)/.test(key) && !notInTheFamilyShell.some((name) => key.startsWith(name)) && !all.has(youthForm(key)));
    expect(without).toEqual([]);
  });

  it('never says u or uw itself', () => {
    expect([...all].filter(([key, text]) => /_youth(_|$)/.test(key) && adultForm.test(text))).toEqual([]);
  });
});

describe('the pages of the family', () => {
  it('are these', () => {
    expect(ofFamily).toEqual(['/vandaag', '/ons-plan', '/ons-plan/onze-wens', '/ons-plan/akkoord', '/mensen', '/mensen/nieuw', '/mensen/p', '/mensen/toen-en-nu', '/mensen/kleuren', '/mensen/papier', '/wie-helpt', '/bellen', '/papier', '/wie-keek', '/berichten', '/niets']);
  });

  it.each(ofFamily)('speak je to youth: %s', async (path) => {
    for (const filled of [true, false]) expect(adultForm.exec(await open(path, 'young', filled))).toBeNull();
  });

  it('speak u to adults, and je where youth reads the same', async () => {
    expect(await open('/vandaag', 'parent', true)).toMatch(/Wie kunt u bellen\?.*Zie wie in uw plan keek/);
    expect(await open('/vandaag', 'young', true)).toMatch(/Wie kun je bellen\?.*Zie wie in jouw plan keek/);
  });

  it('use the text for adults where there is no other', async () => {
    expect(await open('/ons-plan', 'young', true)).toContain('Onze doelen');
  });
});
