import { isDeepStrictEqual } from "node:util";
import { readPath, valueAt } from "../../lifecycle/values/leaves";
import { sealedFields } from "../comparing";
import { MASK, type DriftFinding, type DriftReport, type Repair } from "../model";
import type { OpenResource, StackState, StateResource } from "../state";
import type { Aim } from "./aim";
import { valuesToWrite } from "./values";

/** How the engine ended: not at all, because there was nothing to do or nobody agreed; or well, or with what it said. */
export type Ending = { readonly done: false } | { readonly done: true; readonly failed?: string };

/** The state before the engine ran, and the one after it. */
export interface States {
  readonly before: StackState;
  readonly after: StackState;
}

/** Joins the look afterwards with what was done. If something stays that was to be put in order, it is a failure. */
export function withOutcome(after: DriftReport, states: States, aim: Aim, ending: Ending): DriftReport {
  const [before, later] = [byUrn(states.before), byUrn(states.after)];
  const resources = [...aim.findings].map(([urn, group]) => {
    const now = later.get(urn)?.open();
    const sealed = now === undefined ? [] : sealedFields(now);
    return {
      urn,
      kind: group[0]?.kind ?? "",
      name: group[0]?.name ?? "",
      found: group.map(({ says }) => says),
      inOrder:
        !isStaying(urn, group, after) &&
        !group.some(({ path }) => sealed.some((it) => overlap(it, path))) &&
        (aim.way === "accept" || isAsDeclared(group, before.get(urn)?.open(), now)),
      ...(sealed.length === 0 ? {} : { sealed: [...sealed] }),
    };
  });
  const failed = "failed" in ending ? ending.failed : undefined;
  const repair: Repair = {
    way: aim.way,
    done: ending.done,
    ...(failed === undefined ? {} : { failed }),
    resources,
    leftAlone: [...aim.leftAlone],
    ...(ending.done && aim.way === "accept" ? { values: [...valuesToWrite(aim, states.after)] } : {}),
  };
  const isFailure = ending.done && (failed !== undefined || resources.some(({ inOrder }) => !inOrder));
  return { ...after, repair, exit: isFailure ? 1 : after.exit };
}

function byUrn({ resources }: StackState): ReadonlyMap<string, StateResource> {
  return new Map(resources.map((it) => [it.urn, it]));
}

/** Whether the look found something of the resource, or did not see it. A field that the state keeps encrypted is neither. */
function isStaying(urn: string, group: readonly DriftFinding[], { findings, notLookedAt }: DriftReport): boolean {
  const isUnseen = notLookedAt.some(
    ({ kind, urns, count, sealed }) =>
      sealed === undefined && (urns.includes(urn) || (kind === group[0]?.kind && count > urns.length)),
  );
  return isUnseen || findings.some((it) => it.urn === urn && it.type !== "pending");
}

function overlap(sealed: string, path = ""): boolean {
  return sealed === path || sealed.startsWith(`${path}.`) || path.startsWith(`${sealed}.`);
}

/**
 * Whether the state has what was declared before. If it has taken over what somebody changed by hand, the look afterwards
 * finds no drift, and nothing was restored. The program may also declare a third value by now.
 */
function isAsDeclared(
  group: readonly DriftFinding[],
  before: OpenResource | undefined,
  after: OpenResource | undefined,
): boolean {
  return (
    after !== undefined &&
    group.every(({ path, actual }) => {
      const place = readPath(path ?? "");
      const [wanted, now] = [valueAt(before?.inputs ?? {}, place), valueAt(after.inputs, place)];
      return (
        path === undefined || isDeepStrictEqual(wanted, now) || !(actual === MASK || isDeepStrictEqual(actual, now))
      );
    })
  );
}
