import { Tag } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import type { Light } from "./burdens";

const COLOURS = { green: "success", amber: "warning", red: "danger" } as const;
/** What stands beside a colour for those who do not see it. */
const SIGNS: Record<Light, string> = { green: "✓", amber: "!", red: "!!" };

/** A light as a colour, a sign and a word; with a value where there is one. */
export function LightTag({ light, value }: { light: Light; value?: string }) {
  const { t } = useTranslation();
  const word = t(`web.lights.light.${light}`);
  return (
    <Tag data-size="sm" data-color={COLOURS[light]} className="light-tag">
      <span aria-hidden="true">{SIGNS[light]}</span>
      {value === undefined ? word : value}
      {value !== undefined && <span className="visually-hidden">, {word}</span>}
    </Tag>
  );
}
