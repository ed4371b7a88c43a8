import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { pack, type Room, type Unit } from './pack';

const sheet = { width: 277, height: 189 };
/** A printer's letters may be a little wider than a screen's. */
const spare = 3;
const mostParts = 64;

/** How often fonts came in after the page was drawn: lines end elsewhere then. */
function useFonts(): number {
  const [count, setCount] = useState(0);
  useEffect(() => {
    const fonts = document.fonts as FontFaceSet | undefined;
    if (!fonts) return;
    const again = () => setCount((before) => before + 1);
    fonts.addEventListener('loadingdone', again);
    return () => fonts.removeEventListener('loadingdone', again);
  }, []);
  return count;
}

type Measured = { heights: Map<string, number>; room: Room };

/** Heights as they will be on paper, whatever the size of the sheet on this screen. The sheets must be drawn as they are measured: all rows on the first, and one annex. */
function measure(box: HTMLElement): Measured {
  const heights = new Map<string, number>();
  const overhead = [...box.querySelectorAll<HTMLElement>('.sheet')].map((one) => {
    const frame = one.getBoundingClientRect();
    const mm = frame.width > 0 ? sheet.width / frame.width : 0;
    const units = [...one.querySelectorAll<HTMLElement>('[data-unit]')].map((unit) => {
      const height = unit.getBoundingClientRect().height * mm;
      heights.set(unit.dataset.unit ?? '', height);
      return height;
    });
    return frame.height * mm - units.reduce((sum, height) => sum + height, 0);
  });
  const room = (at: number) => sheet.height - (overhead[at] ?? 0) - spare;
  const frame = box.querySelector('.sheet')?.getBoundingClientRect().width ?? 0;
  const more = frame > 0 ? ((box.querySelector('[data-more]')?.getBoundingClientRect().height ?? 0) * sheet.width) / frame : 0;
  return { heights, room: { first: room(0), only: room(0) + more, next: room(1) } };
}

type Packing = { sheets: string[][]; heights: Map<string, number>; room: Room };

type State = { key: string; parts: Record<string, number>; packing: Packing | null };

/**
 * Spreads units over sheets. As long as `packing` is null everything must be drawn on a first sheet and one annex, to be measured; that is never seen, because it happens before the browser paints.
 * `parts`: a unit that is higher than a sheet is drawn in so many parts, with the ids `unit/0`, `unit/1`.
 */
export function usePacking(content: string, rows: (parts: Record<string, number>) => string[], annexed: (parts: Record<string, number>) => string[]): { box: RefObject<HTMLDivElement | null>; parts: Record<string, number>; packing: Packing | null } {
  const box = useRef<HTMLDivElement>(null);
  const key = `${useFonts()} ${content}`;
  const [state, setState] = useState<State>({ key, parts: {}, packing: null });
  const current = state.key === key ? state : { key, parts: {}, packing: null };
  useLayoutEffect(() => {
    if (current.packing || !box.current) return;
    const { heights, room } = measure(box.current);
    const tooHigh = [...heights].filter(([, height]) => height > room.next).map(([id]) => id.split('/')[0] ?? id);
    const further = Object.fromEntries([...new Set(tooHigh)].map((id) => [id, (current.parts[id] ?? 1) * 2]).filter(([, parts]) => Number(parts) <= mostParts));
    const unit = (id: string): Unit => ({ id, height: heights.get(id) ?? 0 });
    setState(
      Object.keys(further).length > 0
        ? { key, parts: { ...current.parts, ...further }, packing: null }
        : { key, parts: current.parts, packing: { sheets: pack(rows(current.parts).map(unit), annexed(current.parts).map(unit), room), heights, room } },
    );
  });
  return { box, parts: current.parts, packing: current.packing };
}
