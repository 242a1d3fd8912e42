import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "react-router";
import { api, told } from "../api/client";
import { keys } from "../api/keys";

const EVERY = 60_000; // ms between questions; the service does not take them for a sign of life
const MOST = 99;

/** The way to one's notices, with the number of those that are new. */
export function Bell() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const { data, refetch } = useQuery({
    queryKey: keys.unseen,
    queryFn: () => told(api.GET("/api/notices/unseen")),
    refetchInterval: () => navigator.onLine && EVERY,
  });
  useEffect(() => {
    if (navigator.onLine) void refetch({ cancelRefetch: false });
  }, [pathname, refetch]);
  const count = data?.count ?? 0;
  const shown = count > MOST ? t("web.bell.many") : String(count);
  return (
    <Link
      to="/notices"
      className="bell"
      aria-label={count ? t("web.bell.new", { count, shown }) : t("web.bell")}
    >
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d="M6 17V11a6 6 0 0 1 12 0v6l1.5 2h-15zM10 21.5h4M12 3v2" />
      </svg>
      {count > 0 && (
        <span className="bell-count" aria-hidden="true">
          {shown}
        </span>
      )}
    </Link>
  );
}
