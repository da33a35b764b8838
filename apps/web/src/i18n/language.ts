import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

const STORED = 'redress.language';

/** Languages the pages are shown in; notices can be written in more. */
export type PageLanguage = 'en' | 'zh';

/** Their tags, for `lang` and Intl. */
const tags: Record<PageLanguage, string> = { en: 'en-GB', zh: 'zh-Hans' };

const isLanguage = (value: string | null): value is PageLanguage => value === 'en' || value === 'zh';

/** The language a person chose here before, else the browser's, else English. */
function preferred(): PageLanguage {
  const stored = localStorage.getItem(STORED);
  if (isLanguage(stored)) return stored;
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

async function load(language: PageLanguage): Promise<void> {
  if (i18next.hasResourceBundle(language, 'translation')) return;
  const { words } = language === 'zh' ? await import('./zh/index.js') : await import('./en/index.js');
  i18next.addResourceBundle(language, 'translation', words);
}

/** Must be finished before the first page is drawn. */
export async function startLanguage(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: preferred(),
    fallbackLng: false,
    resources: {},
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  await showIn(preferred());
}

/** Switches the interface and remembers the choice on this device. */
export async function chooseLanguage(language: PageLanguage): Promise<void> {
  localStorage.setItem(STORED, language);
  await showIn(language);
}

async function showIn(language: PageLanguage): Promise<void> {
  await load(language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = tags[language];
}

export const languageOf = (current: string): PageLanguage => (current === 'zh' ? 'zh' : 'en');
export const tagOf = (current: string): string => tags[languageOf(current)];
