import { MASK, type DriftFinding } from "../model";
import { pendingFields } from "../program/pending";
import type { Plan, PlannedStep } from "../program/plan";
import type { Aim, Reasons } from "./aim";

/**
 * The resources that the plan would not restore. Pulumi's refresh would take what is on the platform into their state, and
 * nobody would see the drift from then on.
 */
export function idleIn({ steps }: Plan, { way, findings }: Aim): Reasons {
  if (way === "accept") {
    return new Map();
  }
  const byUrn = new Map(steps.map((step) => [step.urn, step]));
  return new Map(
    [...findings].flatMap(([urn, group]) => {
      const why = whyIdle(byUrn.get(urn), group);
      return why === undefined ? [] : [[urn, why] as const];
    }),
  );
}

function whyIdle(step: PlannedStep | undefined, group: readonly DriftFinding[]): string | undefined {
  if (step === undefined) {
    return "By its preview, Pulumi would change nothing of it on the platform. The program may declare what is there by now, or ignore its changes.";
  }
  if (step.op !== "update" && step.op !== "replace") {
    return undefined;
  }
  const places = pendingFields(step).flatMap(({ path }) => path ?? []);
  const left = group.flatMap(({ path, declared, actual }) =>
    path === undefined || declared === MASK || actual === MASK || places.some((it) => isSamePlace(it, path))
      ? []
      : [path],
  );
  return left.length === 0
    ? undefined
    : `By its preview, Pulumi would leave ${left.map((it) => `\`${it}\``).join(", ")} on the platform as it is. The program may declare what is there by now, or ignore its changes.`;
}

/** The preview may know of a secret, and then names all of a field. */
function isSamePlace(planned: string, path: string): boolean {
  return planned === path || path.startsWith(`${planned}.`);
}
