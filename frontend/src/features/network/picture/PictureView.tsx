import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from '@/i18n';
import { classes, Hidden } from '@/ui';
import { around, centre, middle, sheet, type Box } from './geometry';
import type { Placed, Rest } from './layout';
import type { Drawing } from './model';
import { Shapes } from './Shapes';
import { stepOf, stopsOf, walk } from './walk';
import './picture.css';

type Props = {
  drawing: Drawing;
  /** What is said of somebody who listens, beginning with the name that others see. */
  sentenceOf: (key: string) => string;
  restSentence: (rest: Rest) => string;
  chosen: string | null;
  onChoose: (key: string) => void;
  onRest: (rest: Rest) => void;
};

/** A place on the sheet as the texts over the drawing need it. Set on the element itself, because pages may not carry styles in their markup. */
const put = ({ x, y, width, height }: Box) => (element: HTMLElement | null) => {
  const part = (value: number, whole: number) => `${(value / whole) * 100}%`;
  element?.style.setProperty('inset-inline-start', part(x, sheet.width));
  element?.style.setProperty('inset-block-start', part(y, sheet.height));
  element?.style.setProperty('inline-size', part(width, sheet.width));
  element?.style.setProperty('block-size', part(height, sheet.height));
};

/** Moves the focus to somebody in a picture. */
export function focusOn(within: ParentNode | null, key: string): void {
  [...(within?.querySelectorAll<HTMLElement>('[data-stop]') ?? [])].find((stop) => stop.dataset['stop'] === key)?.focus();
}

/** The mark together with the name: both can be pressed. */
function reachOf({ mark, label }: Placed): Box {
  const box = around(mark, mark.size);
  if (!label) return box;
  const [x, y] = [Math.min(box.x, label.x), Math.min(box.y, label.y)];
  return { x, y, width: Math.max(box.x + box.width, label.x + label.width) - x, height: Math.max(box.y + box.height, label.y + label.height) - y };
}

function Name({ placed: { label, look } }: { placed: Placed }) {
  if (!label) return null;
  return (
    <span className={classes('picture-name', `picture-name--${look}`, !label.above && 'picture-name--below')} translate="no" aria-hidden="true">
      {label.lines.map((line, number) => (
        <bdi key={number}>{line}</bdi>
      ))}
      {label.below.map((line, number) => (
        <bdi key={`below ${number}`} className="picture-soft">
          {line}
        </bdi>
      ))}
    </span>
  );
}

/**
 * The picture on a screen: the drawing itself is hidden from who listens, the people on it are buttons in a list. One of them is in the order of tabs;
 * arrows walk through the others.
 */
export function PictureView({ drawing, sentenceOf, restSentence, chosen, onChoose, onRest }: Props) {
  const { t } = useTranslation('network');
  const stops = stopsOf(drawing.layout, drawing.parts.map(({ code }) => code));
  const [at, setAt] = useState<string | null>(null);
  const here = stops.some(({ key }) => key === at) ? at : (stops[0]?.key ?? null);
  const list = useRef<HTMLUListElement>(null);
  const move = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !here) return;
    const step = stepOf(event.key, document.documentElement.dir === 'rtl');
    if (!step) return;
    event.preventDefault();
    const next = walk(stops, here, step);
    setAt(next);
    focusOn(list.current, next);
  };
  const stop = (key: string, press: () => void) => ({
    'type': 'button' as const,
    'className': classes('picture-stop', chosen === key && 'picture-stop--chosen'),
    'data-stop': key,
    'tabIndex': key === here ? 0 : -1,
    'aria-pressed': chosen === key,
    'onFocus': () => setAt(key),
    'onClick': press,
  });
  const byKey = new Map(drawing.layout.placed.map((placed) => [placed.item.key, placed]));
  return (
    <div className="picture-room" role="region" aria-label={t('picture.region')} tabIndex={-1}>
      <div className="picture" translate="no">
        <svg className="picture-drawing" viewBox={`0 0 ${sheet.width} ${sheet.height}`} aria-hidden="true" focusable="false">
          <Shapes drawing={drawing} />
        </svg>
        <div className="picture-texts">
          <p className="picture-middle" ref={put(around(centre, middle.x * 1.7, middle.y * 1.6))}>
            <b>{drawing.middle.title}</b>
            {drawing.middle.lines.map((line) => (
              <bdi key={line}>{line}</bdi>
            ))}
          </p>
          {drawing.rings.map(({ text, box }) => (
            <span key={text} className="picture-ringword" aria-hidden="true" ref={put(box)}>
              {text}
            </span>
          ))}
          <ul ref={list} className="picture-list" onKeyDown={move} aria-label={t('picture.people')}>
            {drawing.parts.map(({ title, code, box, end }) => (
              <PartList key={code} title={title} box={box} end={end}>
                {stops
                  .filter(({ sector }) => sector === code)
                  .map(({ key }) => {
                    const placed = byKey.get(key);
                    if (placed)
                      return (
                        <li key={key}>
                          <button {...stop(key, () => onChoose(key))} ref={put(reachOf(placed))}>
                            <Hidden>{sentenceOf(key)}</Hidden>
                            <Name placed={placed} />
                          </button>
                        </li>
                      );
                    const rest = drawing.layout.rests.find(({ sector, ring }) => `rest ${sector} ${ring}` === key);
                    return rest ? (
                      <li key={key}>
                        <button {...stop(key, () => onRest(rest))} aria-pressed={undefined} ref={put(around(rest.mark, rest.mark.size))}>
                          <Hidden>{restSentence(rest)}</Hidden>
                        </button>
                      </li>
                    ) : null;
                  })}
              </PartList>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}

/** A part with nobody in it keeps its name on the drawing and is no list. */
function PartList({ title, box, end, children }: { title: string; box: Box; end: boolean; children: ReactNode[] }) {
  return (
    <li>
      <span className={classes('picture-part-name', end && 'picture-part-name--end')} ref={put(box)} translate="yes">
        {title}
      </span>
      {children.length > 0 ? <ul aria-label={title}>{children}</ul> : null}
    </li>
  );
}
