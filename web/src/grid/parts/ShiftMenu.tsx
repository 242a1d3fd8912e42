/** The small menu on a cell: its possible shifts, and what else can be done with it. */

import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import type { GridShift, Translate } from "../types";

export type Choice = { code: string } | { act: "lock" | "pick" | "swap" };

interface Props {
  shifts: readonly GridShift[];
  current: string;
  locked: boolean;
  t: Translate;
  label: string;
  children: ReactNode;
  onTry: (choice: Choice | null) => void;
  onChoose: (choice: Choice) => void;
  onClose: () => void;
  /** The focus went elsewhere. */
  onLeave: () => void;
}

interface Item {
  choice: Choice;
  key: string;
  text: string;
  note: string;
  kind: string;
  checked: boolean | null;
}

function itemsOf({ shifts, current, locked, t }: Props): Item[] {
  const codes = shifts.map((shift) => ({
    choice: { code: shift.code },
    key: shift.code,
    text: shift.name || shift.code,
    note: `${shift.start}–${shift.end}`,
    kind: shift.kind,
    checked: shift.code === current,
  }));
  const free = {
    choice: { code: "" },
    key: "–",
    text: t("web.grid.menu.off"),
    note: "",
    kind: "free",
    checked: current === "",
  };
  const acts = (["pick", "swap", "lock"] as const).map((act) => ({
    choice: { act },
    key: "",
    text: t(act === "lock" && locked ? "web.grid.menu.unlock" : `web.grid.menu.${act}`),
    note: "",
    kind: "act",
    checked: null,
  }));
  return [...codes, free, ...acts];
}

export function ShiftMenu(props: Props): ReactNode {
  const { label, children, onTry, onChoose, onClose, onLeave } = props;
  const items = itemsOf(props);
  const start = Math.max(0, items.findIndex((item) => item.checked));
  const [at, setAt] = useState(start);
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const node = list.current?.querySelectorAll<HTMLElement>("[role^=menuitem]")[at];
    node?.focus();
  }, [at]);

  const turn = (next: number) => {
    const number = (next + items.length) % items.length;
    setAt(number);
    onTry(items[number]?.choice ?? null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: items.length - 1,
    };
    const next = step[event.key];
    const letter = event.key.toLowerCase();
    if (next !== undefined) turn(next);
    else if (event.key === "Escape" || event.key === "Tab") onClose();
    else if (event.key === "Enter" || event.key === " ") onChoose(items[at]?.choice ?? { code: "" });
    else if (event.key.length === 1) {
      const order = items.map((_, n) => (at + 1 + n) % items.length);
      const found = order.find((n) => items[n]?.key.toLowerCase().startsWith(letter));
      if (found !== undefined) turn(found);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className="rg-menu">
      <div
        ref={list}
        role="menu"
        tabIndex={-1}
        aria-label={label}
        onKeyDown={onKeyDown}
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget)) onLeave();
        }}
      >
        {items.map((item, n) => (
          <button
            key={item.key + item.text}
            type="button"
            role={item.checked === null ? "menuitem" : "menuitemradio"}
            aria-checked={item.checked ?? undefined}
            tabIndex={n === at ? 0 : -1}
            className={item.kind === "act" ? "rg-act" : undefined}
            onPointerEnter={() => turn(n)}
            onClick={() => onChoose(item.choice)}
          >
            {item.key && <span className={`rg-chip rg-${item.kind}`}>{item.key}</span>}
            <span>{item.text}</span>
            {item.note && <small>{item.note}</small>}
          </button>
        ))}
      </div>
      {children}
    </div>
  );
}
