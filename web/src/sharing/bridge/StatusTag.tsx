import { Tag } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import type { Used } from "./useBridge";

const COLOURS = { published: "info", calculated: "neutral", assumed: "warning" } as const;

/** What a figure is: somebody has published it, it is arithmetic, or it is assumed. */
export function StatusTag({ status }: { status: Used["status"] }) {
  const { t } = useTranslation();
  return (
    <Tag data-size="sm" data-color={COLOURS[status]}>
      {t(`web.sharing.status.${status}`)}
    </Tag>
  );
}
