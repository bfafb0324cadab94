import type { DriftReport, Repair } from "../model";
import type { StackState } from "../state";
import type { Aim } from "./aim";
import { valuesToWrite } from "./values";

/** How the engine ended: not at all, because there was nothing to do or nobody agreed; or well, or with what it said. */
export type Ending = { readonly done: false } | { readonly done: true; readonly failed?: string };

/** Joins the look afterwards with what was done. If something stays that was to be put in order, it is a failure. */
export function withOutcome(after: DriftReport, state: StackState, aim: Aim, ending: Ending): DriftReport {
  const staying = new Set([
    ...after.findings.filter(({ type }) => type !== "pending").flatMap(({ urn }) => urn ?? []),
    ...after.notLookedAt.flatMap(({ urns }) => urns),
  ]);
  const resources = [...aim.findings].map(([urn, group]) => ({
    urn,
    kind: group[0]?.kind ?? "",
    name: group[0]?.name ?? "",
    found: group.map(({ says }) => says),
    inOrder: !staying.has(urn),
  }));
  const failed = "failed" in ending ? ending.failed : undefined;
  const repair: Repair = {
    way: aim.way,
    done: ending.done,
    ...(failed === undefined ? {} : { failed }),
    resources,
    leftAlone: [...aim.leftAlone],
    ...(ending.done && aim.way === "accept" ? { values: [...valuesToWrite(aim, state)] } : {}),
  };
  const isFailure = ending.done && (failed !== undefined || resources.some(({ inOrder }) => !inOrder));
  return { ...after, repair, exit: isFailure ? 1 : after.exit };
}
