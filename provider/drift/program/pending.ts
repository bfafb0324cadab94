import type { Kind, Values } from "../../kinds";
import { differences } from "../../lifecycle/comparing/compare";
import { fateOf, memoryOf } from "../../lifecycle/remembering/state";
import { stateOf } from "../../lifecycle/remembering/untold";
import { splitInputs } from "../../lifecycle/values/inputs";
import { containsUnknown } from "../../lifecycle/values/unknown";
import { isHidden, placeOf } from "../../lifecycle/values/veil";
import { inCode } from "../code";
import { fileIn, isOfFile } from "../comparing";
import { placeInTenant, placeOfNew } from "../facts";
import { MASK, type DriftFinding } from "../model";
import type { Names } from "../names";
import type { PlannedOp, PlannedStep } from "./plan";
import { declaredOf, isMasked, shown } from "./values";

const changes = { create: "added", update: "changed", replace: "changed", delete: "removed" } as const satisfies Record<
  PlannedOp,
  DriftFinding["change"]
>;

/** What the program declares and nobody has deployed yet: one finding for each field, or for an object as a whole. */
export function pendingFindings(steps: readonly PlannedStep[], names: Names): readonly DriftFinding[] {
  return steps.flatMap((step): readonly DriftFinding[] => {
    const { kind, op, id, before, after } = step;
    const { declared } = splitInputs(kind, op === "delete" ? before.inputs : after.inputs);
    const whole = wholeOf(step, declared);
    const common = {
      type: "pending",
      change: changes[op],
      kind: kind.name,
      name: step.name,
      id: id ?? step.urn,
      urn: step.urn,
      ...(id === undefined
        ? placeOfNew(kind, known(declared), names)
        : placeInTenant(kind, id, { ...before.outputs, ...known(declared) }, names)),
      up: consequenceOf(step),
    } as const;
    const fields = op === "update" || op === "replace" ? pendingFields(step) : [];
    return fields.length === 0
      ? [{ ...common, ...whole, says: sentence(step) }]
      : fields.map(({ what, ...field }) => ({ ...common, ...field, says: sentence(step, what) }));
  });
}

function wholeOf({ op, kind }: PlannedStep, declared: Values): Pick<DriftFinding, "declared"> {
  return op === "create" ? { declared: shown(declaredOf(kind, declared)) } : {};
}

/** What the preview knows: an object that is yet to be made has no place in the tenant. */
function known(declared: Values): Values {
  return Object.fromEntries(Object.entries(declared).filter(([, value]) => !containsUnknown(value)));
}

/** The fields that differ between the state and the program, with both values, and in words what each is. */
export function pendingFields({ kind, before, after }: PlannedStep) {
  const inputs = splitInputs(kind, after.inputs);
  const { declared } = inputs;
  const old = before.outputs;
  return differences(kind, stateOf(kind, old, declared), declared, memoryOf(old).declared).map(
    ({ path, actual, declared: wanted }) => {
      const hide = isHidden(kind, path, inputs) || isWriteOnly(kind, path) || isMasked(actual) || isMasked(wanted);
      const place = placeOf(kind, path, inputs);
      const what = isOfFile(kind, path) && !hide ? `content of the file ${inCode(fileIn(kind, path))}` : inCode(place);
      return { what, path: place, ...side("declared", wanted, hide), ...side("actual", actual, hide) };
    },
  );
}

/** The platform never shows such a value, and neither does a report. */
function isWriteOnly({ inputs }: Kind, [field = ""]: readonly string[]): boolean {
  return inputs[field]?.mark === "writeOnly";
}

function side(name: "declared" | "actual", value: unknown, hide: boolean): Partial<DriftFinding> {
  return value === undefined || value === null ? {} : { [name]: hide ? MASK : shown(value) };
}

function sentence({ op, kind, name }: PlannedStep, what?: string): string {
  const whose = `${kind.name} ${JSON.stringify(name)}`;
  switch (op) {
    case "create":
      return `${whose} is declared, and not deployed yet`;
    case "delete":
      return `${whose} is no longer declared, and still deployed`;
    default:
      return `${whose} has a change that is not deployed yet${what === undefined ? "" : `: ${what}`}`;
  }
}

const fates = {
  delete: "and deletes the object",
  deactivate: "and deactivates the object",
  retain: "and leaves the object on the platform",
  restore: "and gives the object its former values back",
} as const;

function consequenceOf({ op, kind, before }: PlannedStep): DriftFinding["up"] {
  const says = {
    create: "`pulumi up` creates the object.",
    update: "`pulumi up` sets the declared value.",
    replace: "`pulumi up` replaces the object.",
    delete: `\`pulumi up\` removes the resource ${fates[fateOf(kind, before.outputs)]}.`,
  } as const satisfies Record<PlannedOp, string>;
  return { plain: op, refreshed: op, says: says[op] };
}
