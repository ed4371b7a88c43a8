import type { Quality, Swatch } from '@/api';
import type { Box } from './geometry';
import type { Layout } from './layout';
import type { Tie, TieLine } from './ties';

/** A life domain as it is drawn: its two letters, its pattern and its colour. */
export type BadgeLook = { code: string; letters: string; slot: number } & Swatch;

/** Round and open: people whom the family knows. Square: who is there for work. */
export type Figure = { shape: 'network' | 'professional'; text: string; badges: BadgeLook[]; unsure: boolean };

/** Everything that a drawing shows, the same for a screen, paper and a file. */
export type Drawing = {
  layout: Layout;
  ties: Tie[];
  figureOf: (key: string) => Figure;
  /** What stands on a tie: one sign, or that of each side. */
  signsOf: (key: string) => string[];
  /** Parts of the drawing in the order in which one walks through them; `end`: the name stands at the right side. */
  parts: { code: string; from: number; title: string; box: Box; end: boolean }[];
  rings: { text: string; box: Box }[];
  middle: { title: string; lines: string[] };
};

const lines: Record<Quality, TieLine> = { 'very-good': 'double', good: 'plain', mixed: 'dashed', tense: 'jagged', conflict: 'broken', none: 'dotted' };
export const signs: Record<Quality, string> = { 'very-good': '++', good: '+', mixed: '±', tense: '−', conflict: '−−', none: '0' };

/** How a quality is drawn; while nobody said it the tie is thin and has no sign. */
export const lineOf = (quality: Quality | null): TieLine => (quality ? lines[quality] : 'thin');
