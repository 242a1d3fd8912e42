import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ProblemAlert } from "../../../api/ProblemAlert";
import { EditDialog } from "../../../manager/form/EditDialog";
import { NumberField, TextField } from "../../../manager/form/Fields";
import { InView } from "../../../manager/form/InView";
import type { Change, Materials } from "../useScenarios";
import { check } from "./check";
import { FIELDS, type FieldsProps } from "./fields";

interface Props {
  change: Change;
  fresh: boolean;
  materials: Materials;
  saving: boolean;
  error: unknown;
  keep: (change: Change) => void;
  remove: () => void;
  close: () => void;
}

/** One change of a scenario in a form of its own. */
export function ChangeDialog({ change, fresh, materials, saving, error, keep, remove, close }: Props) {
  const { t } = useTranslation();
  const [value, setValue] = useState(change);
  const [tried, setTried] = useState(false);
  const wrong = check(value, materials);
  const faulty = Object.keys(wrong).length > 0;
  const told = (field: string) => (tried && wrong[field] ? t(wrong[field]) : undefined);
  const alter = (part: Partial<Change>) => setValue({ ...value, ...part } as Change);
  const Fields = FIELDS[value.kind] as (props: FieldsProps) => React.JSX.Element;
  return (
    <EditDialog
      title={t(`web.sharing.scenario.kind.${value.kind}`)}
      save={() => {
        setTried(true);
        if (!faulty) keep(value);
      }}
      saving={saving}
      touched={value !== change}
      close={close}
      beside={
        !fresh && (
          <Button type="button" variant="tertiary" data-color="danger" onClick={remove}>
            {t("web.sharing.scenario.change.remove")}
          </Button>
        )
      }
    >
      <p className="quiet">{t(`web.sharing.scenario.kind.${value.kind}.hint`)}</p>
      <Fields value={value} change={alter} wrong={told} materials={materials} />
      <div className="fields">
        <NumberField
          whole
          label={t("web.sharing.scenario.one_off")}
          hint={t("web.sharing.scenario.one_off.hint")}
          suffix="kr"
          value={value.one_off_nok}
          error={told("one_off_nok")}
          change={(nok) => alter({ one_off_nok: nok ?? 0 })}
        />
        <TextField
          label={t("web.sharing.scenario.reason")}
          most={300}
          value={value.reason}
          change={(reason) => alter({ reason })}
        />
      </div>
      {tried && faulty && (
        <InView>
          <p className="wrong" role="alert">{t("web.manager.form.look")}</p>
        </InView>
      )}
      {error !== null && <ProblemAlert error={error} />}
    </EditDialog>
  );
}
