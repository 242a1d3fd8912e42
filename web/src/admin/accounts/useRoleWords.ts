import { useTranslation } from "react-i18next";
import { useUnits } from "../../office/questions";
import type { Grant } from "./grants";

/** A role in words, with the unit's name. */
export function useRoleWords(): (grant: Grant) => string {
  const { t } = useTranslation();
  const units = useUnits();
  const names = new Map(units.data?.map((unit) => [unit.id, unit.name]));
  return ({ role, unit }) => {
    const told = t(`web.office.role.${role}`);
    return unit ? t("web.admin.role.in", { role: told, unit: names.get(unit) ?? unit }) : told;
  };
}
