import { Button, Heading } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import { type IsoDate, plusMonths } from "../../dates/dates";
import { useFormats } from "../../texts/useFormats";

interface Props {
  month: IsoDate;
  first?: IsoDate;
  last?: IsoDate;
  go: (month: IsoDate) => void;
}

/** The month that is shown, and steps to its neighbours within bounds. */
export function MonthSteps({ month, first, last, go }: Props) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <div className="month-steps">
      <Button
        variant="tertiary"
        icon
        aria-label={t("web.calendar.previous")}
        aria-disabled={first !== undefined && month <= first}
        onClick={() => (first === undefined || month > first) && go(plusMonths(month, -1))}
      >
        <Arrow turned />
      </Button>
      <Heading level={2} data-size="2xs" aria-live="polite">
        {formats.month(month)}
      </Heading>
      <Button
        variant="tertiary"
        icon
        aria-label={t("web.calendar.next")}
        aria-disabled={last !== undefined && month >= last}
        onClick={() => (last === undefined || month < last) && go(plusMonths(month, 1))}
      >
        <Arrow />
      </Button>
    </div>
  );
}

function Arrow({ turned = false }: { turned?: boolean }) {
  return (
    <svg viewBox="0 0 24 24" className="step-arrow" aria-hidden="true">
      <path d={turned ? "M15 5l-7 7 7 7" : "M9 5l7 7-7 7"} />
    </svg>
  );
}
