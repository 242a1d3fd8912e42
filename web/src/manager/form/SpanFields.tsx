import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { DateField } from "./Fields";

interface Span {
  first?: string | null;
  last?: string | null;
}

interface Props {
  value: Span;
  error?: ReactNode;
  change: (span: Span) => void;
}

/** The first and the last date that something holds, each of which may be left open. */
export function SpanFields({ value, error, change }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <DateField
        label={t("web.manager.first")}
        value={value.first}
        change={(first) => change({ first })}
      />
      <DateField
        label={t("web.manager.last")}
        value={value.last}
        error={error}
        change={(last) => change({ last })}
      />
    </>
  );
}
