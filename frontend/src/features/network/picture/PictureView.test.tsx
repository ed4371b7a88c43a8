import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { renderPart } from '@/testing/render';
import { around } from './geometry';
import { layout, type Item } from './layout';
import type { Drawing } from './model';
import { networkPlan, titles, wedges } from './networkPlan';
import { PictureView } from './PictureView';
import { ties } from './ties';

const names: Record<string, string> = { opa: 'Opa Farid', leila: 'Leila', truus: 'Truus' };
const items: Item[] = [
  { key: 'opa', sector: 'family', ring: 0, name: 'Opa Farid', below: null, badges: 0 },
  { key: 'leila', sector: 'family', ring: 1, name: 'Leila', below: 'tante', badges: 0 },
  { key: 'truus', sector: 'neighbours', ring: 0, name: 'Truus', below: null, badges: 0 },
];

function drawingOf(some: Item[]): Drawing {
  const placed = layout(some, networkPlan);
  return {
    layout: placed,
    ties: ties(placed, () => ({ line: 'plain', signs: 1 })),
    figureOf: (key) => ({ shape: 'network', text: key.slice(0, 2), badges: [], unsure: false }),
    signsOf: () => ['+'],
    parts: wedges.map(({ code, from }) => ({ code, from, title: code, box: titles[code], end: false })),
    rings: [{ text: 'vaak', box: around({ x: 450, y: 600 }, 60, 20) }],
    middle: { title: 'Ons gezin', lines: ['Samira en Noor'] },
  };
}

const show = (onChoose = vi.fn(), onRest = vi.fn(), some = items) => {
  renderPart(<PictureView drawing={drawingOf(some)} sentenceOf={(key) => `${names[key] ?? key}. Vaak contact.`} restSentence={({ keys }) => `Nog ${keys.length} mensen`} chosen={null} onChoose={onChoose} onRest={onRest} />);
  return { onChoose, onRest };
};

afterEach(() => document.documentElement.removeAttribute('dir'));

describe('a picture on a screen', () => {
  it('holds everybody as a button in the list of a part, with a sentence as name, and nothing of the drawing', async () => {
    show();
    const family = await screen.findByRole('list', { name: 'family' });
    expect(within(family).getAllByRole('button').map((button) => button.querySelector('.ep-hidden')?.textContent)).toEqual(['Opa Farid. Vaak contact.', 'Leila. Vaak contact.']);
    expect(screen.getByRole('button', { name: 'Opa Farid. Vaak contact.' })).toBeTruthy();
    expect(document.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true');
  });

  it('is one stop for the tab key; arrows walk through it and Enter chooses', async () => {
    const { onChoose } = show();
    const user = userEvent.setup();
    await screen.findByRole('list', { name: 'family' });
    await user.tab();
    const first = document.activeElement?.getAttribute('data-stop');
    expect(screen.getAllByRole('button').filter((button) => button.tabIndex === 0)).toHaveLength(1);
    await user.keyboard('{End}');
    expect(document.activeElement?.getAttribute('data-stop')).not.toBe(first);
    await user.keyboard('{PageUp}{PageUp}{PageUp}');
    await user.keyboard('{Home}');
    await user.keyboard('{Enter}');
    expect(onChoose).toHaveBeenCalledWith(first);
    await user.tab();
    expect(document.activeElement).toBe(document.body);
  });

  it('turns the arrows around where one reads from right to left, and nothing else', async () => {
    document.documentElement.dir = 'rtl';
    show();
    const user = userEvent.setup();
    const opa = await screen.findByRole('button', { name: /Opa Farid/ });
    const place = opa.style.insetInlineStart;
    opa.focus();
    await user.keyboard('{ArrowDown}');
    expect(document.activeElement?.getAttribute('data-stop')).toBe('leila');
    await user.keyboard('{ArrowRight}');
    expect(document.activeElement?.getAttribute('data-stop')).toBe('opa');
    expect(opa.style.insetInlineStart).toBe(place);
  });

  it('counts those for whom there is no room, and leads to them', async () => {
    const { onRest } = show(vi.fn(), vi.fn(), Array.from({ length: 80 }, (_, number) => ({ key: `p${number}`, sector: 'friends', ring: 0 as const, name: 'Iemand', below: null, badges: 0 })));
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: /^Nog \d+ mensen$/ }));
    expect(onRest).toHaveBeenCalled();
  });
});
