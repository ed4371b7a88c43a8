import { describe, expect, it } from 'vitest';
import { layout } from './layout';
import type { Drawing } from './model';
import { networkPlan, ringWords, titles, wedges } from './networkPlan';
import { PictureSvg } from './PictureSvg';
import { toFile } from './saveFile';
import { ties } from './ties';

const placed = layout([{ key: 'opa', sector: 'family', ring: 0, name: 'Opa <Farid> ابو', below: 'vader & opa', badges: 1 }], networkPlan);
const drawing: Drawing = {
  layout: placed,
  ties: ties(placed, () => ({ line: 'double', signs: 1 })),
  figureOf: () => ({ shape: 'network', text: 'OF', badges: [{ code: 'raising', letters: 'OP', slot: 6, fill: '#b875a8', text: '#1a1a1a' }], unsure: false }),
  signsOf: () => ['++'],
  parts: wedges.map(({ code, from }) => ({ code, from, title: code, box: titles[code], end: false })),
  rings: ringWords.map((box, number) => ({ text: `ring ${number}`, box })),
  middle: { title: 'Ons gezin', lines: ['Samira en Noor'] },
};

describe('a picture as a file', () => {
  const text = toFile(<PictureSvg drawing={drawing} label="Mensen om ons heen" legend={{ title: 'Zo leest u het plaatje', ties: [{ line: 'plain', sign: '+', word: 'Goed' }], badges: [], sentences: ['Dicht bij het midden: vaak.'] }} />);
  const file = new DOMParser().parseFromString(text, 'image/svg+xml');

  it('opens by itself: it is well formed and needs nothing from elsewhere', () => {
    expect(file.querySelector('parsererror')).toBeNull();
    expect(file.documentElement.namespaceURI).toBe('http://www.w3.org/2000/svg');
    expect(text).not.toMatch(/(?:href|src)=|url\((?!#|&quot;#|"#)/);
    expect([...file.querySelectorAll('[fill^="url("]')].map((one) => one.getAttribute('fill')?.slice(5, -1)).every((id) => id && file.getElementById(id))).toBe(true);
  });

  it('holds its words as words, and a legend', () => {
    const words = [...file.querySelectorAll('text')].map((one) => one.textContent);
    expect(words).toEqual(expect.arrayContaining(['Opa <Farid>', 'ابو', 'vader & opa', 'Ons gezin', 'OP', '++', 'Zo leest u het plaatje', 'Goed']));
    expect(file.querySelector('title')?.textContent).toBe('Mensen om ons heen');
  });

  it('has everybody at the place of the drawing on the screen', () => {
    const circles = [...file.querySelectorAll('circle.picture-mark')].map((one) => [Number(one.getAttribute('cx')), Number(one.getAttribute('cy'))]);
    expect(circles).toEqual(placed.placed.map(({ mark }) => [mark.x, mark.y]));
  });
});
