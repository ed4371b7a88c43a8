import { hatches } from '@/ui';
import { at, centre, middle, outer, rings, type Box, type Point } from './geometry';
import type { BadgeLook, Drawing, Figure } from './model';
import type { Tie } from './ties';

/** Colours of a drawing that has no styles around it; on a screen classes may change them. */
export const ink = { line: '#1a1a1a', soft: '#8a8178', paper: '#ffffff', often: '#f6e8c9', sometimes: '#fdf3e0', rarely: '#fffdf9', family: '#0f4f4f', work: '#e6efec' } as const;
const fills = [ink.often, ink.sometimes, ink.rarely] as const;
const dashes: Partial<Record<Tie['line'], string>> = { dashed: '9 6', dotted: '1.5 6' };

/** `plain`: without large coloured areas, for paper. */
type Props = { drawing: Drawing; plain?: boolean };

/** The colours of the rings, the lines between the parts, and the family in the middle. */
function Ground({ drawing, plain }: Props) {
  // Where nothing is said of how often, only the outer edge is drawn.
  const drawn = drawing.rings.length > 0 ? [2, 1, 0] : [2];
  return (
    <>
      {drawn.map((ring) => (
        <ellipse key={ring} className="picture-ring" cx={centre.x} cy={centre.y} rx={outer.x * (rings[ring as 0] ?? 1)} ry={outer.y * (rings[ring as 0] ?? 1)} fill={plain ? ink.paper : fills[ring]} stroke={ink.soft} strokeWidth="1.5" />
      ))}
      {(drawing.parts.length > 1 ? drawing.parts : []).map(({ from, code }) => {
        const [start, end] = [at(from, 0.24), at(from, 1)];
        return <line key={code} className="picture-part" x1={start.x} y1={start.y} x2={end.x} y2={end.y} stroke={ink.soft} strokeWidth="1.2" />;
      })}
      <ellipse className="picture-family" cx={centre.x} cy={centre.y} rx={middle.x} ry={middle.y} fill={plain ? ink.paper : ink.family} stroke={ink.line} strokeWidth="1.5" />
    </>
  );
}

function Sign({ spot, text }: { spot: Point; text: string }) {
  return (
    <g className="picture-sign">
      <circle cx={spot.x} cy={spot.y} r="11" fill={ink.paper} stroke={ink.line} strokeWidth="1.5" />
      <text x={spot.x} y={spot.y + 5} textAnchor="middle" fontSize="14" fontWeight="700" fill={ink.line} stroke="none">
        {text}
      </text>
    </g>
  );
}

function TieShape({ tie, signs }: { tie: Tie; signs: string[] }) {
  return (
    <g>
      <path className="picture-tie" d={tie.d} fill="none" stroke={ink.line} strokeWidth={tie.line === 'thin' ? 1 : 2} strokeDasharray={dashes[tie.line]} strokeLinecap="round" strokeLinejoin="round" />
      {tie.signs.map((spot, number) => (signs[number] ? <Sign key={number} spot={spot} text={signs[number]} /> : null))}
    </g>
  );
}

/** Pattern, letters and colour of a life domain. */
export function BadgeShape({ box, look }: { box: Box; look: BadgeLook }) {
  const hatch = 11;
  return (
    <g className="picture-badge">
      <rect {...box} rx="3.5" fill={look.fill} stroke={ink.line} strokeWidth="1.4" />
      <rect x={box.x} y={box.y} width={hatch} height={box.height} rx="3" fill={ink.paper} stroke="none" />
      <rect x={box.x} y={box.y} width={hatch} height={box.height} rx="3" fill={`url(#hatch-${look.slot})`} stroke={ink.line} strokeWidth="1.4" />
      <text x={box.x + hatch + (box.width - hatch) / 2} y={box.y + box.height / 2 + 4.2} textAnchor="middle" fontSize="11.5" fontWeight="700" fill={look.text}>
        {look.letters}
      </text>
    </g>
  );
}

/** The patterns of the life domains; once in every drawing. */
export function Hatches() {
  return (
    <defs>
      {Object.entries(hatches).map(([slot, { size, marks }]) => {
        const dots = slot === '2' || slot === '8';
        return (
          <pattern key={slot} id={`hatch-${slot}`} width={size} height={size} patternUnits="userSpaceOnUse">
            <g fill={dots ? ink.line : 'none'} stroke={dots ? 'none' : ink.line} strokeWidth="1.5">
              {marks}
            </g>
          </pattern>
        );
      })}
    </defs>
  );
}

function Mark({ mark, figure, plain }: { mark: Point & { size: number }; figure: Figure; plain?: boolean }) {
  const letters = plain ? 17.2 : mark.size * 0.37;
  const half = mark.size / 2;
  const look = { className: 'picture-mark', fill: figure.shape === 'professional' ? ink.work : ink.paper, stroke: ink.line, strokeWidth: 1.6, strokeDasharray: figure.unsure ? '4 3' : undefined };
  return (
    <g>
      {figure.shape === 'professional' ? <rect {...look} x={mark.x - half} y={mark.y - half} width={mark.size} height={mark.size} rx="8" /> : <circle {...look} cx={mark.x} cy={mark.y} r={half} />}
      <text x={mark.x} y={mark.y + letters * 0.35} textAnchor="middle" fontSize={letters} fontWeight="700" fill={ink.line}>
        {figure.text}
      </text>
    </g>
  );
}

/** Everything that is drawn and not written. It knows nothing of who reads: all sense is in the texts around it. */
export function Shapes({ drawing, plain }: Props) {
  const { layout, ties, figureOf, signsOf } = drawing;
  return (
    <>
      <Hatches />
      <Ground drawing={drawing} plain={plain} />
      {ties.map((tie) => (
        <TieShape key={tie.key} tie={tie} signs={signsOf(tie.key)} />
      ))}
      {layout.placed.map(({ item, mark, badges }) => {
        const figure = figureOf(item.key);
        return (
          <g key={item.key}>
            <Mark mark={mark} figure={figure} plain={plain} />
            {badges.map((box, number) => {
              const look = figure.badges[number];
              return look ? <BadgeShape key={look.code} box={box} look={look} /> : null;
            })}
          </g>
        );
      })}
      {layout.rests.map(({ sector, ring, mark, keys }) => (
        <Mark key={`${sector}${ring}`} mark={mark} figure={{ shape: 'network', text: `+${keys.length}`, badges: [], unsure: true }} plain={plain} />
      ))}
    </>
  );
}

