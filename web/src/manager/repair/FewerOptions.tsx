import { Alert, Details, Paragraph } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import type { Repair } from "./useRepair";

/** Why there are not three options: whether all ways were tried, and what keeps others away. */
export function FewerOptions({ fewer }: { fewer: NonNullable<Repair["fewer"]> }) {
  const { t } = useTranslation();
  const rules = (names: string[]) => names.map((rule) => t(`rule.${rule}`)).join(", ");
  return (
    <Alert data-color="info">
      <Paragraph>{t(fewer.proved ? "web.manager.repair.fewer.proved" : "web.manager.repair.fewer.time")}</Paragraph>
      {!!fewer.on_request && (
        <Paragraph>{t("web.manager.repair.fewer.on_request", { count: fewer.on_request })}</Paragraph>
      )}
      <Details variant="default" className="option-bill">
        <Details.Summary>{t("web.manager.repair.fewer.barred")}</Details.Summary>
        <Details.Content>
          <ul className="plain-list">
            {fewer.barred.map((one, n) => (
              <li key={n}>
                {t("web.manager.repair.fewer.people", {
                  count: one.people,
                  reason: t(`web.manager.open.reason.${one.reason}`, { rules: rules(one.rules) }),
                })}
              </li>
            ))}
          </ul>
        </Details.Content>
      </Details>
    </Alert>
  );
}
