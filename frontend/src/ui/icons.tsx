/** Our own small set of line icons, drawn on 24 by 24. An icon never stands alone: the word is beside it or in the name of the control. */
const paths = {
  again: <><path d="M19 12a7 7 0 1 1-2.2-5.100M19.3 3.800v4h-4"/></>,
  ask: <><circle cx="12" cy="12" r="8.3"/><path d="M9.7 9.800c0-3 4.7-3 4.7 0 0 1.9-2.4 1.9-2.4 3.900M12 16.500v.2"/></>,
  building: <><path d="M5 20V6.500l7-3 7 3V20M3.500 20h17M10 20v-4h4v4M9 9.500h.1M12 9.500h.1M15 9.500h.1M9 12.800h.1M12 12.800h.1M15 12.800h.1"/></>,
  calendar: <><rect x="4" y="5.5" width="16" height="14.5" rx="2.5"/><path d="M4 10h16M8.5 3.500v4M15.5 3.500v4"/></>,
  chat: <><path d="M4.5 5h15v11h-8l-4 3.800V16h-3z"/></>,
  check: <><path d="m5 12.8 4.6 4.400L19 7"/></>,
  clock: <><circle cx="12" cy="12" r="8.3"/><path d="M12 7.300V12l3.2 2"/></>,
  difference: <><path d="M4.5 8.500h12M13 5l3.5 3.500L13 12M19.5 15.500h-12M11 12l-3.5 3.500L11 19"/></>,
  door: <><path d="M6 20V4h12v16M4 20h16M14.500 12v.1"/></>,
  edit: <><path d="m5 19 .8-4L16 4.800l3.2 3.200L9 18.200z"/></>,
  ends: <><path d="M7 4h10M7 20h10M8 4c0 5 8 5.5 8 16M16 4c0 5-8 5.5-8 16"/></>,
  exit: <><path d="M13.5 4.500H5.500v15h8M10.5 12h9.500M16.5 8.3 20.2 12l-3.7 3.7"/></>,
  eye: <><path d="M2.8 12c4.7-7.6 13.7-7.6 18.4 0-4.7 7.6-13.7 7.6-18.4 0Z"/><circle cx="12" cy="12" r="2.8"/></>,
  flag: <><path d="M6 20.500V4M6 5h11.500l-2.3 4 2.3 4H6"/></>,
  gap: <><circle cx="12" cy="12" r="8" strokeDasharray="3.2 3"/></>,
  globe: <><circle cx="12" cy="12" r="8.3"/><path d="M3.7 12h16.600M12 3.700c5 5 5 11.6 0 16.600M12 3.700c-5 5-5 11.6 0 16.6"/></>,
  home: <><path d="m4 11.5 8-7 8 7"/><path d="M6.2 10v9.500h11.600V10M10 19.500v-5h4v5"/></>,
  key: <><circle cx="8.2" cy="15.8" r="4"/><path d="m11 13 8.5-8.5M16 8l3 3"/></>,
  link: <><path d="M10 14.5 14.5 10M8.5 11l-2.3 2.300a3.5 3.5 0 0 0 5 5l2.3-2.300M15.5 13l2.3-2.300a3.5 3.5 0 0 0-5-5L10.5 8"/></>,
  lock: <><rect x="5.5" y="10.5" width="13" height="9.5" rx="2"/><path d="M8.5 10.500V8a3.5 3.5 0 0 1 7 0v2.5"/></>,
  mail: <><rect x="3.8" y="6" width="16.4" height="12.5" rx="2"/><path d="m4.5 7.5 7.5 6 7.5-6"/></>,
  next: <><path d="m9.5 5.5 6.5 6.5-6.5 6.5"/></>,
  offline: <><path d="M4 9.5a12 12 0 0 1 16 0M7 13a7.500 7.500 0 0 1 10 0M12 17.500v.1M4.500 20 19.500 4"/></>,
  people: <><circle cx="9" cy="8.5" r="3.3"/><path d="M3 19.500c.4-3.6 2.8-5.4 6-5.400s5.6 1.8 6 5.400M15.6 5.500a3.2 3.2 0 0 1 0 6M17.4 14.600c2 .6 3.3 2.2 3.6 4.9"/></>,
  phone: <><path d="M6.6 3.8h2.6l1.5 4-2 1.5a12 12 0 0 0 6 6l1.5-2 4 1.500v2.600a2 2 0 0 1-2.2 2A16.5 16.5 0 0 1 4.6 6a2 2 0 0 1 2-2.200Z"/></>,
  plan: <><path d="M6 3.800h8.500L18.5 8v12.200H6z"/><path d="M9 11.500h6.500M9 15.500h6.500M14 4v4.500h4.3"/></>,
  plus: <><path d="M12 5v14M5 12h14"/></>,
  print: <><path d="M7.5 8.500V4h9v4.500M7 16.500H4.500v-8h15v8H17"/><path d="M7.5 13.500h9V20h-9z"/></>,
  send: <><path d="M20 4 3.8 10.800l6.4 3 3 6.400z"/><path d="m10.2 13.8 4.3-4.3"/></>,
  arrow: <><path d="M4 12h15M13.500 6.500 19 12l-5.500 5.500"/></>,
  warning: <><path d="M12 4.2 21 19.5H3Z"/><path d="M12 10v4.5M12 17v.1"/></>,
  close: <><path d="m6.5 6.5 11 11M17.5 6.500l-11 11"/></>,
} as const;

export type IconName = keyof typeof paths;

const directional: ReadonlySet<IconName> = new Set(['next', 'arrow', 'exit', 'send']);

export function Icon({ name, size }: { name: IconName; size?: 's' | 'big' | 'error' }) {
  const classes = ['ep-i'];
  if (directional.has(name)) classes.push('ep-i--flip');
  if (size === 's') classes.push('ep-i--s');
  if (size === 'big' || size === 'error') classes.push('ep-i--big');
  if (size === 'error') classes.push('ep-i--error');
  return (
    <svg className={classes.join(' ')} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {paths[name]}
    </svg>
  );
}
