import { Heading as NlHeading } from '@nl-design-system-candidate/heading-react';
import { NumberBadge as NlNumberBadge } from '@nl-design-system-candidate/number-badge-react';
import { Paragraph as NlParagraph } from '@nl-design-system-candidate/paragraph-react';
import type { ReactNode } from 'react';
import { Link as RouterLink, type LinkProps as RouterLinkProps } from 'react-router';
import { classes } from './classes';

type Level = 1 | 2 | 3 | 4;

/** An h1 can receive focus, because the page moves focus there after navigation. */
export function Heading({ level, look, id, children, className }: { level: Level; look?: Level; id?: string; children: ReactNode; className?: string }) {
  return (
    <NlHeading level={level} appearance={`level-${look ?? level}`} id={id} className={className} tabIndex={level === 1 ? -1 : undefined}>
      {children}
    </NlHeading>
  );
}

export function Paragraph({ lead, soft, small, id, children }: { lead?: boolean; soft?: boolean; small?: boolean; id?: string; children: ReactNode }) {
  return (
    <NlParagraph id={id} purpose={lead ? 'lead' : undefined} className={classes(soft && 'ep-soft', small && 'ep-small')}>
      {children}
    </NlParagraph>
  );
}

/** Words a person said or agreed: the serif. `as` blockquote for a wish. */
export function Voice({ as: Tag = 'p', children }: { as?: 'p' | 'span' | 'blockquote' | 'b'; children: ReactNode }) {
  return <Tag className="ep-voice">{children}</Tag>;
}

/** What a person wrote: keeps its own direction and is never machine translated. */
export function UserText({ children }: { children: string }) {
  return (
    <bdi dir="auto" translate="no">
      {children}
    </bdi>
  );
}

export function Link({ children, ...rest }: RouterLinkProps) {
  return (
    <RouterLink {...rest} className={classes('nl-link', typeof rest.className === 'string' && rest.className)}>
      {children}
    </RouterLink>
  );
}

export function LinkButton({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <button type="button" className="ep-link-button" onClick={onClick}>
      {children}
    </button>
  );
}

export type BadgeTone = 'plain' | 'good' | 'ask' | 'new' | 'error' | 'line';

/** A few words, never a colour alone. */
export function Badge({ tone = 'plain', children }: { tone?: BadgeTone; children: ReactNode }) {
  return <span className={classes('nl-data-badge', 'ep-badge', tone !== 'plain' && `ep-badge--${tone}`)}>{children}</span>;
}

export function NumberBadge({ value, label }: { value: number; label: string }) {
  return (
    <NlNumberBadge value={value} label={label}>
      {value}
    </NlNumberBadge>
  );
}

/** A difference between two texts; say it in words as well. */
export function Mark({ children }: { children: ReactNode }) {
  return <mark className="nl-mark">{children}</mark>;
}
