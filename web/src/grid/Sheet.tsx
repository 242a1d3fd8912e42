/** The grid itself with all that floats over it and lies under it. */

import { useMemo, useRef, useState, type CSSProperties, type ReactNode } from "react";
import { split, type CoverageRow } from "./core/coverage";
import { assign, block, holds, type Made, type Spot } from "./core/making";
import { weekStarts, type Sizes } from "./core/windowing";
import type { Facts } from "./core/words";
import { useDrag } from "./drag/useDrag";
import { Body } from "./parts/Body";
import { BreachPanel } from "./parts/BreachPanel";
import { TrialText } from "./parts/Bubble";
import { CoverageRows } from "./parts/CoverageRows";
import { Floating } from "./parts/Floating";
import { HeadRows } from "./parts/HeadRows";
import { LiveRegion } from "./parts/LiveRegion";
import { ShiftMenu, type Choice } from "./parts/ShiftMenu";
import { StatusLine } from "./parts/StatusLine";
import type { DutyOf, Edit, GridShift, Judged } from "./types";
import type { Desk } from "./useDesk";
import type { Edits } from "./useEdits";
import { cellAt, useFocus } from "./useFocus";
import { useHands } from "./useHands";
import { useGoing } from "./useGoing";
import { useNarrow } from "./useNarrow";
import { useTrial } from "./useTrial";
import { useWindow } from "./useWindow";

interface Props {
  desk: Desk;
  edits: Edits;
  facts: Facts;
  needs: readonly CoverageRow[];
  shifts: readonly GridShift[];
  /** Coverage rows shown one by one. */
  most: number;
  readOnly: boolean;
  judge: (edit: Edit) => Promise<Judged>;
  dutyOf: DutyOf;
  onHelp: () => void;
}

const ROW = 28;
const NEED = 24;

export function Sheet(props: Props): ReactNode {
  const { desk, edits, facts, needs, shifts, most, readOnly, judge, dutyOf, onHelp } = props;
  const { state } = edits;
  const { verdict } = state;
  const { t, days, language } = facts;
  const { people, selection, area } = desk;
  const { active, carried } = selection;
  const scroller = useRef<HTMLDivElement>(null);
  const [main, rest] = useMemo(() => split(needs, most), [needs, most]);
  const lines = main.length + (rest.length > 0 ? 1 : 0);
  const narrow = useNarrow();
  const sizes = useMemo<Sizes>(
    () => ({ row: ROW, day: 38, name: narrow ? 132 : 262, head: 52, foot: lines * NEED }),
    [lines, narrow],
  );
  const starts = useMemo(() => weekStarts(days), [days]);
  const windowing = useWindow(scroller, sizes, people.length, days.length, starts);
  const { shown, follow } = windowing;
  const { left, right } = shown;
  const weeks = useMemo(
    () => [...starts.filter((start) => start >= left && start < right), right],
    [starts, left, right],
  );
  const focusing = useFocus(scroller, active, people.length, sizes, windowing);
  const [menu, setMenu] = useState<Spot | null>(null);
  const [choice, setChoice] = useState<Choice | null>(null);

  const open = (spot: Spot) => {
    setChoice(null);
    setMenu(spot);
  };
  const close = () => {
    setMenu(null);
    cellAt(scroller.current, active)?.focus();
  };
  const filled = ({ row, day }: Spot) => (people[row]?.cells[day] ?? "") !== "";
  const dragged = useDrag(scroller, !readOnly, {
    canDrag: (spot) => spot.row < people.length && filled(spot),
    areaOf: (spot) => (area && holds(area, spot) ? area : block(spot, spot)),
    onDrop: (from, to) => {
      focusing.wanted();
      desk.go(to);
      desk.perform(desk.putting({ area: from, how: "move" }, to));
    },
  });
  const hands = useHands({ desk, shifts, readOnly, focusing, windowing, open, onHelp, filled });
  const onGo = useGoing(desk, state, main, focusing);

  const trying = tried();
  const trial = useTrial(trying?.made ?? null, state, judge, dutyOf);
  function tried(): { made: Made; at: Spot } | null {
    if (menu && choice && "code" in choice && area)
      return { made: assign(people, state.start, area, choice.code), at: menu };
    if (dragged?.to)
      return { made: desk.putting({ area: dragged.area, how: "move" }, dragged.to), at: dragged.to };
    if (carried && active.day >= 0 && active.row < people.length)
      return { made: desk.putting(carried, active), at: active };
    return null;
  }
  const choose = (chosen: Choice) => {
    close();
    if ("code" in chosen) desk.assign(chosen.code);
    else if (chosen.act === "lock") desk.lock();
    else desk.pick(chosen.act === "pick" ? "move" : "swap");
  };
  const over = dragged?.to ? block(dragged.to, dragged.to) : null;
  const person = people[active.row];

  return (
    <>
      <div className="rg-frame">
        <div
          ref={scroller}
          role="grid"
          aria-label={t("web.grid.label")}
          aria-rowcount={people.length + lines + 2}
          aria-colcount={days.length + 1}
          aria-multiselectable="true"
          aria-readonly={readOnly}
          tabIndex={focusing.drawn ? -1 : 0}
          className="rg-scroller"
          style={variables(sizes, days.length)}
          onScroll={follow}
          onFocus={focusing.onFocus}
          onBlur={focusing.onBlur}
          {...hands}
        >
          <HeadRows
            facts={facts}
            left={shown.left}
            right={shown.right}
            before={shown.left * sizes.day}
            active={active.day}
          />
          <Body
            {...{ facts, people, shown, sizes, weeks, active, area, over }}
            marks={desk.marks}
            carried={carried?.area ?? dragged?.area ?? null}
          />
          <CoverageRows
            {...{ facts, rest }}
            rows={main}
            left={shown.left}
            right={shown.right}
            gap={shown.left * sizes.day}
            before={people.length}
            activeRow={active.row}
            activeDay={active.row < people.length ? -2 : active.day}
          />
        </div>
        {trying && !menu && trial !== null && (
          <Floating scroller={scroller} spot={trying.at} sizes={sizes}>
            <TrialText trial={trial} t={t} language={language} />
          </Floating>
        )}
        {menu && (
          <Floating scroller={scroller} spot={menu} sizes={sizes}>
            <ShiftMenu
              {...{ shifts, t }}
              current={person?.cells[active.day] ?? ""}
              locked={person?.locked.includes(days[active.day]?.date ?? "") ?? false}
              label={t("web.grid.menu", { name: person?.name ?? "" })}
              onTry={setChoice}
              onChoose={choose}
              onClose={close}
              onLeave={() => setMenu(null)}
            >
              <TrialText trial={trial} t={t} language={language} />
            </ShiftMenu>
          </Floating>
        )}
        {people.length === 0 && <p className="rg-empty">{t("web.grid.filter.none")}</p>}
      </div>
      <StatusLine
        {...{ facts, people, active, rest }}
        needs={main}
        marks={desk.marks}
        breaches={verdict.breaches}
      />
      <LiveRegion {...{ facts, verdict, trial }} said={desk.said} kept={state.kept} />
      <BreachPanel {...{ facts, onGo }} breaches={verdict.breaches} people={state.people} />
    </>
  );
}

/** These stay the same while one scrolls: a new one would restyle every cell. */
function variables(sizes: Sizes, days: number): CSSProperties {
  return {
    "--rg-name": `${sizes.name}px`,
    "--rg-day": `${sizes.day}px`,
    "--rg-total": `${sizes.name + days * sizes.day}px`,
  } as CSSProperties;
}
