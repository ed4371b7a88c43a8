import type { ReactNode } from 'react';

export type SummaryItem = { key: string; label: ReactNode; value: ReactNode; end?: ReactNode };

/** What was filled in: label, value and, where allowed, one link to change it. */
export function SummaryList({ items }: { items: SummaryItem[] }) {
  return (
    <dl className="ep-summary">
      {items.map((item) => (
        <div key={item.key}>
          <dt>{item.label}</dt>
          <dd>{item.value}</dd>
          {item.end ? <dd>{item.end}</dd> : null}
        </div>
      ))}
    </dl>
  );
}
