import i18next from 'i18next';
import { useEffect, useRef } from 'react';
import type { Reader } from '@/i18n';
import { contentId } from '@/ui';

/** Titles say the kind of page, never a family's name: they end up in histories and on shared screens. */
export function useTitle(titleKey: string, language: string, reader: Reader = 'adult'): void {
  useEffect(() => {
    let current = true;
    const namespace = titleKey.includes(':') ? titleKey.slice(0, titleKey.indexOf(':')) : 'common';
    void i18next.loadNamespaces(namespace).then(() => {
      const translate = i18next.t as unknown as (key: string, options?: object) => string;
      if (current) document.title = translate('common:title.page', { title: translate(titleKey, { context: reader }) });
    });
    return () => {
      current = false;
    };
  }, [titleKey, language, reader]);
}

const triesForHeading = 60;
const msBetweenTries = 50;

/** After navigation focus goes to the heading of the new page, as soon as it is there; not when somebody is already typing. */
export function useFocusOnHeading(pathname: string): void {
  const last = useRef(pathname);
  useEffect(() => {
    if (last.current === pathname) return;
    last.current = pathname;
    let tries = 0;
    const timer = window.setInterval(() => {
      const main = document.getElementById(contentId);
      const heading = main?.querySelector<HTMLElement>('h1');
      const busy = main !== null && main.contains(document.activeElement) && document.activeElement?.matches('input, textarea, select, [role="alert"]');
      if (heading && !busy) {
        heading.tabIndex = -1;
        heading.focus({ preventScroll: true });
        window.scrollTo(0, 0);
      }
      if (heading || busy || ++tries >= triesForHeading) window.clearInterval(timer);
    }, msBetweenTries);
    return () => window.clearInterval(timer);
  }, [pathname]);
}
