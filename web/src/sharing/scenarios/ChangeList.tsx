import { Button, Heading, Paragraph } from "@digdir/designsystemet-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNumbers } from "../../manager/roster/numbers";
import { blank, KINDS } from "./changes/blank";
import { ChangeDialog } from "./changes/ChangeDialog";
import { useChangeWords } from "./changes/useChangeWords";
import { type Change, type Effects, givenOf, type Materials, type Scenario, useScenarioChanges } from "./useScenarios";

interface Props {
  scenario: Scenario;
  materials: Materials;
  faults: Effects["faults"];
}

interface Edited {
  change: Change;
  /** Its place, or none for a new one. */
  place?: number;
}

/** A scenario's changes in order, what is wrong with each, and new ones. */
export function ChangeList({ scenario, materials, faults }: Props) {
  const { t } = useTranslation();
  const [edited, setEdited] = useState<Edited>();
  const { save } = useScenarioChanges(scenario);
  const keep = (changes: Change[]) =>
    save.mutate(givenOf(scenario, { changes }), { onSuccess: () => setEdited(undefined) });
  const { changes } = scenario;
  const others = (place?: number) => changes.filter((_, number) => number !== place);
  return (
    <section className="panel" aria-labelledby="changes">
      <Heading level={3} data-size="2xs" id="changes">{t("web.sharing.scenario.changes")}</Heading>
      {changes.length === 0 && <Paragraph>{t("web.sharing.scenario.changes.none")}</Paragraph>}
      <ol className="scenario-changes">
        {changes.map((change, place) => (
          <ChangeItem
            key={place}
            change={change}
            number={place + 1}
            materials={materials}
            faults={faults.filter((fault) => fault.change === place)}
            edit={() => setEdited({ change, place })}
            up={place > 0 ? () => keep(moved(changes, place)) : undefined}
          />
        ))}
      </ol>
      <strong id="scenario-add">{t("web.sharing.scenario.add")}</strong>
      <div className="row" role="group" aria-labelledby="scenario-add">
        {KINDS.filter((kind) => kind !== "share_staff" || materials.units.length > 1).map((kind) => (
          <Button
            key={kind}
            variant="secondary"
            data-size="sm"
            onClick={() => {
              save.reset();
              setEdited({ change: blank(kind, materials) });
            }}
          >
            {t(`web.sharing.scenario.add.${kind}`)}
          </Button>
        ))}
      </div>
      {edited && (
        <ChangeDialog
          change={edited.change}
          fresh={edited.place === undefined}
          materials={materials}
          saving={save.isPending}
          error={save.error}
          keep={(change) =>
            keep(edited.place === undefined ? [...changes, change] : changes.map((one, n) => (n === edited.place ? change : one)))
          }
          remove={() => keep(others(edited.place))}
          close={() => setEdited(undefined)}
        />
      )}
    </section>
  );
}

/** Changes with one of them a place earlier. */
function moved(changes: readonly Change[], place: number): Change[] {
  const [one, before] = [changes[place], changes[place - 1]];
  return changes.map((change, n) => (n === place && before ? before : n === place - 1 && one ? one : change));
}

interface ItemProps {
  change: Change;
  number: number;
  materials: Materials;
  faults: Effects["faults"];
  edit: () => void;
  up?: () => void;
}

function ChangeItem({ change, number, materials, faults, edit, up }: ItemProps) {
  const { t } = useTranslation();
  const { kroner } = useNumbers();
  const says = useChangeWords(materials)(change);
  return (
    <li className="office-item stack-tight">
      <strong>{t("web.sharing.scenario.change.number", { number, kind: t(`web.sharing.scenario.kind.${change.kind}`) })}</strong>
      <span>{says}</span>
      {(change.reason || change.one_off_nok > 0) && (
        <span className="quiet">
          {[change.reason, change.one_off_nok > 0 && t("web.sharing.scenario.one_off.is", { nok: kroner(change.one_off_nok) })]
            .filter(Boolean)
            .join(" · ")}
        </span>
      )}
      {faults.map((fault) => (
        <span key={fault.text} className="wrong">{fault.text}</span>
      ))}
      <span className="row">
        <Button variant="tertiary" data-size="sm" aria-label={t("web.sharing.scenario.change.edit_of", { what: says })} onClick={edit}>
          {t("web.sharing.scenario.change.edit")}
        </Button>
        {up && (
          <Button variant="tertiary" data-size="sm" aria-label={t("web.sharing.scenario.change.up_of", { what: says })} onClick={up}>
            {t("web.sharing.scenario.change.up")}
          </Button>
        )}
      </span>
    </li>
  );
}
