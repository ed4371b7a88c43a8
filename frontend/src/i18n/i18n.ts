import i18next, { type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Resources } from './resources';

export const languages = [
  { code: 'nl', name: 'Nederlands' },
  { code: 'en', name: 'English' },
] as const;

export type LanguageCode = (typeof languages)[number]['code'];

const storageKey = 'eenplan.language';
const files = import.meta.glob<{ default: Record<string, unknown> }>('./locales/*/*.json');

// Each namespace is a file of its own, fetched when a page first needs it.
const lazyFiles: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read(language, namespace, callback) {
    const load = files[`./locales/${language}/${namespace}.json`];
    if (!load) {
      callback(new Error(`no texts for ${language}/${namespace}`), null);
      return;
    }
    load().then(
      (file) => callback(null, file.default),
      (error: Error) => callback(error, null),
    );
  },
};

const isLanguage = (code: string | null | undefined): code is LanguageCode => languages.some((language) => language.code === code);

function storedLanguage(): LanguageCode | null {
  try {
    const code = localStorage.getItem(storageKey);
    return isLanguage(code) ? code : null;
  } catch {
    return null;
  }
}

/** True when this person chose a language on this device; then the account's language does not override it. */
export const hasChosenLanguage = (): boolean => storedLanguage() !== null;

let started: Promise<void> | null = null;

/** Starts once, whoever asks first. */
export const startTexts = (): Promise<void> => (started ??= start());

/**
 * Fetches the texts of a page beside its code instead of after it, so that the first view need not wait for them one by one.
 */
export async function loadTexts(...namespaces: (keyof Resources)[]): Promise<void> {
  for (const namespace of namespaces) void files[`./locales/${storedLanguage() ?? 'nl'}/${namespace}.json`]?.().catch(() => undefined);
  await startTexts();
  await i18next.loadNamespaces(namespaces);
}

async function start(): Promise<void> {
  i18next.on('languageChanged', (code) => {
    document.documentElement.lang = code;
  });
  await i18next
    .use(lazyFiles)
    .use(initReactI18next)
    .init({
      lng: storedLanguage() ?? 'nl',
      fallbackLng: false,
      supportedLngs: languages.map((language) => language.code),
      ns: ['common'],
      defaultNS: 'common',
      keySeparator: '.',
      interpolation: { escapeValue: false },
      // Texts of the new language are fetched before anything re-renders, so no form is taken off the page.
      react: { useSuspense: true },
    });
}

export async function changeLanguage(code: string, remember = true): Promise<void> {
  if (!isLanguage(code)) return;
  await i18next.changeLanguage(code);
  if (!remember) return;
  try {
    localStorage.setItem(storageKey, code);
  } catch {
    // A browser that keeps nothing still shows the chosen language now.
  }
}
