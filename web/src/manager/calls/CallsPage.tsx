import { Button, Paragraph, Tag } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import { ProblemAlert } from "../../api/ProblemAlert";
import { PageTitle } from "../../app/PageTitle";
import { EnteredBy } from "../../burdens/EnteredBy";
import { useCallWords } from "../../burdens/useCallWords";
import { Asked } from "../../office/Asked";
import { useManagedUnit } from "../useManagedUnit";
import { EnterCall } from "./EnterCall";
import { type Call, useCalls, useWithdrawCall } from "./useCalls";

/** Who wants extra shifts, and who is not to be called; entered here for who does not use the app. */
export function CallsPage() {
  const { t } = useTranslation();
  const unit = useManagedUnit().id;
  const calls = useCalls(unit);
  const withdraw = useWithdrawCall(unit);
  return (
    <>
      <PageTitle>{t("web.manager.unit.calls")}</PageTitle>
      <Paragraph className="quiet intro">{t("web.manager.calls.intro")}</Paragraph>
      <EnterCall unit={unit} />
      {withdraw.error && <ProblemAlert error={withdraw.error} />}
      <Asked query={calls} none={t("web.manager.calls.none")} empty={(data) => data.length === 0}>
        {(data) => (
          <ul className="plain-list entries">
            {data.map((call, number) => (
              <Row key={call.id ?? number} call={call} remove={(id) => withdraw.mutate(id)} />
            ))}
          </ul>
        )}
      </Asked>
    </>
  );
}

function Row({ call, remove }: { call: Call; remove: (id: string) => void }) {
  const { t } = useTranslation();
  const words = useCallWords();
  const { id, said } = call;
  const what = `${call.name}, ${words.span(call)}`;
  return (
    <li className="entry">
      <div className="entry-facts">
        <span className="row entry-tags">
          <strong>{call.name}</strong>
          <Tag data-size="sm" data-color={call.kind === "volunteer" ? "success" : "neutral"}>
            {t(`web.calls.short.${call.kind}`)}
          </Tag>
        </span>
        <span>{`${words.span(call)} · ${words.shifts(call)}`}</span>
        <EnteredBy call={call} />
      </div>
      {id && !said && (
        <Button
          variant="tertiary"
          data-size="sm"
          data-color="danger"
          aria-label={t("web.calls.remove_of", { what })}
          onClick={() => remove(id)}
        >
          {t("web.calls.remove")}
        </Button>
      )}
    </li>
  );
}
