import { Button, Paragraph, Textfield } from "@digdir/designsystemet-react";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { PageTitle } from "../app/PageTitle";
import { Asked } from "../office/Asked";
import { fileName } from "../office/csv";
import { CsvButton } from "../office/CsvButton";
import { useUnits, type UnitShape } from "../office/questions";
import { useOverviewRows } from "./overview-rows";
import { UnitItem } from "./UnitItem";

const STEP = 20;

/** All units, and where the period that matters now stands in each. */
export function OverviewPage() {
  const { t } = useTranslation();
  const units = useUnits();
  return (
    <div className="page">
      <PageTitle>{t("web.hr.title")}</PageTitle>
      <Paragraph>{t("web.hr.how")}</Paragraph>
      <Asked query={units} none={t("web.hr.none")} empty={(data) => data.length === 0}>
        {(data) => <Found units={data} />}
      </Asked>
    </div>
  );
}

function Found({ units }: { units: UnitShape[] }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const rowsOf = useOverviewRows(client);
  const [sought, setSought] = useState("");
  const [most, setMost] = useState(STEP);
  const wanted = sought.trim().toLocaleLowerCase();
  const found = units.filter((unit) => unit.name.toLocaleLowerCase().includes(wanted));
  return (
    <>
      <div className="office-filters">
        <Textfield
          label={t("web.hr.search")}
          type="search"
          value={sought}
          onChange={(event) => setSought(event.target.value)}
        />
        <div>
          <CsvButton name={fileName(t("web.hr.title"))} rows={() => rowsOf(found)} />
        </div>
      </div>
      <p role="status" className="quiet">
        {t("web.hr.count", { count: found.length })}
      </p>
      <ul className="plain-list stack">
        {found.slice(0, most).map((unit) => (
          <UnitItem key={unit.id} unit={unit} />
        ))}
      </ul>
      {found.length > most && (
        <div>
          <Button variant="secondary" onClick={() => setMost(most + STEP)}>
            {t("web.office.more")}
          </Button>
        </div>
      )}
    </>
  );
}
