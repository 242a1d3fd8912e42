import i18next from "i18next";
import { initReactI18next } from "react-i18next";

export const LANGUAGES = ["nb", "nn", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

const KEPT = "helseturnus.language";
const LOADERS: Record<Language, () => Promise<{ default: Record<string, string> }>> = {
  nb: () => import("virtual:catalogue/nb"),
  nn: () => import("virtual:catalogue/nn"),
  en: () => import("virtual:catalogue/en"),
};

export function isLanguage(name: unknown): name is Language {
  return LANGUAGES.includes(name as Language);
}

/** The language that was chosen here before, or the first that the browser asks for. */
export function firstLanguage(): Language {
  const kept = localStorage.getItem(KEPT);
  if (isLanguage(kept)) return kept;
  const asked = navigator.languages.map((name) => name.slice(0, 2).replace("no", "nb"));
  return asked.find(isLanguage) ?? "nb";
}

/** Speak a language: its catalogue is fetched once. */
export async function speak(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, "texts")) {
    i18next.addResourceBundle(language, "texts", (await LOADERS[language]()).default);
  }
  await i18next.changeLanguage(language);
  localStorage.setItem(KEPT, language);
  document.documentElement.lang = language;
}

/** Set up the catalogues; ``{name}`` is filled in, ``KEY.one`` is the singular of ``KEY``. */
export async function startSpeaking(): Promise<void> {
  await i18next.use(initReactI18next).init({
    resources: {},
    ns: ["texts"],
    defaultNS: "texts",
    fallbackLng: false,
    keySeparator: false,
    nsSeparator: false,
    pluralSeparator: ".",
    interpolation: { prefix: "{", suffix: "}", escapeValue: false },
    react: { useSuspense: false },
  });
  await speak(firstLanguage());
}
