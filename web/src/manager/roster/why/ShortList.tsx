import { Alert, Heading, Paragraph } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { paths } from "../paths";
import { type Short, useShortfalls } from "./useWhy";

const FIRST = 2;

/** Rows that ask for more than all can give, each in a sentence. */
export function ShortList({ found }: { found: readonly Short[] }) {
  const { t } = useTranslation();
  return (
    <section className="panel" aria-labelledby="shortfalls">
      <Heading level={2} data-size="2xs" id="shortfalls">
        {t("web.manager.why.short")}
      </Heading>
      {found.length === 0 && <Paragraph>{t("web.manager.why.short.none")}</Paragraph>}
      <ul className="stack-tight">
        {found.map((one) => (
          <li key={one.text}>{one.text}</li>
        ))}
      </ul>
    </section>
  );
}

/** A warning before anything is searched for, where the arithmetic already says no. */
export function ShortWarning({ period }: { period: string }) {
  const { t } = useTranslation();
  const found = useShortfalls(period).data ?? [];
  if (found.length === 0) return null;
  const more = found.length - FIRST;
  return (
    <Alert data-color="warning">
      <div className="stack-tight">
        <Heading level={2} data-size="2xs">
          {t("web.manager.why.warning")}
        </Heading>
        {found.slice(0, FIRST).map((one) => (
          <Paragraph key={one.text}>{one.text}</Paragraph>
        ))}
        {more > 0 && <Paragraph>{t("web.manager.why.warning.more", { count: more })}</Paragraph>}
        <Link className="ds-link" to={paths.why(period)}>{t("web.manager.why.read")}</Link>
      </div>
    </Alert>
  );
}
