import i18next from "i18next";
import { initReactI18next } from "react-i18next";

export const LANGUAGES = ["nb", "nn", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

const KEPT = "helseturnus.language";
type Loader = () => Promise<{ default: Record<string, string> }>;
const COMMON: Record<Language, Loader> = {
  nb: () => import("virtual:catalogue/nb"),
  nn: () => import("virtual:catalogue/nn"),
  en: () => import("virtual:catalogue/en"),
};
const OFFICE: Record<Language, Loader> = {
  nb: () => import("virtual:office/nb"),
  nn: () => import("virtual:office/nn"),
  en: () => import("virtual:office/en"),
};
const NOTICES: Record<Language, Loader> = {
  nb: () => import("virtual:notices/nb"),
  nn: () => import("virtual:notices/nn"),
  en: () => import("virtual:notices/en"),
};
const learned = new Set<Loader>();
const spoken = new Set([COMMON]);

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

/** Speak a language: each part of its catalogue is fetched once. */
export async function speak(language: Language): Promise<void> {
  await learn(language);
  await i18next.changeLanguage(language);
  localStorage.setItem(KEPT, language);
  document.documentElement.lang = language;
}

/** The larger screens say more than an employee's phone: fetch that part too from now on. */
export async function speakOffice(): Promise<void> {
  await alsoSpeak(OFFICE);
}

/** What people are told, on the pages of notices. */
export async function speakNotices(): Promise<void> {
  await alsoSpeak(NOTICES);
}

async function alsoSpeak(part: Record<Language, Loader>): Promise<void> {
  spoken.add(part);
  if (isLanguage(i18next.language)) await learn(i18next.language);
}

async function learn(language: Language): Promise<void> {
  const missing = [...spoken].map((part) => part[language]).filter((part) => !learned.has(part));
  const texts = await Promise.all(missing.map((part) => part()));
  for (const [n, part] of missing.entries()) {
    i18next.addResourceBundle(language, "texts", texts[n]?.default ?? {}, true);
    learned.add(part);
  }
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
