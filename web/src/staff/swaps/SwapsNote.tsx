import { Link as DsLink } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { awaitsMe, isOpen, useSwaps } from "./useSwaps";

/** The way to one's swaps, with how many wait for an answer; nothing where there are none. */
export function SwapsNote({ unit }: { unit: string }) {
  const { t } = useTranslation();
  const swaps = useSwaps(unit).data ?? [];
  if (swaps.length === 0) return null;
  const asked = swaps.filter(awaitsMe).length;
  const open = swaps.filter(isOpen).length;
  const key = asked > 0 ? "asked" : open > 0 ? "open" : "ended";
  return (
    <p className="panel">
      <DsLink asChild>
        <Link to="/staff/swaps">{t(`web.swaps.note.${key}`, { count: asked || open })}</Link>
      </DsLink>
    </p>
  );
}
