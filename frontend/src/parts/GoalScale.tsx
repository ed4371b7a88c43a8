import { useTranslation } from '@/i18n';
import { classes } from '@/ui';
import './css/scale.css';

const most = 10;
const place = (score: number) => 8 + Math.min(most, Math.max(0, score)) * 18.4;

/** How far a goal is, from 0 to 10: open dot = begin, full dot = now, bar = goal; the same in words under it. */
export function GoalScale({ baseline, current, target, wide }: { baseline?: number | null; current?: number | null; target?: number | null; wide?: boolean }) {
  const { t } = useTranslation('parts');
  if (baseline == null && current == null && target == null) return null;
  const now = current ?? baseline;
  return (
    <div className={classes('goal-scale', wide && 'goal-scale--wide')}>
      <svg viewBox="0 0 200 30" aria-hidden="true" focusable="false">
        <path className="goal-scale__line" d="M8 15H192" />
        {Array.from({ length: most + 1 }, (_, score) => (
          <path key={score} className="goal-scale__tick" d={`M${place(score)} 12v6`} />
        ))}
        {baseline != null && now != null && now !== baseline ? <path className="goal-scale__way" d={`M${place(baseline)} 15H${place(now)}`} /> : null}
        {baseline != null ? <circle className="goal-scale__from" cx={place(baseline)} cy="15" r="5" /> : null}
        {target != null ? <path className="goal-scale__goal" d={`M${place(target)} 4v22`} /> : null}
        {now != null ? <circle className="goal-scale__now" cx={place(now)} cy="15" r="8" /> : null}
      </svg>
      <p className="goal-scale__words">
        {baseline == null ? null : <span>{t('scale.begin', { score: baseline })}</span>}
        {now == null ? null : <b>{t('scale.now', { score: now })}</b>}
        {target == null ? null : <span>{t('scale.goal', { score: target })}</span>}
        <span className="ep-hidden">{t('scale.outOf')}</span>
      </p>
    </div>
  );
}
