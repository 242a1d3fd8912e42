import { Button, Heading, Paragraph, Tag } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import { ProblemAlert } from "../../api/ProblemAlert";
import { PageTitle } from "../../app/PageTitle";
import { EnteredBy } from "../../burdens/EnteredBy";
import { useCallWords } from "../../burdens/useCallWords";
import { Asked } from "../../office/Asked";
import { WishTabs } from "../wishes/WishTabs";
import { CallForm } from "./CallForm";
import { type Call, useMyCalls, useTakeBack } from "./useCalls";
import "../wishes/wishes.css";

/** When one wants extra shifts, and when nobody is to call. */
export default function CallsPage({ unit }: { unit: string }) {
  const { t } = useTranslation();
  const calls = useMyCalls(unit);
  const takeBack = useTakeBack(unit);
  return (
    <>
      <PageTitle>{t("web.calls.title")}</PageTitle>
      <WishTabs />
      <Paragraph className="quiet">{t("web.calls.how")}</Paragraph>
      {takeBack.error && <ProblemAlert error={takeBack.error} />}
      <Asked query={calls} none={t("web.calls.none")} empty={(data) => data.length === 0}>
        {(data) => (
          <ul className="plain-list shift-days">
            {data.map((call, number) => (
              <CallRow key={call.id ?? number} call={call} remove={(id) => takeBack.mutate(id)} />
            ))}
          </ul>
        )}
      </Asked>
      <section className="panel" aria-labelledby="new-call">
        <Heading level={2} data-size="2xs" id="new-call">
          {t("web.calls.new")}
        </Heading>
        <CallForm unit={unit} />
      </section>
    </>
  );
}

function CallRow({ call, remove }: { call: Call; remove: (id: string) => void }) {
  const { t } = useTranslation();
  const words = useCallWords();
  const { id } = call;
  return (
    <li className="wish-row">
      <div className="stack-tight">
        <span className="row wish-tags">
          <Tag data-size="sm" data-color={call.kind === "volunteer" ? "success" : "neutral"}>
            {t(`web.calls.short.${call.kind}`)}
          </Tag>
          {words.shifts(call)}
        </span>
        <strong>{words.span(call)}</strong>
        <EnteredBy call={call} />
      </div>
      {id && (
        <Button
          variant="tertiary"
          data-size="sm"
          data-color="danger"
          aria-label={t("web.calls.remove_of", { what: words.span(call) })}
          onClick={() => remove(id)}
        >
          {t("web.calls.remove")}
        </Button>
      )}
    </li>
  );
}
