import { HaleconnectError } from "../../errors";
import { pendingFields } from "../program/pending";
import type { Plan, PlannedStep } from "../program/plan";
import type { Aim } from "./aim";

/** The URNs that the engine is given. It touches no other resource. */
export function targetsOf({ findings, along }: Aim): readonly string[] {
  return [...findings.keys(), ...along];
}

/**
 * What the engine is going to do, a line for each resource, in the order of the findings: the engine's own order differs
 * from run to run. To accept changes the state alone.
 */
export function planInWords({ steps, counts, warnings }: Plan, aim: Aim): readonly string[] {
  const { way } = aim;
  const places = new Map(targetsOf(aim).map((urn, index) => [urn, index]));
  const placeOf = ({ urn }: PlannedStep): number => places.get(urn) ?? places.size;
  const changes = Object.entries(counts)
    .filter(([op]) => op !== "same")
    .map(([op, count]) => `${count} to ${op}`);
  const where = way === "accept" ? ", which changes the state alone" : "";
  return [
    `Pulumi's preview of --${way}${where}: ${[...changes, `${counts["same"] ?? 0} unchanged`].join(", ")}`,
    ...[...steps]
      .sort((one, other) => placeOf(one) - placeOf(other))
      .map((step) => `  ${step.op.padEnd("replace".length)}  ${stepInWords(step)}`),
    ...warnings.map((text) => `  warning  ${text}`),
  ];
}

function stepInWords(step: PlannedStep): string {
  const fields = step.op === "update" || step.op === "replace" ? pendingFields(step) : [];
  const which = fields.length === 0 ? "" : `: ${fields.map(({ what }) => what).join(", ")}`;
  return `${step.kind.name} ${JSON.stringify(step.name)}${which}`;
}

/** Refuses a plan that failed, that touches anything else, or that deletes what the program no longer declares. */
export function refuseOtherwise({ steps, changing, errors }: Plan, aim: Aim): void {
  if (errors.length > 0) {
    throw refusal(aim, `Pulumi says: ${errors.join("; ")}`);
  }
  const targets = new Set(targetsOf(aim));
  const other = changing.find((urn) => !targets.has(urn) && !urn.includes("::pulumi:providers:"));
  if (other !== undefined) {
    throw refusal(aim, `Pulumi would change ${other} as well, which has no drift.`);
  }
  const lost = aim.way === "restore" ? steps.find(({ op }) => op === "delete") : undefined;
  if (lost !== undefined) {
    throw refusal(aim, `Pulumi would delete ${lost.urn}, which the program no longer declares.`);
  }
}

function refusal({ way }: Aim, why: string): HaleconnectError {
  return new HaleconnectError("HC8311", { where: `--${way}`, why });
}
