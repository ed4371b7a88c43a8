import { useEffect, useRef, useState, type ReactNode } from 'react';
import { readDraft } from '@/api';
import { classes } from '@/ui';

export type InPlace = { open: boolean; byHand: boolean; show: () => void; hide: () => void };

/**
 * A form in the place of what it changes. It opens by itself when something was typed in it before,
 * and gives focus to its first field, and back to the button that opened it.
 */
export function useInPlace(form: string): InPlace {
  const [{ open, byHand }, setState] = useState(() => ({ open: readDraft(form) !== null, byHand: false }));
  const opener = useRef<HTMLElement | null>(null);
  const show = () => {
    opener.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    setState({ open: true, byHand: true });
  };
  const hide = () => setState({ open: false, byHand: false });
  const wasOpen = useRef(open);
  useEffect(() => {
    // The button came back in this same render, as a new one.
    if (wasOpen.current && !open) (opener.current?.isConnected ? opener.current : document.querySelector<HTMLElement>(`[data-opens="${CSS.escape(form)}"]`))?.focus();
    wasOpen.current = open;
  }, [open, form]);
  return { open, byHand, show, hide };
}

/** Focus on the first field of a form that was just opened. */
export function FocusFirst({ when = true, children }: { when?: boolean; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (when) box.current?.querySelector<HTMLElement>('input, textarea, select')?.focus();
  }, [when]);
  return <div ref={box}>{children}</div>;
}

/** Something that takes the place of the button that was pressed: focus goes along. */
export function FocusHere({ className, children }: { className?: string; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} tabIndex={-1} className={classes('ep-focus-here', className)}>
      {children}
    </div>
  );
}
