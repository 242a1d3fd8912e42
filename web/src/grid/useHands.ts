/** Keys and mouse on the grid. One listener each: cells have none of their own. */

import { useRef, type HTMLAttributes, type KeyboardEvent, type MouseEvent } from "react";
import { intent, type Simple } from "./core/keys";
import { holds, type Spot } from "./core/making";
import type { GridShift } from "./types";
import type { Desk } from "./useDesk";
import { spotOf, type Focusing } from "./useFocus";
import type { Windowing } from "./useWindow";

interface Facing {
  desk: Desk;
  shifts: readonly GridShift[];
  readOnly: boolean;
  focusing: Focusing;
  windowing: Windowing;
  open: (spot: Spot) => void;
  onHelp: () => void;
  filled: (spot: Spot) => boolean;
}

type Hands = Pick<
  HTMLAttributes<HTMLElement>,
  "onKeyDown" | "onClick" | "onDoubleClick" | "onContextMenu" | "onPointerDown" | "onPointerOver"
>;

export function useHands(facing: Facing): Hands {
  const { desk, shifts, readOnly, focusing, windowing, open, onHelp, filled } = facing;
  const { selection, people, area } = desk;
  const { active, carried } = selection;
  const sweeping = useRef(false);

  const openHere = () => {
    if (area && !readOnly) open(active);
  };
  const escape = () => {
    if (carried) desk.say(desk.dropped);
    desk.carry(null);
    desk.go(active);
  };
  const acts: Record<Simple, () => void> = {
    clear: () => void desk.assign(""),
    pick: () => desk.pick("move"),
    put: desk.put,
    swap: () => (carried ? desk.put() : desk.pick("swap")),
    lock: desk.lock,
    undo: () => desk.step("undo"),
    redo: () => desk.step("redo"),
    copy: desk.copy,
    paste: () => (carried ? desk.put() : desk.paste()),
    menu: openHere,
    help: onHelp,
    escape,
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const { key, shiftKey: shift, altKey: alt } = event;
    const pressed = { key, ctrl: event.ctrlKey || event.metaKey, shift, alt };
    const found = intent(pressed, {
      ...{ selection, readOnly },
      extent: { ...desk.extent, page: windowing.page },
      codes: shifts.map((shift) => shift.code),
      now: event.timeStamp,
      last: desk.typed,
      current: people[active.row]?.cells[active.day] ?? "",
    });
    if (!found) return;
    event.preventDefault();
    desk.setTyped(found.does === "assign" ? found.typed : null);
    if (found.does === "go") {
      focusing.wanted();
      desk.go(found.to, found.extend);
    } else if (found.does === "assign") desk.assign(found.typed.code);
    else acts[found.does]();
  };
  const onClick = (event: MouseEvent) => {
    const spot = spotOf(event.target);
    if (!spot) return;
    focusing.wanted();
    desk.go(spot, event.shiftKey);
    if (carried && spot.day >= 0 && desk.perform(desk.putting(carried, spot))) desk.carry(null);
  };
  return {
    onKeyDown,
    onClick,
    onDoubleClick: (event) => {
      const spot = spotOf(event.target);
      if (spot && !readOnly && spot.day >= 0 && spot.row < people.length) open(spot);
    },
    onContextMenu: (event) => {
      const spot = spotOf(event.target);
      if (!spot || readOnly || spot.day < 0 || spot.row >= people.length) return;
      event.preventDefault();
      if (!area || !holds(area, spot)) desk.go(spot);
      open(spot);
    },
    onPointerDown: (event) => {
      const spot = spotOf(event.target);
      sweeping.current = spot !== null && event.button === 0 && !filled(spot) && !event.shiftKey;
      if (spot && sweeping.current && !carried) desk.go(spot);
    },
    onPointerOver: (event) => {
      if (!sweeping.current || event.buttons !== 1 || carried) return;
      const spot = spotOf(event.target);
      if (spot && spot.day >= 0 && spot.row < people.length) desk.go(spot, true);
    },
  };
}
