import { Alert, Button, Heading, Paragraph } from "@digdir/designsystemet-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { InView } from "../form/InView";
import { useFormats } from "../../texts/useFormats";
import { FewerOptions } from "./FewerOptions";
import { OptionCard } from "./OptionCard";
import { TakeDialog } from "./TakeDialog";
import type { Repair } from "./useRepair";

interface Props {
  repair: Repair;
  taken: () => void;
}

/** What must be covered, and the ways to do it; one is taken. */
export function Options({ repair, taken }: Props) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<number | null>(null);
  const option = repair.options.find((one) => one.place === chosen) ?? null;
  return (
    <section className="stack" aria-labelledby="options">
      <InView>
        <Heading level={2} data-size="xs" id="options">
          {repair.unchanged
            ? t("web.manager.repair.unchanged")
            : t("web.manager.repair.options", { count: repair.options.length })}
        </Heading>
      </InView>
      {!repair.unchanged && <Openings repair={repair} />}
      {!repair.unchanged && repair.options.every((one) => one.changes.length === 0) && (
        <Alert data-color="warning">
          <Paragraph>{t("web.manager.repair.none")}</Paragraph>
        </Alert>
      )}
      <ol className="plain-list option-list">
        {repair.options
          .filter((one) => one.changes.length > 0)
          .map((one) => (
            <OptionCard key={one.place} repair={repair} option={one} choose={() => setChosen(one.place)} />
          ))}
      </ol>
      {repair.fewer && <FewerOptions fewer={repair.fewer} />}
      {Object.keys(repair.names).length > 0 && (
        <div className="panel">
          {!repair.unchanged && (
            <>
              <Heading level={3} data-size="2xs">
                {t("web.manager.repair.open")}
              </Heading>
              <Paragraph>{t("web.manager.repair.open.why")}</Paragraph>
            </>
          )}
          <div>
            <Button variant="secondary" onClick={() => setChosen(0)}>
              {t(repair.unchanged ? "web.manager.repair.note" : "web.manager.repair.open.do")}
            </Button>
          </div>
        </div>
      )}
      {chosen !== null && (
        <TakeDialog repair={repair} place={chosen} option={option} close={() => setChosen(null)} taken={taken} />
      )}
    </section>
  );
}

function Openings({ repair }: { repair: Repair }) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <div className="panel stack-tight">
      <Heading level={3} data-size="2xs">
        {t("web.manager.repair.openings")}
      </Heading>
      <ul className="plain-list">
        {repair.openings.map((one, n) => (
          <li key={n}>
            {t(one.person ? "web.manager.repair.opening" : "web.manager.repair.opening.nobody", {
              shift: one.shift,
              date: formats.dayLong(one.date),
              person: repair.names[one.person ?? ""] ?? "",
            })}
          </li>
        ))}
      </ul>
    </div>
  );
}
