import { useId } from 'react';
import { useTranslation } from '@/i18n';

type Bars = { label: string; values: (number | null)[] };

const width = 640;
const height = 260;
const edge = { top: 26, bottom: 30, start: 4, end: 4 };

/** A round number that is not under the highest. */
export function ceiling(highest: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, highest)));
  return [1, 2, 2.5, 5, 10].map((step) => step * power).find((step) => step >= highest) ?? highest;
}

/** Bars from left to right in time, one colour and hatch per series; every bar has its number, and one that is not shown has an open mark. Said as a sentence too. */
export function BarChart({ sentence, periods, series, write }: { sentence: string; periods: readonly string[]; series: readonly Bars[]; write: (value: number) => string }) {
  const { t } = useTranslation('region');
  const hatch = useId();
  const top = ceiling(Math.max(...series.flatMap((one) => one.values.map((value) => value ?? 0))));
  const room = (width - edge.start - edge.end) / Math.max(1, periods.length);
  const bar = Math.min(44, (room * 0.8) / series.length);
  const floor = height - edge.bottom;
  const scale = (value: number) => (value / top) * (floor - edge.top);
  return (
    <figure className="region-chart">
      <div className="region-chart__scroll" dir="ltr" tabIndex={0} role="group" aria-label={t('scrolls')}>
        <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={sentence}>
          <defs>
            <pattern id={hatch} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <rect className="region-chart__ground" width="7" height="7" />
              <path className="region-chart__hatch" d="M0 0V7" />
            </pattern>
          </defs>
          <path className="region-chart__floor" d={`M${edge.start} ${floor}H${width - edge.end}`} />
          {periods.map((period, at) => {
            const middle = edge.start + room * (at + 0.5);
            return (
              <g key={period}>
                {series.map((one, place) => {
                  const value = one.values[at] ?? null;
                  const x = middle + (place - series.length / 2) * bar;
                  if (value === null) return <path key={one.label} className="region-chart__gap" d={`M${x + 3} ${floor - 1}v-14h${bar - 6}v14`} />;
                  return (
                    <g key={one.label}>
                      <rect className={`region-chart__bar region-chart__bar--${place + 1}`} x={x + 1.5} width={bar - 3} y={floor - scale(value)} height={Math.max(1, scale(value))} {...(place === 1 ? { fill: `url(#${hatch})` } : {})} />
                      <text className="region-chart__value" x={x + bar / 2} y={floor - scale(value) - 6} textAnchor="middle">
                        {write(value)}
                      </text>
                    </g>
                  );
                })}
                {periods.length <= 8 || at % 2 === (periods.length - 1) % 2 ? (
                  <text className="region-chart__period" x={middle} y={height - 8} textAnchor="middle">
                    {period}
                  </text>
                ) : null}
              </g>
            );
          })}
        </svg>
      </div>
      <figcaption className="region-legend">
        {series.length > 1 ? series.map((one, place) => (
          <span key={one.label}>
            <i className={`region-swatch region-swatch--${place + 1}`} aria-hidden="true" /> {one.label}
          </span>
        )) : null}
        {series.some((one) => one.values.includes(null)) ? (
          <span>
            <i className="region-swatch region-swatch--gap" aria-hidden="true" /> {t('notShown')}
          </span>
        ) : null}
      </figcaption>
    </figure>
  );
}
