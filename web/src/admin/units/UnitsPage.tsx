import { Button, Heading, Tag, Textfield } from "@digdir/designsystemet-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, told } from "../../api/client";
import { keys } from "../../api/keys";
import { ProblemAlert } from "../../api/ProblemAlert";
import { PageTitle } from "../../app/PageTitle";
import { Asked } from "../../office/Asked";
import { officeKeys, useUnits } from "../../office/questions";
import { newId } from "../../outbox/new-id";

/** All units, and a field for another. */
export function UnitsPage() {
  const { t } = useTranslation();
  const units = useUnits();
  return (
    <div className="page">
      <PageTitle>{t("web.admin.title")}</PageTitle>
      <NewUnit />
      <Asked query={units} none={t("web.admin.none")} empty={(data) => data.length === 0}>
        {(data) => (
          <ul className="plain-list stack">
            {data.map((unit) => (
              <li key={unit.id} className="panel office-card">
                <div className="office-head">
                  <strong>{unit.name}</strong>
                  <Tag data-color={unit.ward_version ? "success" : "warning"}>
                    {unit.ward_version
                      ? t("web.admin.unit.ward", { version: unit.ward_version })
                      : t("web.admin.unit.empty")}
                  </Tag>
                </div>
              </li>
            ))}
          </ul>
        )}
      </Asked>
    </div>
  );
}

function NewUnit() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [name, setName] = useState("");
  const [tried, setTried] = useState(false);
  const key = useRef(newId());
  const create = useMutation({
    mutationFn: () =>
      told(
        api.POST("/api/units", {
          params: { header: { "Idempotency-Key": key.current } },
          body: { name: name.trim() },
        }),
      ),
    onSuccess: async () => {
      key.current = newId();
      setName("");
      setTried(false);
      await client.invalidateQueries({ queryKey: officeKeys.units });
      // who is signed in knows all units by name
      await client.invalidateQueries({ queryKey: keys.me });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (name.trim()) create.mutate();
  };
  return (
    <form onSubmit={submit} className="office-form panel" noValidate>
      <Heading level={2} data-size="2xs">
        {t("web.admin.unit.new")}
      </Heading>
      <Textfield
        label={t("web.admin.unit.name")}
        description={t("web.admin.unit.how")}
        maxLength={120}
        value={name}
        error={tried && !name.trim() ? t("web.admin.needed") : undefined}
        onChange={(event) => {
          key.current = newId();
          setName(event.target.value);
        }}
      />
      {create.error && <ProblemAlert error={create.error} />}
      <div className="row">
        <Button type="submit" loading={create.isPending}>
          {t("web.admin.unit.create")}
        </Button>
        <span role="status">
          {create.data && !name && t("web.admin.unit.made", { name: create.data.name })}
        </span>
      </div>
    </form>
  );
}
