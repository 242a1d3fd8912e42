import { Tag } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import type { Standing } from "./useSharing";

const COLOURS = {
  proposed: "info",
  coming: "info",
  holds: "success",
  ends_soon: "warning",
  over: "neutral",
  withdrawn: "neutral",
} as const satisfies Record<Standing, string>;

/** Where an approval or a delegation stands. */
export function StandingTag({ standing, of }: { standing: Standing; of: "approval" | "delegation" }) {
  const { t } = useTranslation();
  return (
    <Tag data-size="sm" data-color={COLOURS[standing]}>
      {t(`web.sharing.${of}.${standing}`)}
    </Tag>
  );
}
