import { Button, Field, Label, Select, Textfield } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import { useUnits } from "../../office/questions";
import { useAccount } from "../accounts/AccountPage";
import { ACTIONS, actText } from "./act-words";

export const SOUGHT = ["action", "unit", "actor", "first", "last"] as const;
type Sought = Partial<Record<(typeof SOUGHT)[number], string>>;

/** What is looked for, as the address says it. */
export function soughtOf(search: URLSearchParams): Sought {
  const found: Sought = {};
  for (const name of SOUGHT) {
    const value = search.get(name);
    if (value) found[name] = value;
  }
  return found;
}

interface Props {
  search: URLSearchParams;
  change: (search: URLSearchParams) => void;
}

/** By what was done, where, by whom and when. */
export function LogFilters({ search, change }: Props) {
  const { t } = useTranslation();
  const units = useUnits();
  const sought = soughtOf(search);
  const set = (name: (typeof SOUGHT)[number], value: string) => {
    const to = new URLSearchParams(search);
    if (value) to.set(name, value);
    else to.delete(name);
    change(to);
  };
  const day = (name: "first" | "last") => (
    <Textfield
      type="date"
      label={t(`web.admin.log.${name}`)}
      value={sought[name] ?? ""}
      onChange={(event) => set(name, event.target.value)}
    />
  );
  return (
    <search className="panel" aria-label={t("web.admin.log.filters")}>
      <div className="office-filters">
        <Field>
          <Label>{t("web.admin.log.action")}</Label>
          <Select
            value={sought.action ?? ""}
            onChange={(event) => set("action", event.target.value)}
          >
            <Select.Option value="">{t("web.admin.log.all")}</Select.Option>
            {ACTIONS.map((action) => (
              <Select.Option key={action} value={action}>
                {actText(t, action)}
              </Select.Option>
            ))}
          </Select>
        </Field>
        <Field>
          <Label>{t("web.admin.role.unit")}</Label>
          <Select value={sought.unit ?? ""} onChange={(event) => set("unit", event.target.value)}>
            <Select.Option value="">{t("web.admin.log.all")}</Select.Option>
            {units.data?.map((unit) => (
              <Select.Option key={unit.id} value={unit.id}>
                {unit.name}
              </Select.Option>
            ))}
          </Select>
        </Field>
        {day("first")}
        {day("last")}
      </div>
      {sought.actor && <Actor account={sought.actor} drop={() => set("actor", "")} />}
      {Object.keys(sought).length > 0 && (
        <div>
          <Button variant="tertiary" data-size="sm" onClick={() => change(new URLSearchParams())}>
            {t("web.admin.log.clear")}
          </Button>
        </div>
      )}
    </search>
  );
}

function Actor({ account, drop }: { account: string; drop: () => void }) {
  const { t } = useTranslation();
  const found = useAccount(account);
  return (
    <div className="row">
      <span>{t("web.admin.log.only_by", { name: found.data?.account.name ?? account })}</span>
      <Button variant="tertiary" data-size="sm" onClick={drop}>
        {t("web.admin.log.by_all")}
      </Button>
    </div>
  );
}
