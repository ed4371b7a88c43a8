import { useSyncExternalStore, type ReactNode } from 'react';
import { classes } from '@/ui';
import './sheet.css';

/** One side of A4, landscape, drawn as it will be printed. On a screen it stands scaled down; nothing on it changes place by that. */
export function Sheet({ label, dir = 'ltr', lang, className, children }: { label: string; dir?: 'ltr' | 'rtl'; lang?: string; className?: string; children: ReactNode }) {
  return (
    <div className="sheet-stand">
      <div className="sheet-paper">
        <section className={classes('sheet', className)} aria-label={label} dir={dir} lang={lang}>
          {children}
        </section>
      </div>
    </div>
  );
}

let printing = false;
function listen(changed: () => void) {
  const tell = (event: Event) => {
    printing = event.type === 'beforeprint';
    changed();
  };
  addEventListener('beforeprint', tell);
  addEventListener('afterprint', tell);
  return () => {
    removeEventListener('beforeprint', tell);
    removeEventListener('afterprint', tell);
  };
}

/** Words of the sheet, and the same in Dutch when the sheet is in another language: somebody in the room always reads one of the two. */
export function Twice({ text, dutch, className }: { text: ReactNode; dutch?: ReactNode; className?: string }) {
  return (
    <>
      <span className="sheet-own">{text}</span>
      {dutch ? (
        <>
          {' '}
          <span className={classes('sheet-dutch', className)} lang="nl" dir="ltr">
            {dutch}
          </span>
        </>
      ) : null}
    </>
  );
}

/** Top of a sheet: what it is, of which family, for whom, which version. `lines` are small lines under whom it is for. */
export function SheetHead({ title, family, audience, lines }: { title: ReactNode; family: ReactNode; audience: ReactNode; lines: ReactNode[] }) {
  // On the page a sheet stands under the page's own heading; in a document of its own it is the first.
  const alone = useSyncExternalStore(listen, () => printing);
  return (
    <header className="sheet-head">
      <h2 aria-level={alone ? 1 : undefined}>
        {title} <span className="sheet-head__family">{family}</span>
      </h2>
      <p className="sheet-head__version">
        <b>{audience}</b>
        {lines.map((line, index) => (
          <span key={index} className="sheet-head__line">{line}</span>
        ))}
      </p>
    </header>
  );
}

/** Bottom of a sheet: at the start what one needs to read it, at the end whom to call, and which sheet of how many it is. */
export function SheetFoot({ children, end, number }: { children?: ReactNode; end?: ReactNode; number: ReactNode }) {
  return (
    <footer className="sheet-foot">
      <div className="sheet-foot__start">{children}</div>
      <p className="sheet-foot__end">
        {end ? <>{end} · </> : null}
        <span className="ep-nowrap">{number}</span>
      </p>
    </footer>
  );
}
