import type { ReactNode } from 'react';
import { classes } from './classes';

type Tag = 'div' | 'section' | 'article' | 'ul' | 'ol' | 'form' | 'aside';

export function Stack({ as: Tag = 'div', gap, children, ...rest }: { as?: Exclude<Tag, 'form'>; gap?: 's' | 'l' | 'xl'; children: ReactNode; 'aria-labelledby'?: string; 'aria-label'?: string }) {
  return (
    <Tag {...rest} className={classes('ep-stack', gap && `ep-stack--${gap}`)}>
      {children}
    </Tag>
  );
}

export function Row({ top, nowrap, tight, children }: { top?: boolean; nowrap?: boolean; tight?: boolean; children: ReactNode }) {
  return <div className={classes('ep-row', top && 'ep-row--top', nowrap && 'ep-row--nowrap', tight && 'ep-row--s')}>{children}</div>;
}

export type CardTone = 'plain' | 'dark' | 'sunk' | 'new' | 'ask';

/** dark: the one block that stands out on a screen; `flush`: the content brings its own padding. */
export function Card({ as: Tag = 'div', tone = 'plain', tight, flush, children, ...rest }: { as?: 'div' | 'section' | 'article'; tone?: CardTone; tight?: boolean; flush?: boolean; children: ReactNode; 'aria-labelledby'?: string; id?: string }) {
  return (
    <Tag {...rest} className={classes('ep-card', tone !== 'plain' && `ep-card--${tone}`, tone === 'dark' && 'ep-on-dark', tight && 'ep-card--tight', flush && 'ep-card--flush')}>
      {children}
    </Tag>
  );
}

/** Top of a page: crumb, heading, lead and, at the end, its buttons. */
export function PageHead({ crumb, children, end }: { crumb?: ReactNode; children: ReactNode; end?: ReactNode }) {
  return (
    <header className="ep-page-head">
      {crumb ? <p className="ep-crumb">{crumb}</p> : null}
      {end ? (
        <Row top>
          <div className="ep-grow">{children}</div>
          {end}
        </Row>
      ) : (
        children
      )}
    </header>
  );
}

/** A heading with a soft remark and, at the end, one link. */
export function SectionHead({ children, remark, end }: { children: ReactNode; remark?: ReactNode; end?: ReactNode }) {
  return (
    <div className="ep-sec-head">
      {children}
      {remark ? <span className="ep-soft">{remark}</span> : null}
      {end ? <span className="ep-push">{end}</span> : null}
    </div>
  );
}

/** Main column and a side column; one column on narrow screens. */
export function SideGrid({ children, side }: { children: ReactNode; side: ReactNode }) {
  return (
    <div className="ep-side-grid">
      <div className="ep-stack ep-stack--xl">{children}</div>
      <aside className="ep-side">{side}</aside>
    </div>
  );
}

export function Hidden({ children }: { children: ReactNode }) {
  return <span className="ep-hidden">{children}</span>;
}
