import type { Quality } from '@/api';

const lines: Record<Quality, string> = {
  'very-good': 'M2 9h14M32 9h14M2 15h14M32 15h14',
  good: 'M2 12h14M32 12h14',
  mixed: 'M2 12h4M10 12h4M34 12h4M42 12h4',
  tense: 'M2 12l3.5-5 3.500 10 3.500-10 3.500 5M32 12l3.500-5 3.500 10 3.500-10 3.500 5',
  conflict: 'M2 12l3.5-5 3.500 10 3.500-10 3.500 5M32 12l3.500-5 3.500 10 3.500-10 3.500 5M4 20h10M34 20h10',
  none: 'M3 12h.1M8 12h.1M13 12h.1M35 12h.1M40 12h.1M45 12h.1',
};
const codes: Record<Quality, string> = { 'very-good': '++', good: '+', mixed: '±', tense: '−', conflict: '−−', none: '0' };

/** The tie as the network picture draws it; the word always stands beside it. */
export function TieMark({ quality }: { quality: Quality }) {
  return (
    <svg className="tie" viewBox="0 0 48 24" aria-hidden="true" focusable="false">
      <path d={lines[quality]} />
      <circle cx="24" cy="12" r="8" />
      <text x="24" y="16" textAnchor="middle">
        {codes[quality]}
      </text>
    </svg>
  );
}
