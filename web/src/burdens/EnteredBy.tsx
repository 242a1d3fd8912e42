import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";

/** Who has entered what somebody said about extra shifts, where it was not the person. */
export function EnteredBy({ call }: { call: Pick<Schemas["CallShape"], "said" | "by"> }) {
  const { t } = useTranslation();
  if (call.said) return null;
  return (
    <span className="quiet">
      {call.by ? t("web.calls.by_name", { name: call.by }) : t("web.calls.by_manager")}
    </span>
  );
}
