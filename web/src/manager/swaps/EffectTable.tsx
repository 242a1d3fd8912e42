import { Table, Tag } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import { ScrollTable } from "../../office/ScrollTable";
import { useSwapWords } from "../../staff/swaps/swap-words";
import { useFormats } from "../../texts/useFormats";
import { useNumbers } from "../roster/numbers";
import type { Effects } from "./useManagedSwaps";

const ORE = 100;

/** What a swap changes: for each person, and for the ward. */
export function EffectTable({ effects }: { effects: Effects }) {
  const { t } = useTranslation();
  return (
    <div className="stack-tight">
      <ScrollTable label={t("web.manager.swaps.effects")}>
        <Table.Head>
          <Table.Row>
            {["person", "hours", "wishes", "consents", "other"].map((column) => (
              <Table.HeaderCell key={column}>{t(`web.manager.swaps.column.${column}`)}</Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {effects.people.map((one) => (
            <PersonRow key={one.person} one={one} />
          ))}
        </Table.Body>
      </ScrollTable>
      <WardFacts effects={effects} />
    </div>
  );
}

function PersonRow({ one }: { one: Effects["people"][number] }) {
  const { t } = useTranslation();
  const words = useSwapWords();
  const numbers = useNumbers();
  const wishes = one.wishes === 0 ? "none" : one.wishes > 0 ? "gained" : "lost";
  return (
    <Table.Row>
      <Table.HeaderCell scope="row">{one.name}</Table.HeaderCell>
      <Table.Cell>{words.difference(one.minutes)}</Table.Cell>
      <Table.Cell>
        {t(`web.manager.swaps.wishes.${wishes}`, { points: numbers.signed(one.wishes) })}
      </Table.Cell>
      <Table.Cell>
        {one.consents.length === 0 && t("web.manager.swaps.nothing")}
        <span className="row">
          {one.consents.map((consent) => (
            <Tag key={consent} data-size="sm" data-color="warning">
              {t(`web.manager.swaps.consent.${consent}`)}
            </Tag>
          ))}
        </span>
      </Table.Cell>
      <Table.Cell>
        {[
          ...words.off(one),
          ...one.gone.map((gone) => t("web.manager.swaps.gone", { rule: t(`rule.${gone.rule}`) })),
        ].join("; ") || t("web.manager.swaps.nothing")}
      </Table.Cell>
    </Table.Row>
  );
}

function WardFacts({ effects }: { effects: Effects }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const formats = useFormats();
  const cost = effects.ore === 0 ? t("web.manager.swaps.cost.same") : numbers.kroner(effects.ore / ORE);
  return (
    <dl className="facts">
      <div>
        <dt>{t("web.manager.swaps.cost")}</dt>
        <dd>{effects.ore > 0 ? `+${cost}` : cost}</dd>
      </div>
      <div>
        <dt>{t("web.manager.swaps.points")}</dt>
        <dd>{numbers.signed(effects.points)}</dd>
      </div>
      {effects.gone.length > 0 && (
        <div>
          <dt>{t("web.manager.swaps.gone_in_ward")}</dt>
          <dd>
            {effects.gone.map((gone) => `${t(`rule.${gone.rule}`)} ${formats.dayShort(gone.first)}`).join(", ")}
          </dd>
        </div>
      )}
    </dl>
  );
}
