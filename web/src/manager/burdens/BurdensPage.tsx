import { Paragraph } from "@digdir/designsystemet-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { PageTitle } from "../../app/PageTitle";
import { type Burden, rosterOf } from "../../burdens/burdens";
import { Asked } from "../../office/Asked";
import { usePeriod } from "../period/usePeriod";
import { paths } from "../roster/paths";
import { Corrections } from "./Corrections";
import { CorrectDialog } from "./CorrectDialog";
import { LedgerTable } from "./LedgerTable";
import { LightTable } from "./LightTable";
import type { Row } from "./rows";
import { type Looked, useLedger, useLights } from "./useBurdens";
import "../../burdens/burdens.css";

/** Who carries what, and whose body pays for it: in what is shown or published. */
export function PeriodBurdensPage({ period: id }: { period: string }) {
  const { t } = useTranslation();
  const period = usePeriod(id);
  return (
    <div className="page">
      <PageTitle>{t("web.burdens.title")}</PageTitle>
      <Asked query={period}>
        {({ period: found }) => {
          const of = rosterOf(found.stage);
          if (of) return <Burdens looked={{ period: id, of }} corrected={of === "published" ? id : undefined} />;
          return (
            <>
              <Paragraph>{t("web.manager.burdens.not_yet")}</Paragraph>
              <Link to={paths.drafts(id)}>{t("web.manager.drafts.back")}</Link>
            </>
          );
        }}
      </Asked>
    </div>
  );
}

/** The same of a draft, before anybody else sees it. */
export function DraftBurdensPage({ period }: { period: string }) {
  const { t } = useTranslation();
  const { draft = "" } = useParams();
  return (
    <div className="page">
      <div className="row">
        <Link className="ds-link" to={paths.drafts(period)}>{t("web.manager.drafts.back")}</Link>
        <Link className="ds-link" to={paths.grid(period, draft)}>{t("web.manager.draft.open")}</Link>
      </div>
      <PageTitle>{t("web.burdens.title")}</PageTitle>
      <Burdens looked={{ draft }} />
    </div>
  );
}

/** ``corrected`` is the period of which what is carried on may be corrected. */
function Burdens({ looked, corrected }: { looked: Looked; corrected?: string }) {
  const ledger = useLedger(looked);
  const lights = useLights(looked);
  const [asked, setAsked] = useState<{ row: Row; burden: Burden }>();
  return (
    <>
      <Asked query={ledger}>
        {(whole) => (
          <>
            <LedgerTable whole={whole} correct={corrected ? (row, burden) => setAsked({ row, burden }) : undefined} />
            <Corrections whole={whole} />
            {asked && corrected && (
              <CorrectDialog
                {...asked}
                period={corrected}
                known={whole.corrections}
                close={() => setAsked(undefined)}
              />
            )}
          </>
        )}
      </Asked>
      <Asked query={lights}>{(told) => <LightTable lights={told} />}</Asked>
    </>
  );
}
