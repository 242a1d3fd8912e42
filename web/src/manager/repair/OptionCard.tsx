import { Button, Heading, Tag } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import { useFormats } from "../../texts/useFormats";
import { useNumbers } from "../roster/numbers";
import { OptionBill } from "./OptionBill";
import type { Option, Repair } from "./useRepair";
import { fillWords, noticeWords } from "./words";

interface Props {
  repair: Repair;
  option: Option;
  choose: () => void;
}

/** One way out: who does what, what it costs, and all the rest on request. */
export function OptionCard({ repair, option, choose }: Props) {
  const { t } = useTranslation();
  const formats = useFormats();
  const title = `option-${option.place}`;
  return (
    <li className="panel option" aria-labelledby={title}>
      <Heading level={3} data-size="2xs" id={title}>
        {option.place}. {t(`web.manager.repair.favours.${option.favours}`)}
      </Heading>
      <ul className="plain-list stack-tight">
        {option.fills.map((one, n) => (
          <li key={n} className="stack-tight">
            <span>{fillWords(t, formats, repair.names, one.fill)}</span>
            <FillFacts one={one} />
          </li>
        ))}
      </ul>
      <OptionFacts option={option} />
      {option.uncovered.length > 0 && (
        <Tag data-color="danger">{t("web.manager.repair.uncovered", { count: option.uncovered.length })}</Tag>
      )}
      <OptionBill repair={repair} option={option} />
      <div className="option-choose">
        <Button onClick={choose}>{t("web.manager.repair.choose", { number: option.place })}</Button>
      </div>
    </li>
  );
}

function FillFacts({ one }: { one: Option["fills"][number] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const facts = [
    one.precedence && t(`web.manager.repair.precedence.${one.precedence}`),
    one.fill.pay && t(`web.manager.repair.paid.${one.fill.pay}`),
  ].filter(Boolean);
  return (
    <>
      {facts.length > 0 && <span className="quiet">{facts.join(" · ")}</span>}
      {one.new_rest.map((rest) => (
        <Tag key={rest.f1} data-size="sm" data-color="warning">
          {t("web.manager.repair.new_rest", {
            date: formats.day(rest.f1),
            start: `${formats.day(rest.start.slice(0, 10))} ${rest.start.slice(11, 16)}`,
            end: `${formats.day(rest.end.slice(0, 10))} ${rest.end.slice(11, 16)}`,
            hours: formats.hours(rest.minutes),
          })}
        </Tag>
      ))}
    </>
  );
}

function OptionFacts({ option }: { option: Option }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const numbers = useNumbers();
  const people = new Set(option.changes.map((one) => one.person)).size;
  const how = option.points < 0 ? "better" : option.points > 0 ? "worse" : "same";
  const facts = [
    ["cost", numbers.kroner(option.ore / 100)],
    ["notice", noticeWords(t, formats, option.notice)],
    ["people", numbers.whole(people)],
    ["points", t(`web.manager.repair.points.${how}`, { points: numbers.whole(Math.abs(option.points)) })],
  ] as const;
  return (
    <dl className="facts option-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{t(`web.manager.repair.${name}`)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
