import type { Values } from "../../../provider/kinds";
import { writeMemory } from "../../../provider/lifecycle/remembering/memory";
import { urnOf } from "./exported";

/** A step as `pulumi preview --json` prints it. */
export interface PreviewStep {
  readonly op: string;
  readonly urn: string;
  readonly oldState?: Readonly<Record<string, unknown>>;
  readonly newState?: Readonly<Record<string, unknown>>;
}

export function step(
  op: string,
  kind: string,
  name: string,
  { before, after, id }: { readonly before?: Values; readonly after?: Values; readonly id?: string } = {},
): PreviewStep {
  const state = (values: Values): Record<string, unknown> => {
    const __state = writeMemory({ declared: Object.keys(values) });
    return { urn: urnOf(kind, name), inputs: values, outputs: { ...values, __state } };
  };
  return {
    op,
    urn: urnOf(kind, name),
    ...(before === undefined ? {} : { oldState: { ...state(before), id: id ?? "2" } }),
    ...(after === undefined ? {} : { newState: state(after) }),
  };
}

/** What `pulumi preview --json` prints. */
export function previewOf(
  steps: readonly PreviewStep[],
  diagnostics: readonly { readonly severity: string; readonly message: string }[] = [],
): string {
  const changeSummary: Record<string, number> = {};
  steps.forEach(({ op }) => (changeSummary[op] = (changeSummary[op] ?? 0) + 1));
  return JSON.stringify({ steps, diagnostics, duration: 1, changeSummary });
}
