import { api, clearAllDrafts, paths } from '@/api';

/** A plain page that says nothing about help: the weather. */
const neutralPage = 'https://www.knmi.nl/';

/** Clears this tab, signs out without waiting, and replaces the page so that "back" does not return here. */
export function leaveQuickly(): void {
  clearAllDrafts();
  void api.remove(paths.session).catch(() => undefined);
  document.title = '';
  document.body.hidden = true;
  window.location.replace(neutralPage);
}
