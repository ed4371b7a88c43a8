import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { Case, Plan } from '@/api';
import { routes } from '@/app/routes';
import { familyAnswers } from '@/testing/family';
import { renderRoutes } from '@/testing/render';
import { fakeServer } from '@/testing/server';

const caseOf = 'GET /api/cases/v1/cases/c';
const professional = { id: 'p', kind: 'professional' as const, name: 'Karim Testman', roles: [] };

/** The same family, with these people in its household, or seen by a professional in this role. */
function open(path: string, change: (data: Case) => Case = (data) => data, asProfessional = false, plan: Partial<Plan> = {}) {
  const answers = familyAnswers('parent', true);
  answers[caseOf] = { body: change(answers[caseOf]!.body as Case) };
  answers[`${caseOf}/plan`] = { body: { ...(answers[`${caseOf}/plan`]!.body as Plan), ...plan } };
  if (asProfessional) answers['GET /session'] = { body: { signedIn: true, demo: true, identity: professional, identities: [professional] } };
  const calls = fakeServer(answers);
  renderRoutes(routes, path);
  return calls;
}
const speaks = (language: string) => (data: Case) => ({ ...data, household: data.household.map((member) => ({ ...member, language })) });
const sheet = (name: RegExp) => screen.findByRole('region', { name });

describe("the family's sheet", () => {
  it('is in Dutch alone for a family that speaks Dutch', async () => {
    open('/papier');
    const paper = await sheet(/^Wie helpt ons\? Familie Proef, blad 1 van 1$/);
    expect(within(paper).getByRole('columnheader', { name: 'Contact zoeken als' })).toBeTruthy();
    expect(within(paper).getByText('“Samen wonen”')).toBeTruthy();
    expect(paper.textContent).toContain('Concept: veranderd na versie 2');
    expect(paper.textContent).toContain('Vragen? Bel Karim 06 12');
    expect(paper.querySelector('.sheet-dutch')).toBeNull();
  });

  it('is in English with Dutch below for a family that speaks English', async () => {
    open('/papier', speaks('en'));
    const paper = await sheet(/^Who helps us\?/);
    expect(paper.lang).toBe('en');
    expect(within(paper).getByRole('columnheader', { name: 'Contact me when Contact zoeken als' })).toBeTruthy();
  });

  it('has the words for life domains in its language and in Dutch, unless the family gave its own', async () => {
    open('/papier', speaks('en'), false, { lifeDomains: [{ code: 'school', name: 'School' }] });
    expect(within(await sheet(/^Who helps us\?/)).getByText('School · School')).toBeTruthy();
  });

  it('is mirrored in Arabic, says that nobody checked the words, and shows what people wrote as they wrote it', async () => {
    open('/papier', speaks('ar'));
    const paper = await sheet(/^من يساعدنا؟/);
    expect([paper.dir, paper.lang]).toEqual(['rtl', 'ar']);
    expect(screen.getByText(/Een computer maakte de Arabische woorden/)).toBeTruthy();
    expect(within(paper).getByText('Machinevertaling, niet door een mens nagekeken')).toBeTruthy();
    expect(within(paper).getAllByText('het rooster niet past')[0]?.getAttribute('dir')).toBe('auto');
    // The family calls school "Naar de klas": that is not translated.
    expect(within(paper).getByText('Naar de klas')).toBeTruthy();
    expect(within(paper).getAllByText('06 12')[0]?.className).toContain('sheet-num');
  });

  it('can be had in another language, and says so when there are no words for the own one', async () => {
    open('/papier', speaks('fa'));
    expect(await screen.findByText(/nog geen woorden: Farsi/)).toBeTruthy();
    await userEvent.click(screen.getByRole('radio', { name: /English/ }));
    expect(await sheet(/^Who helps us\?/)).toBeTruthy();
  });

  it('has the colours that the family chose, in the bands and in the legend', async () => {
    open('/papier');
    const paper = await sheet(/^Wie helpt ons/);
    const fills = () => [...paper.querySelectorAll<HTMLElement>('.ep-band, .ep-dom__badge')].map((one) => one.style.getPropertyValue('--ep-dom-fill'));
    await waitFor(() => expect(new Set(fills())).toEqual(new Set(['#cc0000'])));
  });

  it('waits for its letters before it goes to the printer', async () => {
    const print = vi.spyOn(window, 'print').mockImplementation(() => undefined);
    open('/papier');
    await userEvent.click(await screen.findByRole('button', { name: 'Print of bewaar als PDF' }));
    expect(print).toHaveBeenCalledOnce();
  });

  it('offers the family no sheet of the professionals', async () => {
    open('/papier');
    await sheet(/^Wie helpt ons/);
    expect(screen.queryByRole('link', { name: 'Zo werken wij samen' })).toBeNull();
  });
});

describe("the professionals' sheets", () => {
  const as = (myRole: Case['myRole']) => (data: Case) => ({ ...data, myRole, myFamilyMemberId: null });

  it('are two for who works with the family', async () => {
    open('/gezinnen/c/papier', as('professional'), true);
    expect(await sheet(/^Wie helpt ons/)).toBeTruthy();
    await userEvent.click(screen.getByRole('link', { name: 'Zo werken wij samen' }));
    const paper = await sheet(/^Zo werken wij samen Familie Proef, blad 1 van 1$/);
    expect(within(paper).getAllByRole('columnheader').map((column) => column.textContent)).toEqual([
      'Professional, contact het liefst via', 'Reden inzet (doel)', 'Verstrekt informatie over', 'Wil informatie over', 'Hoe vaak contact', 'Periode',
    ]);
  });

  it('are only that of the family for who is only informed', async () => {
    const calls = open('/gezinnen/c/papier', as('information-only'), true);
    await sheet(/^Wie helpt ons/);
    // Nor does the page ask for colours: those stand with the people around the family, and asking would be a refused look in the family's list.
    expect(calls.filter(({ path }) => path.startsWith('/api/network'))).toEqual([]);
    expect(screen.queryByRole('link', { name: 'Zo werken wij samen' })).toBeNull();
  });

  it('are not there for who is only informed, whatever the address', async () => {
    open('/gezinnen/c/papier/samenwerken', as('information-only'), true);
    expect(await screen.findByRole('heading', { name: 'Deze pagina is er niet voor u' })).toBeTruthy();
  });
});
