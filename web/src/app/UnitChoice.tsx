import { Select } from "@digdir/designsystemet-react";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { type Area, unitsOf } from "../session/areas";
import { useMe } from "../session/useMe";
import { chooseUnit, useUnit } from "../session/useUnit";

/** Choose a unit where the area is open in several; else its name. */
export function UnitChoice({ area }: { area: Area }) {
  const { t } = useTranslation();
  const id = useId();
  const me = useMe();
  const unit = useUnit(me, area);
  const units = unitsOf(me, area);
  if (!unit) return null;
  if (units.length === 1) return <span className="unit-name">{unit.name}</span>;
  return (
    <label className="choice" htmlFor={id}>
      <span className="visually-hidden">{t("web.header.unit")}</span>
      <Select
        id={id}
        data-size="sm"
        value={unit.id}
        onChange={(event) => chooseUnit(event.target.value)}
      >
        {units.map((one) => (
          <Select.Option key={one.id} value={one.id}>
            {one.name}
          </Select.Option>
        ))}
      </Select>
    </label>
  );
}
