import { Details } from "@digdir/designsystemet-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, told } from "../../api/client";

interface Props {
  unit: string;
  /** Changed cells by person. */
  people: Record<string, number>;
}

/** Whose days the other draft changes, and how many. */
export function ChangedPeople({ unit, people }: Props) {
  const { t } = useTranslation();
  const known = useQuery({
    queryKey: ["ward people", unit],
    queryFn: () => told(api.GET("/api/units/{unit}/ward/people", { params: { path: { unit } } })),
  });
  const names = new Map(known.data?.map((person) => [person.id, person.name]));
  const changed = Object.entries(people).sort((one, other) => other[1] - one[1]);
  if (changed.length === 0) return null;
  return (
    <Details>
      <Details.Summary>{t("web.hr.difference.people", { count: changed.length })}</Details.Summary>
      <Details.Content>
        <ul className="stack-tight">
          {changed.map(([id, count]) => (
            <li key={id}>
              {t("web.hr.difference.person", { name: names.get(id) ?? id, count })}
            </li>
          ))}
        </ul>
      </Details.Content>
    </Details>
  );
}
