import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Schemas } from "../../../api/client";

type Place = Schemas["StepShape"]["place"];

/** The page where a thing is changed; what lies in a draft is changed in the grid. */
export function PlaceLink({ place }: { place: Place }) {
  const { t } = useTranslation();
  if (place === "locks") return null;
  return (
    <Link className="ds-link" to={`/manager/unit/${place}`}>
      {t(`web.manager.why.place.${place}`)}
    </Link>
  );
}
