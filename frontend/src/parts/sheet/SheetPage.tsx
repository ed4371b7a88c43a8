import { useState, type ReactNode } from 'react';
import { useTranslation } from '@/i18n';
import { Button, classes, Heading, Link, PageHead, Row, SegmentedChoice } from '@/ui';
import './sheet.css';

/** A sheet that can be printed, and whether it is the one on this page. */
export type SheetLink = { to: string; label: string; current: boolean };

type Size = 'fit' | 'real';

/** Fonts that are still on their way would change where lines end. */
async function print() {
  await document.fonts?.ready;
  window.print();
}

/**
 * The page around sheets of paper: which sheets there are, a button to print, and the sheets themselves as they will come out.
 * Nothing of it but the sheets is printed.
 */
export function SheetPage({ title, lead, crumb, links, note, children }: { title: ReactNode; lead: ReactNode; crumb?: { to: string; label: ReactNode }; links: SheetLink[]; note?: ReactNode; children: ReactNode }) {
  const { t } = useTranslation('paper');
  const [size, setSize] = useState<Size>('fit');
  const real = size === 'real';
  return (
    <div className="sheet-page">
      <div className="ep-no-print">
        <PageHead crumb={crumb ? <Link to={crumb.to}>{crumb.label}</Link> : undefined}>
          <Heading level={1}>{title}</Heading>
          <p className="ep-soft ep-measure">{lead}</p>
        </PageHead>
        <div className="ep-stack">
          {links.length > 1 ? (
            <nav aria-label={t('sheets')}>
              <ul className="sheet-links">
                {links.map((link) => (
                  <li key={link.to}>{link.current ? <b aria-current="page">{link.label}</b> : <Link to={link.to}>{link.label}</Link>}</li>
                ))}
              </ul>
            </nav>
          ) : null}
          {note}
          <Row>
            <Button kind="main" icon="print" onClick={() => void print()}>
              {t('print')}
            </Button>
          </Row>
          <SegmentedChoice
            legend={t('size.label')}
            value={size}
            onChange={(value) => setSize(value as Size)}
            choices={[
              { value: 'fit', label: t('size.fit') },
              { value: 'real', label: t('size.real') },
            ]}
          />
        </div>
      </div>
      {/* A sheet in its real size is wider than most screens and then scrolls by itself. */}
      <div className={classes('sheet-room', real && 'sheet-room--real')} {...(real ? { tabIndex: 0, role: 'region', 'aria-label': t('size.region') } : {})}>
        {children}
      </div>
    </div>
  );
}
