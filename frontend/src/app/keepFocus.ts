import { useEffect } from 'react';

const msForOthers = 100;
const keeper = '[data-keeps-focus]';
const places = `section, article, main, ${keeper}`;
const headings = 'h1, h2, h3';
const controls = 'a[href], button, input, select, textarea';

/** What gets focus in a place: its heading, or its first control when it is small and has no heading of its own. */
const targetIn = (place: Element) => place.querySelector<HTMLElement>(place.matches(keeper) ? controls : headings);

/** Every place around an element, from near to far. */
function placesAround(element: Element): Element[] {
  const around: Element[] = [];
  for (let place = element.parentElement?.closest(places); place; place = place.parentElement?.closest(places)) around.push(place);
  return around;
}

/**
 * When what has focus is taken off the page, such as the button of a deed that is done, focus goes to the heading of the place
 * it stood in, so that a keyboard goes on from there. Whoever moves focus themselves, such as a form that closes, comes first.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let last: Element | null = null;
    let around: Element[] = [];
    let timer = 0;
    const isLost = () => last !== null && !last.isConnected && document.activeElement === document.body;
    const remember = (event: FocusEvent) => {
      last = event.target instanceof Element ? event.target : null;
      around = last ? placesAround(last) : [];
    };
    const restore = () => {
      if (!isLost()) return;
      last = null;
      const place = around.find((one) => one.isConnected && targetIn(one));
      const target = place ? targetIn(place) : null;
      if (!target) return;
      if (target.matches(headings)) target.tabIndex = -1;
      target.focus({ preventScroll: true });
    };
    const observer = new MutationObserver(() => {
      if (!isLost()) return;
      window.clearTimeout(timer);
      timer = window.setTimeout(restore, msForOthers);
    });
    document.addEventListener('focusin', remember);
    observer.observe(document.body, { childList: true, subtree: true });
    return () => {
      document.removeEventListener('focusin', remember);
      observer.disconnect();
      window.clearTimeout(timer);
    };
  }, []);
}
