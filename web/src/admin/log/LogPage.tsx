import { Button, Paragraph } from "@digdir/designsystemet-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { api, told } from "../../api/client";
import { ProblemAlert } from "../../api/ProblemAlert";
import { PageTitle } from "../../app/PageTitle";
import { Waiting } from "../../app/Waiting";
import { fileName } from "../../office/csv";
import { CsvButton } from "../../office/CsvButton";
import { adminKeys } from "../keys";
import { actorText, actText } from "./act-words";
import { EntryItem } from "./EntryItem";
import { LogFilters, soughtOf } from "./LogFilters";
import { useUnitNames } from "./useUnitNames";
import { Verification } from "./Verification";

/** What was done in the service, by whom and when; searched, and checked for tampering. */
export function LogPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  return (
    <div className="page">
      <PageTitle>{t("web.admin.log")}</PageTitle>
      <Verification />
      <LogFilters search={search} change={(to) => setSearch(to, { replace: true })} />
      <Found key={search.toString()} search={search} />
    </div>
  );
}

function Found({ search }: { search: URLSearchParams }) {
  const { t } = useTranslation();
  const sought = soughtOf(search);
  const units = useUnitNames();
  const log = useInfiniteQuery({
    queryKey: adminKeys.log(sought),
    queryFn: ({ pageParam: after }) =>
      told(api.GET("/api/audit", { params: { query: { ...sought, limit: 50, after } } })),
    initialPageParam: "",
    getNextPageParam: (page) => page.next || undefined,
    staleTime: 0,
  });
  const entries = log.data?.pages.flatMap((page) => page.items);
  const heads = ["number", "at", "actor", "action", "unit", "about", "hash"].map((head) =>
    t(`web.admin.log.csv.${head}`),
  );
  return (
    <>
      {log.error && <ProblemAlert error={log.error} retry={() => void log.refetch()} />}
      {!entries && !log.error && <Waiting />}
      {entries?.length === 0 && <Paragraph>{t("web.admin.log.none")}</Paragraph>}
      {entries && entries.length > 0 && (
        <div>
          <CsvButton
            name={fileName(t("web.admin.log"))}
            label={t("web.admin.log.csv")}
            rows={() => [
              heads,
              ...entries.map((entry) => [
                ...[entry.number, entry.at, actorText(t, entry), actText(t, entry.action)],
                ...[units(entry.unit), entry.about, entry.hash],
              ]),
            ]}
          />
        </div>
      )}
      <ol className="plain-list stack-tight">
        {entries?.map((entry) => (
          <EntryItem key={entry.number} entry={entry} unit={units(entry.unit)} />
        ))}
      </ol>
      {log.hasNextPage && (
        <div>
          <Button
            variant="secondary"
            loading={log.isFetchingNextPage}
            onClick={() => void log.fetchNextPage()}
          >
            {t("web.admin.log.older")}
          </Button>
        </div>
      )}
    </>
  );
}
