import { Button, Heading, Paragraph } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import { ProblemAlert } from "../api/ProblemAlert";
import { NamesNote } from "../burdens/NamesNote";
import { type Agreement, type Step, useNames, useNamesStep } from "../burdens/useNames";
import { Asked } from "./Asked";

/** What each side may do while the agreement stands as it does. */
const STEPS: Record<"manager" | "representative" | "hr", Record<Agreement["state"], Step[]>> = {
  manager: { none: ["propose"], proposed: ["withdraw"], agreed: ["withdraw"] },
  representative: { none: [], proposed: ["confirm", "withdraw"], agreed: ["withdraw"] },
  hr: { none: [], proposed: [], agreed: [] },
};

interface Props {
  unit: string;
  as: keyof typeof STEPS;
}

/** The unit's agreement that colleagues see each other's burdens by name. */
export function NamesPanel({ unit, as }: Props) {
  const { t } = useTranslation();
  const names = useNames(unit);
  const step = useNamesStep(unit);
  return (
    <section className="panel" aria-labelledby="names">
      <Heading level={2} data-size="2xs" id="names">
        {t("web.names.title")}
      </Heading>
      <Paragraph data-size="sm">{t("web.office.names.how")}</Paragraph>
      <Asked query={names}>
        {(agreement) => (
          <>
            <div role="status">
              <NamesNote agreement={agreement} />
            </div>
            {step.error && <ProblemAlert error={step.error} />}
            <div className="row">
              {STEPS[as][agreement.state].map((one) => (
                <Button
                  key={one}
                  data-size="sm"
                  variant={one === "withdraw" ? "secondary" : "primary"}
                  data-color={one === "withdraw" ? "danger" : undefined}
                  loading={step.isPending && step.variables === one}
                  onClick={() => step.mutate(one)}
                >
                  {t(as === "representative" && agreement.state === "proposed" && one === "withdraw"
                    ? "web.office.names.decline"
                    : `web.office.names.${one}.${agreement.state}`)}
                </Button>
              ))}
            </div>
          </>
        )}
      </Asked>
    </section>
  );
}
