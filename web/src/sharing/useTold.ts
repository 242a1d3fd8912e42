import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";

export type Name = Schemas["Name"];

/** A name in the language that is spoken, in bokmål where it has none. */
export function useTold(): (name: Name) => string {
  const { i18n } = useTranslation();
  const language = i18n.language;
  return useCallback(
    (name) => (language === "nn" && name.nn) || (language === "en" && name.en) || name.nb,
    [language],
  );
}
