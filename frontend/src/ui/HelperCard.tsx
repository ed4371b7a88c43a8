import { useId, type ReactNode } from 'react';
import { Icon, type IconName } from './icons';
import { PersonMark, type PersonShape } from './marks';

export type HelperFact = { key: string; icon: IconName; label: string; value: ReactNode };

export type HelperCardProps = {
  name: string;
  /** Whole name for the initials, when `name` is the short one. */
  fullName?: string;
  shape?: PersonShape;
  second: ReactNode;
  role?: ReactNode;
  /** "Uw vaste contact": only for the coordinator. */
  flag?: ReactNode;
  /** The first fact is why one looks: it is tinted and bold. */
  facts: HelperFact[];
  actions?: ReactNode;
  note?: ReactNode;
  level?: 2 | 3;
};

/** One person who helps: mark, name, what they do, when to call, when they stop, and the call button. */
export function HelperCard({ name, fullName, shape = 'professional', second, role, flag, facts, actions, note, level = 3 }: HelperCardProps) {
  const id = useId();
  const Tag = level === 2 ? 'h2' : 'h3';
  return (
    <article className="ep-helper" aria-labelledby={id}>
      {flag ? (
        <p className="ep-helper__flag">
          <Icon name="people" size="s" />
          {flag}
        </p>
      ) : null}
      <div className="ep-helper__head">
        <PersonMark name={fullName ?? name} shape={shape} size="l" />
        <div>
          <Tag id={id} translate="no">
            {name}
          </Tag>
          <p className="ep-soft">{second}</p>
        </div>
      </div>
      {role ? <div className="ep-helper__role">{role}</div> : null}
      {facts.length > 0 ? (
        <dl className="ep-helper__facts">
          {facts.map((fact, index) => (
            <div key={fact.key} className={index === 0 ? 'ep-helper__look' : undefined}>
              <Icon name={fact.icon} />
              <dt>{fact.label}</dt>
              <dd>{fact.value}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {actions ? <div className="ep-helper__act">{actions}</div> : null}
      {note}
    </article>
  );
}
