import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Definition, Figure, IndicatorRow } from '@/api';
import { routes } from '@/app/routes';
import { fakeServer } from '@/testing/server';
import { renderRoutes } from '@/testing/render';

const me = { id: 'r1', kind: 'region', name: 'Inge Verzinsel', roles: [], organisationName: 'Regio Voorbeeldland' };
const codes = ['open-cases', 'inflow', 'outflow', 'parties-per-case', 'cards-complete', 'coordinator-changes', 'replacements', 'treatment-notices', 'plans-agreed', 'days-to-agreed-plan', 'evaluation-date', 'evaluated-in-time', 'goals', 'agreements-kept'];
const percents = ['cards-complete', 'evaluation-date', 'evaluated-in-time'];
const definitions: Definition[] = codes.map((code) => ({ code, unit: percents.includes(code) ? 'percent' : 'cases', counted: 'in-period', name: { nl: `naam ${code}`, en: `name ${code}` }, meaning: { nl: `zo is ${code} geteld`, en: `how ${code} is counted` } }));

function row(municipality: string | undefined, from: string, until: string, told: Record<string, number>): IndicatorRow {
  const figures: Figure[] = codes.filter((code) => code !== 'goals' && code !== 'agreements-kept').map((code) => (code in told ? { indicator: code, value: told[code]! } : { indicator: code, suppressed: true as const }));
  const more: Figure[] = [{ indicator: 'goals', domain: 'money', status: 'open', value: 33 }, { indicator: 'goals', domain: 'money', status: 'reached', suppressed: true }, { indicator: 'agreements-kept', status: 'yes', value: 44 }];
  return { ...(municipality ? { municipality } : {}), from, until, figures: [...figures, ...more] };
}

const base = { asOf: '2026-11-27T10:00:00Z', closedUntil: '2026-09', municipalities: ['nergenshuizen', 'proefdorp'], definitions };
const quarters = [row(undefined, '2026-04', '2026-06', { 'open-cases': 190, inflow: 50 }), row(undefined, '2026-07', '2026-09', { 'open-cases': 214, inflow: 66, 'days-to-agreed-plan': 24, 'cards-complete': 74 })];
const answers = {
  'GET /session': { body: { signedIn: true, demo: false, identity: me, identities: [me] } },
  'GET /api/reporting/v1/indicators?period=year': { body: { ...base, period: 'year', rows: [] } },
  'GET /api/reporting/v1/indicators?period=quarter&from=2026-07&until=2026-09': {
    body: { ...base, period: 'quarter', rows: [quarters[1], row('nergenshuizen', '2026-07', '2026-09', { 'open-cases': 120 }), row('proefdorp', '2026-07', '2026-09', {})] },
  },
  'GET /api/reporting/v1/indicators?period=quarter&from=2024-10&until=2026-09&municipality=region': { body: { ...base, period: 'quarter', rows: quarters } },
  'GET /api/reporting/v1/indicators?period=quarter&from=2024-10&until=2026-09&municipality=proefdorp': { body: { ...base, period: 'quarter', rows: [...quarters, row('proefdorp', '2026-07', '2026-09', {})] } },
};

describe('The page of the region', () => {
  beforeEach(() => vi.stubGlobal('matchMedia', () => ({ matches: false })));

  it('says in a sentence how it goes, and tells no small number', async () => {
    fakeServer(answers);
    renderRoutes(routes, '/regio');
    expect(await screen.findByRole('heading', { level: 1, name: 'De hele regio: 214 gezinnen met een open plan. De helft van de gezinnen had binnen 24 dagen een plan.' })).toBeDefined();
    const places = within(screen.getByRole('table', { name: 'Alle gemeenten' }));
    expect(within(places.getByRole('row', { name: /^Nergenshuizen/ })).getByText('120')).toBeDefined();
    expect(within(places.getByRole('row', { name: /^Proefdorp/ })).getAllByText('niet getoond').length).toBe(6);
  });

  it('shows the same numbers as a table or as a chart, with how they were counted', async () => {
    fakeServer(answers);
    renderRoutes(routes, '/regio');
    const subject = within(await screen.findByRole('region', { name: 'Begonnen en afgesloten' }));
    expect(subject.getByText('zo is inflow geteld')).toBeDefined();
    // On a narrow screen, as here, the table comes first.
    expect(subject.getByRole('row', { name: /3e kwartaal 2026 66 niet getoond/ })).toBeDefined();
    await userEvent.click(subject.getByRole('button', { name: /Toon als grafiek/ }));
    expect(subject.getByRole('img', { name: 'naam inflow: 2e kwartaal 2026 50, 3e kwartaal 2026 66. naam outflow: 2e kwartaal 2026 niet getoond, 3e kwartaal 2026 niet getoond.' })).toBeDefined();
    await userEvent.click(subject.getByRole('button', { name: /Toon als tabel/ }));
    expect(subject.queryByRole('img')).toBeNull();
  });

  it('keeps the choice in the address, and downloads what is chosen', async () => {
    fakeServer(answers);
    const { router } = renderRoutes(routes, '/regio');
    await userEvent.selectOptions(await screen.findByLabelText('Gemeente'), 'Proefdorp');
    expect(await screen.findByRole('heading', { level: 1, name: 'Proefdorp: te weinig gezinnen om een aantal te laten zien.' })).toBeDefined();
    expect(router.state.location.search).toBe('?municipality=proefdorp&period=quarter');
    expect(screen.getByRole('link', { name: /csv/ }).getAttribute('href')).toBe('/api/reporting/v1/indicators/_download?period=quarter&from=2024-10&until=2026-09&municipality=proefdorp');
  });
});
