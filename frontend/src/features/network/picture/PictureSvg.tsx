import { sheet } from './geometry';
import { looks, type Placed } from './layout';
import type { BadgeLook, Drawing } from './model';
import { BadgeShape, ink, Shapes } from './Shapes';
import { tiePath, type TieLine } from './ties';

const letters = "'Clear Sans', 'Noto Sans', 'Noto Sans Arabic', 'Noto Sans Ethiopic', Arial, sans-serif";

/** Words with a white edge, so that a line behind them does not make them hard to read. */
function Words({ x, y, size, strong, soft, anchor = 'middle', children }: { x: number; y: number; size: number; strong?: boolean; soft?: boolean; anchor?: 'start' | 'middle' | 'end'; children: string }) {
  return (
    <text x={x} y={y} fontSize={size} fontWeight={strong ? 700 : 400} fill={soft ? '#3c362f' : ink.line} textAnchor={anchor} stroke={ink.paper} strokeWidth="3" strokeLinejoin="round" paintOrder="stroke">
      {children}
    </text>
  );
}

/** On paper letters are 8.5 points at least. Where they do not fit the number in the mark says who it is; the list beside the picture has everything in words. */
const paperLetters = 17.2;

function Name({ placed: { label, look }, plain }: { placed: Placed; plain?: boolean }) {
  if (!label || (plain && look === 'tight')) return null;
  const size = looks[look];
  const middle = label.x + label.width / 2;
  return (
    <g>
      {label.lines.map((line, number) => (
        <Words key={number} strong x={middle} y={label.y + (plain && label.above ? label.below.length * size.belowLine : 0) + number * size.line + size.name * 0.95} size={plain ? paperLetters : size.name}>
          {line}
        </Words>
      ))}
      {(plain ? [] : label.below).map((line, number) => (
        <Words key={`below ${number}`} soft x={middle} y={label.y + label.lines.length * size.line + number * size.belowLine + size.below * 0.95} size={size.below}>
          {line}
        </Words>
      ))}
    </g>
  );
}

function Texts({ drawing, plain }: { drawing: Drawing; plain?: boolean }) {
  const { title, lines } = drawing.middle;
  const top = 420 - (lines.length * 17) / 2;
  return (
    <>
      {drawing.parts.map(({ code, title: name, box, end }) => (
        <Words key={code} strong x={end ? box.x + box.width : box.x} y={box.y + 18} size={18} anchor={end ? 'end' : 'start'}>
          {name}
        </Words>
      ))}
      {drawing.rings.map(({ text, box }) => (
        <Words key={text} soft x={box.x + box.width} y={box.y + 14} size={plain ? paperLetters : 14} anchor="end">
          {text}
        </Words>
      ))}
      <g fill={plain ? ink.line : ink.paper} textAnchor="middle">
        <text x="500" y={top} fontSize="18" fontWeight="700">
          {title}
        </text>
        {lines.map((line, number) => (
          <text key={line} x="500" y={top + 19 + number * 17} fontSize={plain ? paperLetters : 14}>
            {line}
          </text>
        ))}
      </g>
      {drawing.layout.placed.map((placed) => (
        <Name key={placed.item.key} placed={placed} plain={plain} />
      ))}
    </>
  );
}

/** How to read the lines, shapes and colours; under a drawing that stands alone. */
export type Key = { title: string; ties: { line: TieLine; sign: string; word: string }[]; badges: { look: BadgeLook; word: string }[]; sentences: string[] };

const perRow = 4;

function KeyPart({ legend }: { legend: Key }) {
  const row = (number: number) => ({ x: 20 + (number % perRow) * 245, y: 890 + Math.floor(number / perRow) * 30 });
  const rows = Math.ceil(legend.ties.length / perRow);
  const badgesAt = 890 + rows * 30;
  const badgeRows = Math.ceil(legend.badges.length / perRow);
  return (
    <g>
      <Words strong x={20} y={864} size={17} anchor="start">
        {legend.title}
      </Words>
      {legend.ties.map(({ line, sign, word }, number) => {
        const { x, y } = row(number);
        return (
          <g key={word}>
            <path d={tiePath(line, { x, y }, { x: x + 60, y })} fill="none" stroke={ink.line} strokeWidth="2" strokeDasharray={line === 'dashed' ? '9 6' : line === 'dotted' ? '1.5 6' : undefined} />
            <circle cx={x + 30} cy={y} r="11" fill={ink.paper} stroke={ink.line} strokeWidth="1.5" />
            <text x={x + 30} y={y + 5} textAnchor="middle" fontSize="14" fontWeight="700" fill={ink.line}>
              {sign}
            </text>
            <Words x={x + 70} y={y + 5} size={14} anchor="start">
              {word}
            </Words>
          </g>
        );
      })}
      {legend.badges.map(({ look, word }, number) => {
        const { x, y } = { x: 20 + (number % perRow) * 245, y: badgesAt + Math.floor(number / perRow) * 30 };
        return (
          <g key={look.code}>
            <BadgeShape box={{ x, y: y - 9, width: 34, height: 18 }} look={look} />
            <Words x={x + 44} y={y + 5} size={14} anchor="start">
              {word}
            </Words>
          </g>
        );
      })}
      {legend.sentences.map((sentence, number) => (
        <Words key={sentence} x={20} y={badgesAt + badgeRows * 30 + 6 + number * 20} size={14} anchor="start">
          {sentence}
        </Words>
      ))}
    </g>
  );
}

/** The whole picture in one drawing, with its words: for paper, for two beside each other, and for a file that opens by itself. */
export function PictureSvg({ drawing, label, legend, plain }: { drawing: Drawing; label: string; legend?: Key; plain?: boolean }) {
  const rows = legend ? Math.ceil(legend.ties.length / perRow) + Math.ceil(legend.badges.length / perRow) : 0;
  const height = legend ? sheet.height + 60 + rows * 30 + legend.sentences.length * 20 : sheet.height;
  return (
    <svg className="picture-whole" viewBox={`0 0 ${sheet.width} ${height}`} fontFamily={letters} role="img" aria-label={label} direction="ltr">
      <title>{label}</title>
      {legend ? <rect width={sheet.width} height={height} fill={ink.paper} /> : null}
      <Shapes drawing={drawing} plain={plain} />
      <Texts drawing={drawing} plain={plain} />
      {legend ? <KeyPart legend={legend} /> : null}
    </svg>
  );
}
