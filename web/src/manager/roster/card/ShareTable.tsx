import { Heading, Paragraph, Table } from "@digdir/designsystemet-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ScrollTable } from "../../../office/ScrollTable";
import { useNumbers } from "../numbers";
import { BURDENS, type Grid, type Share, sharesOf } from "./shares";

const COLUMNS = ["name", "percent", "off", ...BURDENS, "granted"] as const;
type Column = (typeof COLUMNS)[number];

/** Who carries how much: hours, weekends, nights, red days and wishes, person by person. */
export function ShareTable({ grid }: { grid: Grid }) {
  const { t } = useTranslation();
  const [sort, setSort] = useState<{ by: Column; down: boolean }>({ by: "name", down: false });
  const shares = sorted(sharesOf(grid), sort.by, sort.down);
  const choose = (by: Column) => setSort((was) => ({ by, down: was.by === by ? !was.down : by !== "name" }));
  return (
    <section className="panel" aria-labelledby="card-shares">
      <Heading level={2} data-size="2xs" id="card-shares">
        {t("web.manager.card.shares")}
      </Heading>
      <Paragraph data-size="sm">{t("web.manager.card.shares.hint")}</Paragraph>
      <ScrollTable label={t("web.manager.card.shares")}>
        <Table.Head>
          <Table.Row>
            {COLUMNS.map((column) => (
              <Table.HeaderCell
                key={column}
                scope="col"
                sort={sort.by === column ? (sort.down ? "descending" : "ascending") : "none"}
                onClick={() => choose(column)}
              >
                {t(`web.manager.card.share.${column}`)}
              </Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {shares.map((share) => (
            <ShareRow key={share.id} share={share} />
          ))}
        </Table.Body>
      </ScrollTable>
    </section>
  );
}

function ShareRow({ share }: { share: Share }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  return (
    <Table.Row>
      <Table.HeaderCell scope="row">{share.name}</Table.HeaderCell>
      <Table.Cell className="office-number">{numbers.decimal(share.percent)}</Table.Cell>
      <Table.Cell className="office-number">{numbers.signed(share.off / 60)}</Table.Cell>
      {BURDENS.map((burden) => (
        <Table.Cell key={burden} className="office-number">
          {t("web.manager.card.share.of", {
            value: numbers.whole(share.carried[burden]),
            fair: numbers.decimal(share.fair[burden]),
          })}
        </Table.Cell>
      ))}
      <Table.Cell className="office-number">
        {share.wishes > 0
          ? t("web.office.of", { value: numbers.whole(share.granted), whole: numbers.whole(share.wishes) })
          : "–"}
      </Table.Cell>
    </Table.Row>
  );
}

function sorted(shares: Share[], by: Column, down: boolean): Share[] {
  const value = (share: Share): number => {
    if (by === "percent" || by === "off") return share[by];
    if (by === "granted") return share.wishes > 0 ? share.granted / share.wishes : -1;
    return by === "name" ? 0 : share.carried[by] - share.fair[by];
  };
  const order = (one: Share, other: Share) =>
    by === "name" ? one.name.localeCompare(other.name, "nb") : value(one) - value(other);
  return [...shares].sort((one, other) => (down ? order(other, one) : order(one, other)));
}
