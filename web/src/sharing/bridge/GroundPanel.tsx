import { Button, Heading, Paragraph } from "@digdir/designsystemet-react";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { FaultList } from "../../api/FaultList";
import { faultsOf } from "../../api/problem";
import { ProblemAlert } from "../../api/ProblemAlert";
import { ChoiceField, NumberField } from "../../manager/form/Fields";
import { useNumbers } from "../../manager/roster/numbers";
import { type Asked, type Ground, useReadUnits } from "./useBridge";

const GROUNDS: readonly Ground[] = ["trondheim", "own", "units", "invented"];

interface Props {
  asked: Asked;
  change: (asked: Asked) => void;
}

/** Where the hours come from: Trondheim's, one's own in all or unit by unit, or an invented town's. */
export function GroundPanel({ asked, change }: Props) {
  const { t } = useTranslation();
  return (
    <section className="panel" aria-labelledby="bridge-ground">
      <Heading level={2} data-size="2xs" id="bridge-ground">
        {t("web.sharing.bridge.ground")}
      </Heading>
      <div className="sharing-narrow">
        <ChoiceField
          label={t("web.sharing.bridge.ground.label")}
          value={asked.ground}
          options={GROUNDS.map((ground) => ({ value: ground, label: t(`web.sharing.bridge.ground.${ground}`) }))}
          change={(ground) => change({ ...asked, ground: ground as Ground, settings: kept(asked.settings) })}
        />
      </div>
      {asked.ground === "own" && <Own asked={asked} change={change} />}
      {asked.ground === "units" && <Units asked={asked} change={change} />}
      {asked.ground === "invented" && <Paragraph>{t("web.sharing.bridge.invented.how")}</Paragraph>}
    </section>
  );
}

/** What is assumed goes with one to another ground; Trondheim's own figure does not. */
function kept(settings: Asked["settings"]): Asked["settings"] {
  return Object.fromEntries(Object.entries(settings).filter(([key]) => key !== "before"));
}

function Own({ asked, change }: Props) {
  const { t } = useTranslation();
  const set = (key: string) => (value: number | null) => {
    const settings = { ...asked.settings };
    if (value === null || Number.isNaN(value) || value < 0) delete settings[key];
    else settings[key] = value;
    change({ ...asked, settings });
  };
  return (
    <div className="office-filters">
      <NumberField label={t("web.sharing.bridge.hours")} value={asked.settings["hours"]} change={set("hours")} />
      <NumberField whole label={t("web.sharing.bridge.units")} value={asked.settings["units"]} change={set("units")} />
    </div>
  );
}

/** A list of units and their hours; the service reads it and keeps nothing. */
function Units({ asked, change }: Props) {
  const { t } = useTranslation();
  const { whole } = useNumbers();
  const id = useId();
  const [file, setFile] = useState<File>();
  const read = useReadUnits();
  const faults = faultsOf(read.error);
  const hours = asked.units.reduce((sum, unit) => sum + unit.hours, 0);
  return (
    <>
      <Paragraph>{t("web.sharing.bridge.list.how")}</Paragraph>
      <label htmlFor={id} className="stack-tight">
        <span>{t("web.sharing.bridge.list")}</span>
        <input
          id={id}
          type="file"
          accept=".csv,.xlsx,text/csv"
          className="file"
          onChange={(event) => {
            read.reset();
            setFile(event.target.files?.[0]);
          }}
        />
      </label>
      {faults.length > 0 && <FaultList faults={faults} title={t("web.sharing.bridge.list.faulty", { count: faults.length })} />}
      {read.error && faults.length === 0 && <ProblemAlert error={read.error} />}
      {file && !read.isSuccess && (
        <div>
          <Button
            loading={read.isPending}
            onClick={() => read.mutate(file, { onSuccess: (found) => change({ ...asked, units: found.units }) })}
          >
            {t("web.sharing.bridge.list.do", { file: file.name })}
          </Button>
        </div>
      )}
      <span role="status">
        {asked.units.length > 0 &&
          t("web.sharing.bridge.list.read", { count: asked.units.length, hours: whole(hours) })}
      </span>
    </>
  );
}
