import { useId } from 'react';
import { useTranslation } from '@/i18n';

type StackLine = { label: string; values: (number | null)[] };

const width = 640;
const row = 36;
const start = 156;

/** One bar per line, its parts from left to right; a part that is not shown is not drawn. Said as a sentence too. */
export function StackChart({ sentence, lines, parts, write }: { sentence: string; lines: readonly StackLine[]; parts: readonly string[]; write: (value: number) => string }) {
  const { t } = useTranslation('region');
  const hatch = useId();
  const sums = lines.map((line) => line.values.reduce<number>((sum, value) => sum + (value ?? 0), 0));
  const most = Math.max(1, ...sums);
  return (
    <figure className="region-chart">
      <div className="region-chart__scroll" dir="ltr" tabIndex={0} role="group" aria-label={t('scrolls')}>
        <svg viewBox={`0 0 ${width} ${lines.length * row}`} role="img" aria-label={sentence}>
          <defs>
            <pattern id={hatch} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <rect className="region-chart__ground" width="7" height="7" />
              <path className="region-chart__hatch" d="M0 0V7" />
            </pattern>
          </defs>
          {lines.map((line, at) => {
            const widths = line.values.map((value) => ((value ?? 0) / most) * (width - start - 2));
            return (
              <g key={line.label} transform={`translate(0 ${at * row})`}>
                <text x="0" y="23">
                  {line.label}
                </text>
                {sums[at] === 0 ? (
                  <text className="region-chart__period" x={start} y="23">
                    {t('notShown')}
                  </text>
                ) : null}
                {line.values.map((value, place) => {
                  if (value === null) return null;
                  const x = start + widths.slice(0, place).reduce((sum, one) => sum + one, 0);
                  const text = write(value);
                  return (
                    <g key={parts[place]}>
                      <rect className={`region-chart__part region-chart__part--${place + 1}`} x={x} y="4" width={widths[place]} height={row - 8} {...(place === 1 ? { fill: `url(#${hatch})` } : {})} />
                      {(widths[place] ?? 0) > text.length * 9 + 8 ? (
                        <>
                          <rect className="region-chart__plate" x={x + 4} y="9" width={text.length * 9 + 4} height="18" rx="3" />
                          <text className="region-chart__value" x={x + 6} y="23">
                            {text}
                          </text>
                        </>
                      ) : null}
                    </g>
                  );
                })}
              </g>
            );
          })}
        </svg>
      </div>
      <figcaption className="region-legend">
        {parts.map((part, place) => (
          <span key={part}>
            <i className={`region-swatch region-swatch--${place + 1}`} aria-hidden="true" /> {part}
          </span>
        ))}
        <span>{t('partsNotShown')}</span>
      </figcaption>
    </figure>
  );
}
