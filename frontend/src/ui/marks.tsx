import { useTranslation } from '@/i18n';
import { classes } from './classes';

/** The logo: a table, the seats around it, and the one clay seat of the coordinator. */
export function Logo() {
  return (
    <svg className="ep-logo" viewBox="0 0 40 40" aria-hidden="true" focusable="false">
      <circle cx="20" cy="20" r="7.2" />
      <circle cx="32.6" cy="12.7" r="3.1" />
      <circle cx="32.6" cy="27.3" r="3.1" />
      <circle cx="20" cy="34.6" r="3.1" />
      <circle cx="7.4" cy="27.3" r="3.1" />
      <circle cx="7.4" cy="12.7" r="3.1" />
      <circle className="ep-logo__one" cx="20" cy="4.8" r="4.6" />
    </svg>
  );
}

export type PersonShape = 'family' | 'network' | 'professional';

/** First letters of the first and the last word of a name. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const first = words[0] ?? '';
  const last = words.length > 1 ? (words[words.length - 1] ?? '') : '';
  return (Array.from(first)[0] ?? '').concat(Array.from(last)[0] ?? '').toLocaleUpperCase();
}

/** Shape says who: round and filled, round and open, square. The name always stands beside it. */
export function PersonMark({ name, shape, size }: { name: string; shape: PersonShape; size?: 's' | 'l' }) {
  return (
    <span className={classes('ep-mark', `ep-mark--${shape}`, size && `ep-mark--${size}`)} aria-hidden="true" translate="no">
      {initials(name)}
    </span>
  );
}

export type Seat = { shape: PersonShape; taken: boolean; coordinator?: boolean };

const tableEdge = 43;
const seatSize = 19;
const seatGap = 4;

/** A round table with a place for everybody; decoration, the same is said in a sentence next to it. */
export function TableDrawing({ seats, size }: { seats: Seat[]; size?: 's' | 'l' }) {
  // At a full table the seats become smaller, so that each can still be seen by itself.
  const half = Math.min(seatSize, (2 * Math.PI * tableEdge) / seats.length - seatGap) / 2;
  const place = (index: number) => {
    const angle = (index / seats.length) * 2 * Math.PI - Math.PI / 2;
    return { x: 60 + tableEdge * Math.cos(angle), y: 60 + tableEdge * Math.sin(angle), turn: (index / seats.length) * 360 };
  };
  return (
    <svg className={classes('ep-table-drawing', size && `ep-table-drawing--${size}`)} viewBox="0 0 120 120" aria-hidden="true" focusable="false">
      <circle className="ep-table-drawing__top" cx="60" cy="60" r="27" />
      {seats.map((seat, index) => {
        const { x, y, turn } = place(index);
        const look = classes('ep-seat', `ep-seat--${seat.shape}`, seat.taken ? 'ep-seat--taken' : 'ep-seat--open', seat.coordinator && 'ep-seat--coordinator');
        return seat.shape === 'professional' ? (
          <rect key={index} className={look} x={x - half} y={y - half} width={2 * half} height={2 * half} rx="4" transform={`rotate(${turn} ${x} ${y})`} />
        ) : (
          <circle key={index} className={look} cx={x} cy={y} r={half} />
        );
      })}
    </svg>
  );
}

/** The drawing for "nobody is at the table yet". */
export const openTable: Seat[] = [
  { shape: 'family', taken: false },
  { shape: 'network', taken: false },
  { shape: 'professional', taken: false },
  { shape: 'professional', taken: false },
  { shape: 'professional', taken: false },
  { shape: 'network', taken: false },
];

/** Product name with the logo. */
export function Brand({ large }: { large?: boolean }) {
  const { t } = useTranslation();
  return (
    <span className={classes('ep-brand', large && 'ep-brand--l')}>
      <Logo />
      {t('product')}
    </span>
  );
}
