import type { DriftReport, Repair } from "../model";
import { counted } from "./words";

/** One part of what --restore or --accept did: a heading, and a line for each thing. */
export interface RepairPart {
  readonly title: string;
  readonly lines: readonly string[];
}

/** What --restore or --accept did, as every form for people tells it. */
export function repairParts({ repair }: DriftReport): readonly RepairPart[] {
  if (repair === undefined) {
    return [];
  }
  const { resources, leftAlone, values = [], failed } = repair;
  return [
    { title: titleOf(repair), lines: resources.map((it) => resourceInWords(it, repair)) },
    ...part("Pulumi failed", failed === undefined ? [] : [failed]),
    ...part(
      "Left alone",
      leftAlone.map(({ says, why }) => `${says}. ${why}`),
    ),
    ...part(
      "Write this into the program, or the next `pulumi up` brings the former values back",
      values.map(({ says }) => says),
    ),
  ];
}

function part(title: string, lines: readonly string[]): readonly RepairPart[] {
  return lines.length === 0 ? [] : [{ title, lines }];
}

function titleOf({ way, done, resources }: Repair): string {
  if (resources.length === 0) {
    return `Nothing to ${way}`;
  }
  if (!done) {
    return `Nothing was changed: nobody agreed to ${way} ${counted(resources.length, "resource")}`;
  }
  const inOrder = resources.filter((it) => it.inOrder).length;
  const verb = way === "restore" ? "Restored" : "Accepted";
  return `${verb}: ${inOrder} of ${counted(resources.length, "resource")} ${resources.length === 1 ? "is" : "are"} in order`;
}

function resourceInWords({ found, inOrder, sealed = [] }: Repair["resources"][number], { done }: Repair): string {
  const state = !done ? "untouched" : inOrder ? "in order" : "not in order";
  const unseen = sealed.map((it) => `\`${it}\``).join(", ");
  return `${state}: ${found.join("; ")}${unseen === "" ? "" : ` (not compared, because the state keeps it encrypted: ${unseen})`}`;
}
