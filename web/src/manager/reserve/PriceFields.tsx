import { Details } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import { NumberField } from "../form/Fields";
import { fits } from "../form/numbers";
import { useNumbers } from "../roster/numbers";
import type { Prices } from "./useReserve";

const MOST = 100_000;
/** Assumptions until somebody puts in the unit's own. */
export const USUAL: Prices = { planned: 2500, called: 5000, idle: 750 };
const FIELDS = ["planned", "called", "idle"] as const;

/** Whether prices can be asked with. */
export function standing({ planned, called, idle }: Prices): boolean {
  const whole = [planned, called, idle].every((price, n) => fits(price, n === 2 ? 0 : 1, MOST, true));
  return whole && called > planned && planned >= idle;
}

/** What a shift costs in the three cases: assumptions that can be changed. */
export function PriceFields({ prices, change }: { prices: Prices; change: (prices: Prices) => void }) {
  const { t } = useTranslation();
  const { kroner } = useNumbers();
  const wrong = standing(prices) ? undefined : t("web.manager.reserve.price.wrong");
  return (
    <Details defaultOpen={false}>
      <Details.Summary>
        {t("web.manager.reserve.prices", { planned: kroner(prices.planned || 0), called: kroner(prices.called || 0) })}
      </Details.Summary>
      <Details.Content>
        <div className="fields">
          {FIELDS.map((field) => (
            <NumberField
              key={field}
              whole
              label={t(`web.manager.reserve.price.${field}`)}
              hint={t(`web.manager.reserve.price.${field}.hint`)}
              suffix={t("web.manager.reserve.price.kr")}
              value={prices[field]}
              error={field === "called" ? wrong : undefined}
              change={(value) => change({ ...prices, [field]: value ?? NaN })}
            />
          ))}
        </div>
      </Details.Content>
    </Details>
  );
}
