import { z } from "zod";
import type { Kind, Values } from "../../kinds";
import { partsOfUrn } from "../state";
import { saidOnOneLine } from "./said";

/** What the engine is going to do to one resource of this package. */
export interface PlannedStep {
  readonly op: PlannedOp;
  readonly urn: string;
  readonly kind: Kind;
  readonly name: string;
  /** The id of the object, if there is one. */
  readonly id: string | undefined;
  /** What the state has. Secrets are masked. */
  readonly before: Side;
  /** What the program declares. Secrets are masked. */
  readonly after: Side;
}

export type PlannedOp = "create" | "update" | "replace" | "delete";

interface Side {
  readonly inputs: Values;
  readonly outputs: Values;
}

/** What a preview of the engine says. */
export interface Plan {
  /** One step for each resource of this package that changes. */
  readonly steps: readonly PlannedStep[];
  /** The URNs of all that changes, of other packages too. */
  readonly changing: readonly string[];
  /** How many resources get which treatment, in the engine's words: `update`, `same`. */
  readonly counts: Readonly<Record<string, number>>;
  /** What the engine and the provider warn of. */
  readonly warnings: readonly string[];
  /** Why the preview failed; none: it succeeded. */
  readonly errors: readonly string[];
}

const values = z.record(z.string(), z.unknown());

const stateModel = z.object({ id: z.string().optional(), inputs: values.optional(), outputs: values.optional() });

const previewModel = z.object({
  steps: z
    .array(
      z.object({
        op: z.string(),
        urn: z.string(),
        oldState: stateModel.nullish(),
        newState: stateModel.nullish(),
      }),
    )
    .nullish(),
  changeSummary: z.record(z.string(), z.number()).nullish(),
  diagnostics: z.array(z.object({ severity: z.string(), message: z.string() })).nullish(),
});

type Step = NonNullable<z.output<typeof previewModel>["steps"]>[number];

/** The engine's words for a step. A replacement has several, of which the first that comes names it. */
const ops: Readonly<Record<string, PlannedOp>> = {
  create: "create",
  update: "update",
  delete: "delete",
  replace: "replace",
  "create-replacement": "replace",
  "delete-replaced": "replace",
};

/** Reads what `pulumi preview --json` printed; undefined: it printed something else. */
export function readPlan(text: string, kindNamed: (name: string) => Kind | undefined): Plan | undefined {
  const parsed = previewModel.safeParse(jsonIn(text));
  if (!parsed.success) {
    return undefined;
  }
  const { steps, diagnostics, changeSummary } = parsed.data;
  const found = new Map<string, readonly [op: PlannedOp, step: Step]>();
  for (const step of steps ?? []) {
    const op = ops[step.op];
    if (op !== undefined && found.get(step.urn)?.[0] !== "replace") {
      found.set(step.urn, [op, step]);
    }
  }
  const said = (severity: string): readonly string[] =>
    (diagnostics ?? []).filter((it) => it.severity === severity).map(({ message }) => saidOnOneLine(message));
  return {
    steps: [...found.values()].flatMap(([op, step]) => plannedStep(op, step, kindNamed) ?? []),
    changing: [...found.keys()],
    counts: changeSummary ?? {},
    warnings: said("warning"),
    errors: said("error"),
  };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The engine prints no document if it fails before it begins.
    return undefined;
  }
}

function plannedStep(
  op: PlannedOp,
  { urn, oldState, newState }: Step,
  kindNamed: (name: string) => Kind | undefined,
): PlannedStep | undefined {
  const { kindName, name } = partsOfUrn(urn);
  const kind = kindNamed(kindName);
  const id = oldState?.id ?? "";
  return kind === undefined
    ? undefined
    : { op, urn, kind, name, id: id === "" ? undefined : id, before: sideOf(oldState), after: sideOf(newState) };
}

function sideOf(state: Step["oldState"]): Side {
  return { inputs: state?.inputs ?? {}, outputs: state?.outputs ?? {} };
}
