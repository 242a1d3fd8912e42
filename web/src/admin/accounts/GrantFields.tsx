import { Button, Field, Fieldset, Label, Paragraph, Select, ValidationMessage } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import { useUnits } from "../../office/questions";
import type { Role } from "../../session/areas";
import { EVERYWHERE, faultsOf, type GrantDraft, type GrantFault, ROLES, withAnother } from "./grants";
import { PersonChoice } from "./PersonChoice";

interface Props {
  drafts: GrantDraft[];
  change: (drafts: GrantDraft[]) => void;
  /** Whether what is missing is told already. */
  tried: boolean;
}

/** The roles of an account: in which unit, and who an employee is there. */
export function GrantFields({ drafts, change, tried }: Props) {
  const { t } = useTranslation();
  const units = useUnits();
  const faults = faultsOf(drafts);
  const only = units.data?.length === 1 ? units.data[0]?.id : undefined;
  return (
    <Fieldset>
      <Fieldset.Legend>{t("web.admin.roles")}</Fieldset.Legend>
      <Fieldset.Description>{t("web.admin.roles.how")}</Fieldset.Description>
      {drafts.length === 0 && <Paragraph>{t("web.admin.account.no_roles")}</Paragraph>}
      {drafts.map((draft, number) => (
        <OneGrant
          key={draft.id}
          draft={draft}
          number={number + 1}
          units={units.data ?? []}
          fault={tried ? (faults[number] ?? null) : null}
          change={(to) => change(drafts.map((one) => (one.id === to.id ? to : one)))}
          remove={() => change(drafts.filter((one) => one.id !== draft.id))}
        />
      ))}
      <div>
        <Button
          type="button"
          variant="secondary"
          data-size="sm"
          onClick={() => change(withAnother(drafts, only ?? ""))}
        >
          {t("web.admin.roles.add")}
        </Button>
      </div>
    </Fieldset>
  );
}

interface OneProps {
  draft: GrantDraft;
  number: number;
  units: { id: string; name: string }[];
  fault: GrantFault | null;
  change: (draft: GrantDraft) => void;
  remove: () => void;
}

function OneGrant({ draft, number, units, fault, change, remove }: OneProps) {
  const { t } = useTranslation();
  const { role, unit } = draft;
  return (
    <div className="office-item stack-tight" role="group" aria-label={t("web.admin.role.number", { number })}>
      <div className="admin-grant">
        <Field>
          <Label>{t("web.admin.role")}</Label>
          <Select
            value={role}
            onChange={(event) => change({ ...draft, role: event.target.value as Role })}
          >
            {ROLES.map((one) => (
              <Select.Option key={one} value={one}>
                {t(`web.office.role.${one}`)}
              </Select.Option>
            ))}
          </Select>
        </Field>
        {!EVERYWHERE.has(role) && (
          <Field>
            <Label>{t("web.admin.role.unit")}</Label>
            <Select
              value={unit}
              aria-invalid={fault === "unit"}
              onChange={(event) => change({ ...draft, unit: event.target.value, person: "" })}
            >
              <Select.Option value="">{t("web.admin.choose")}</Select.Option>
              {units.map((one) => (
                <Select.Option key={one.id} value={one.id}>
                  {one.name}
                </Select.Option>
              ))}
            </Select>
          </Field>
        )}
        {role === "employee" && unit && (
          <PersonChoice
            unit={unit}
            person={draft.person}
            invalid={fault === "person"}
            choose={(person) => change({ ...draft, person })}
          />
        )}
        <Button type="button" variant="tertiary" data-color="danger" onClick={remove}>
          {t("web.admin.role.remove")}
        </Button>
      </div>
      {EVERYWHERE.has(role) && <span className="quiet">{t("web.admin.role.everywhere")}</span>}
      {fault && <ValidationMessage>{t(`web.admin.role.fault.${fault}`)}</ValidationMessage>}
    </div>
  );
}
