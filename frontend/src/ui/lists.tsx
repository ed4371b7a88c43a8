import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import { classes } from './classes';

export type TimelineItem = { key: string; text: ReactNode; when: ReactNode; isNew?: boolean };

/** Who did what in a sentence, when under it; newest first. */
export function TimelineList({ items, newLabel }: { items: TimelineItem[]; newLabel?: string }) {
  return (
    <ol className="ep-line">
      {items.map((item) => (
        <li key={item.key} className={item.isNew ? 'ep-line__new' : undefined}>
          {item.isNew && newLabel ? <span className="ep-hidden">{newLabel}: </span> : null}
          {item.text}
          <span className="ep-line__when">{item.when}</span>
        </li>
      ))}
    </ol>
  );
}

export function Ledger({ children, withoutFamily }: { children: ReactNode; withoutFamily?: boolean }) {
  return <ul className={classes('ep-ledger', withoutFamily && 'ep-ledger--nofamily')}>{children}</ul>;
}

export type LedgerRowProps = { date: ReactNode; late?: boolean; family?: ReactNode; text: ReactNode; reason?: ReactNode; deed?: ReactNode; isNew?: boolean; newLabel?: string; done?: boolean };

/** Date, family, one bold sentence with the reason under it, one deed at the end. */
export function LedgerRow({ date, late, family, text, reason, deed, isNew, newLabel, done }: LedgerRowProps) {
  return (
    <li className={classes(isNew && 'ep-ledger__new', done && 'ep-ledger__done')}>
      <span className={classes('ep-ledger__date', late && 'ep-ledger__date--late')}>{date}</span>
      {family ? <span className="ep-ledger__family">{family}</span> : null}
      <span className="ep-ledger__text">
        {isNew && newLabel ? <span className="ep-hidden">{newLabel}: </span> : null}
        {text}
        {reason ? <small>{reason}</small> : null}
      </span>
      {deed ? <span className="ep-ledger__deed">{deed}</span> : null}
    </li>
  );
}

/** People in a column: mark, name, second line, something at the end. */
export function PeopleList({ children }: { children: ReactNode }) {
  return <ul className="ep-people">{children}</ul>;
}

export function PeopleRow({ mark, name, second, end }: { mark: ReactNode; name: ReactNode; second?: ReactNode; end?: ReactNode }) {
  return (
    <li>
      {mark}
      <span>
        <b>{name}</b>
        {second ? <span className="ep-soft">{second}</span> : null}
      </span>
      {end}
    </li>
  );
}

export type Tab = { to: string; label: ReactNode; end?: boolean };

/** Tabs that are pages: links in a navigation landmark. */
export function Tabs({ label, tabs }: { label: string; tabs: Tab[] }) {
  return (
    <nav className="ep-tabs" aria-label={label}>
      {tabs.map((tab) => (
        <NavLink key={tab.to} to={tab.to} end={tab.end}>
          {tab.label}
        </NavLink>
      ))}
    </nav>
  );
}

export function TodoList({ children }: { children: ReactNode }) {
  return <ul className="ep-todo">{children}</ul>;
}

/** A tick box with the thing to do and, under it, before when and by whom. */
export function TodoRow({ text, by, done, onChange, label }: { text: ReactNode; by?: ReactNode; done: boolean; onChange?: (done: boolean) => void; label: string }) {
  return (
    <li>
      <input className="ep-tick" type="checkbox" checked={done} aria-label={label} disabled={!onChange} onChange={(event) => onChange?.(event.currentTarget.checked)} />
      <span>
        {text}
        {by ? <span className="ep-by">{by}</span> : null}
      </span>
    </li>
  );
}
