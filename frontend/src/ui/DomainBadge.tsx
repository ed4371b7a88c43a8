import { useId, type ReactNode } from 'react';
import { useWords } from '@/i18n';
import { classes } from './classes';

/** A colour with the colour of letters that can be read on it. */
type Colour = { fill: string; text: string };

/** A life domain as the reference list of the cases service gives it; with the colour that the family chose, when it chose one. */
export type Domain = { code: string; slot: number; badge: string; name?: string | null; colour?: Colour | null };

/** Sets a colour that no stylesheet knows. The content security policy allows it from a script, not in the page. */
const coloured = (colour: Colour | null | undefined) => (element: HTMLElement | null) => {
  for (const [name, value] of [['--ep-dom-fill', colour?.fill], ['--ep-dom-on', colour?.text]] as const) {
    if (value) element?.style.setProperty(name, value);
    else element?.style.removeProperty(name);
  }
};

/** Patterns by slot, in units of a pixel: how colours differ where there are none. */
export const hatches: Record<number, { size: number; marks: ReactNode }> = {
  1: { size: 5, marks: <path d="M-1 6 6-1M-1 1 1-1M4 6 6 4" /> },
  2: { size: 6, marks: <circle className="ep-dom__dot" cx="3" cy="3" r="1.5" /> },
  3: { size: 5, marks: <path d="M-1 6 6-1M-1-1 6 6" /> },
  4: { size: 4, marks: <path d="M0 1H4" /> },
  5: { size: 5, marks: <path d="M-1-1 6 6M-1 4 1 6M4-1 6 1" /> },
  6: { size: 4, marks: <path d="M1 0V4" /> },
  7: { size: 4, marks: <path d="M2 0V4M0 2H4" /> },
  8: { size: 3, marks: <circle className="ep-dom__dot" cx="1.5" cy="1.5" r="0.9" /> },
};

/** Two domains may share a slot (language and work): the hatch and colour repeat, the code and the word differ. */
export function slotClass(slot: number): string {
  return `ep-dom-${Math.min(8, Math.max(1, Math.trunc(slot) || 7))}`;
}

/** `scale`: on paper a hatch is coarser, so that a printer and a copier keep it. */
function Hatch({ slot, scale }: { slot: number; scale?: number }) {
  const id = useId();
  const hatch = hatches[slot] ?? hatches[7];
  if (!hatch) return null;
  return (
    <svg className="ep-dom__hatch" aria-hidden="true" focusable="false">
      <pattern id={id} width={hatch.size} height={hatch.size} patternUnits="userSpaceOnUse" patternTransform={scale ? `scale(${scale})` : undefined}>
        {hatch.marks}
      </pattern>
      <rect width="100%" height="100%" fill={`url(#${id})`} />
    </svg>
  );
}

/** The word for a life domain: the family's own name when it gave one. */
export function useDomainWord(): (domain: Pick<Domain, 'code' | 'name'>) => string {
  const word = useWords();
  return (domain) => domain.name || word('lifeDomains', domain.code);
}

/** Colour, hatch, two letters and the word. Without the word (`bare`) the word is still read aloud. */
export function DomainBadge({ domain, bare, plain }: { domain: Domain; bare?: boolean; plain?: boolean }) {
  const word = useDomainWord()(domain);
  return (
    <span className={classes('ep-dom', plain && 'ep-dom--plain')}>
      <span ref={coloured(domain.colour)} className={classes('ep-dom__badge', slotClass(domain.slot))} aria-hidden="true" translate="no">
        <Hatch slot={domain.slot} />
        {domain.badge}
      </span>
      <span className={bare ? 'ep-hidden' : undefined}>{word}</span>
    </span>
  );
}

/** The same for paper: a band that is as high as there is room. The word is read aloud, and stands in the legend of the sheet. */
export function DomainBand({ domain }: { domain: Domain }) {
  const word = useDomainWord()(domain);
  return (
    <span ref={coloured(domain.colour)} className={classes('ep-band', slotClass(domain.slot))} role="img" aria-label={word} translate="no">
      <Hatch slot={domain.slot} scale={1.5} />
      <b>{domain.badge}</b>
    </span>
  );
}
