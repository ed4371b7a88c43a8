import type { ReactNode } from 'react';
import { classes } from './classes';
import { Icon, type IconName } from './icons';

export type NoticeTone = 'plain' | 'ask' | 'good' | 'error' | 'new';

const icons: Record<NoticeTone, IconName> = { plain: 'ask', ask: 'warning', good: 'check', error: 'warning', new: 'flag' };

/** ask (clay): a question; error (red): only for what failed; new (saffron): changed since the last visit. */
export function Notice({ tone = 'plain', icon, live, children }: { tone?: NoticeTone; icon?: IconName; live?: boolean; children: ReactNode }) {
  return (
    <div className={classes('utrecht-alert', 'ep-notice', tone !== 'plain' && `ep-notice--${tone}`)} role={live ? (tone === 'error' ? 'alert' : 'status') : undefined}>
      <Icon name={icon ?? icons[tone]} />
      <div className="ep-grow">{children}</div>
    </div>
  );
}
