import { Button as NlButton } from '@nl-design-system-candidate/button-react';
import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { Link as RouterLink, type LinkProps as RouterLinkProps } from 'react-router';
import { classes } from './classes';
import { Icon, type IconName } from './icons';

/** main: one per view; second: an outline; quiet: underlined; danger: takes something away. */
export type ButtonKind = 'main' | 'second' | 'quiet' | 'danger';

type Look = { kind?: ButtonKind; icon?: IconName; small?: boolean; wide?: boolean; children: ReactNode };

const purposes = { main: 'primary', second: 'secondary', quiet: 'subtle', danger: 'secondary' } as const;

function look({ small, wide }: Pick<Look, 'small' | 'wide'>, extra?: string) {
  return classes('ep-btn', small && 'ep-btn--small', wide && 'ep-btn--wide', extra);
}

export type ButtonProps = Look & Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'style'> & { busy?: boolean };

export function Button({ kind = 'second', icon, small, wide, busy, children, className, type = 'button', ...rest }: ButtonProps) {
  return (
    <NlButton
      {...rest}
      type={type}
      purpose={purposes[kind]}
      {...(kind === 'danger' ? { hint: 'negative' as const } : {})}
      className={look({ small, wide }, className)}
      aria-busy={busy || undefined}
    >
      {icon ? <Icon name={icon} /> : null}
      {children}
    </NlButton>
  );
}

function linkLook(kind: ButtonKind, small?: boolean, wide?: boolean) {
  return look({ small, wide }, classes('nl-button', `nl-button--${purposes[kind]}`, kind === 'danger' && 'nl-button--negative'));
}

/** Goes to another page of ours and looks like a button. */
export function ButtonLink({ kind = 'second', icon, small, wide, children, to, ...rest }: Look & Pick<RouterLinkProps, 'to' | 'replace' | 'state' | 'aria-label'>) {
  return (
    <RouterLink {...rest} to={to} className={linkLook(kind, small, wide)}>
      {icon ? <Icon name={icon} /> : null}
      {children}
    </RouterLink>
  );
}

/** Leaves the application: telephone, e-mail. */
export function ButtonAnchor({ kind = 'second', icon, small, wide, children, href, ...rest }: Look & { href: string; 'aria-label'?: string }) {
  return (
    <a {...rest} href={href} className={linkLook(kind, small, wide)}>
      {icon ? <Icon name={icon} /> : null}
      {children}
    </a>
  );
}
