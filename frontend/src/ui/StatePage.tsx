import type { ReactNode } from 'react';
import { Icon, type IconName } from './icons';
import { TableDrawing, type Seat } from './marks';
import { Heading } from './text';

export type StatePageProps = {
  icon?: IconName;
  /** The table with open places, for an empty state. */
  seats?: Seat[];
  failed?: boolean;
  title: ReactNode;
  children?: ReactNode;
  /** Short number for the helpdesk: only for an error of ours. */
  reference?: ReactNode;
  actions?: ReactNode;
  level?: 1 | 2;
};

/** What is the case, what is not lost, one thing to do. */
export function StatePage({ icon, seats, failed, title, children, reference, actions, level = 1 }: StatePageProps) {
  return (
    <section className="ep-state">
      {seats ? <TableDrawing seats={seats} size="s" /> : null}
      {icon ? <Icon name={icon} size={failed ? 'error' : 'big'} /> : null}
      <Heading level={level} look={2}>
        {title}
      </Heading>
      {children}
      {reference ? <p className="ep-refno">{reference}</p> : null}
      {actions ? <div className="ep-row ep-state__actions">{actions}</div> : null}
    </section>
  );
}
