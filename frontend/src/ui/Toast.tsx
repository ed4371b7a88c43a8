import { createContext, useCallback, useContext, useMemo, useRef, useState, type ReactNode } from 'react';
import { LinkButton } from './text';
import { Icon } from './icons';

export type ToastOptions = { undo?: { label: string; run: () => void } };

type Toasts = { say: (text: string, options?: ToastOptions) => void; announce: (text: string) => void };

const Context = createContext<Toasts>({ say: () => undefined, announce: () => undefined });

/** `say`: a bar with the result (never its only place). `announce`: only for screen readers. */
export const useToasts = () => useContext(Context);

type Shown = { key: number; text: string; undo?: ToastOptions['undo'] };

const secondsInView = 10;

export function ToastProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<Shown | null>(null);
  const [spoken, setSpoken] = useState('');
  const counter = useRef(0);
  const say = useCallback((text: string, options?: ToastOptions) => {
    const key = ++counter.current;
    setShown({ key, text, undo: options?.undo });
    window.setTimeout(() => setShown((current) => (current?.key === key ? null : current)), secondsInView * 1000);
  }, []);
  const value = useMemo<Toasts>(() => ({ say, announce: setSpoken }), [say]);
  return (
    <Context value={value}>
      {children}
      <div className="ep-toasts" role="status" aria-live="polite">
        {shown ? (
          <div className="ep-toast" key={shown.key}>
            <Icon name="check" />
            <span>{shown.text}</span>
            {shown.undo ? (
              <LinkButton
                onClick={() => {
                  shown.undo?.run();
                  setShown(null);
                }}
              >
                {shown.undo.label}
              </LinkButton>
            ) : null}
          </div>
        ) : null}
      </div>
      <div className="ep-hidden" role="status" aria-live="polite">
        {spoken}
      </div>
    </Context>
  );
}
