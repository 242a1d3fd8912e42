import { Alert, Heading, Paragraph } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import type { Fault } from "./problem";

const MOST = 30;

/** What is wrong in a file, by sheet and row, so that it can be mended there. */
export function FaultList({ faults, title }: { faults: readonly Fault[]; title: string }) {
  const { t } = useTranslation();
  return (
    <Alert data-color="danger" role="alert" className="problem">
      <Heading level={3} data-size="2xs">
        {title}
      </Heading>
      <ul>
        {faults.slice(0, MOST).map((fault, number) => (
          <li key={number}>
            <strong>{fault.where}</strong>{" "}
            {t("web.manager.fault", { found: fault.found, needed: fault.needed })}
            {fault.maybe && ` ${t("web.manager.fault.maybe", { maybe: fault.maybe })}`}
          </li>
        ))}
      </ul>
      {faults.length > MOST && (
        <Paragraph>{t("web.manager.fault.more", { count: faults.length - MOST })}</Paragraph>
      )}
    </Alert>
  );
}
