import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { tables } from './tables';
import { languageOf } from './texts';

export type Language = 'zh-CN' | 'en';

const STORED = 'throughline.language';

/** The language this browser last used, before anybody has logged in. */
export function storedLanguage(): Language {
  const stored = localStorage.getItem(STORED);
  if (stored === 'zh-CN' || stored === 'en') return stored;
  return navigator.language.toLowerCase().startsWith('en') ? 'en' : 'zh-CN';
}

/** The face's name of a language the server speaks of. */
export function languageTag(language: string | undefined): Language | undefined {
  if (!language) return undefined;
  return language.startsWith('en') ? 'en' : 'zh-CN';
}

/** Switches every text on the page at once. */
export function changeLanguage(language: Language): void {
  localStorage.setItem(STORED, language);
  document.documentElement.lang = language;
  void i18next.changeLanguage(language);
}

/** Starts the texts; must run before the first page is drawn. */
export function startTexts(): void {
  const language = storedLanguage();
  document.documentElement.lang = language;
  void i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'zh-CN',
    initAsync: false,
    interpolation: { escapeValue: false },
    resources: {
      'zh-CN': { translation: languageOf(tables, 0) },
      en: { translation: languageOf(tables, 1) },
    },
  });
}
