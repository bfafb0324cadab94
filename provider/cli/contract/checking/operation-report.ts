import type { Binding, ContractFile } from "../../../binding/file/model";
import type { Ranges } from "../../../binding/pulling/ranges";
import { allOperations } from "../../../contract";

/**
 * `same`: as the provider has it. `renamed`: bound, under another path or with other fields. `composed`: answered from
 * another operation's list. `ambiguous`: several candidates. `missing`: the server has none. `unknown`: the file does
 * not name it.
 */
export type OperationVerdict = "same" | "renamed" | "composed" | "ambiguous" | "missing" | "unknown";

export interface OperationReport {
  readonly operation: string;
  readonly verdict: OperationVerdict;
  readonly confirmed: boolean;
  /** `POST /directory/v2/organizations`, if it is bound. */
  readonly there?: string;
  /** What to know of it: limits that are narrower there, fields that are missing, and so on. */
  readonly remarks: readonly string[];
  /** Limits and enumerations that are smaller or larger on the server; known if its documents were read. */
  readonly narrowed: readonly string[];
  readonly widened: readonly string[];
}

/** How each operation of the provider stands on the server, in the contract's order. */
export function reportOnOperations(
  { operations }: ContractFile,
  ranges: ReadonlyMap<string, Ranges> = new Map(),
): readonly OperationReport[] {
  return allOperations.map(({ key, method }) => {
    const binding = operations[key];
    const there = binding?.path === undefined ? undefined : `${binding.method ?? method} ${binding.path}`;
    return {
      operation: key,
      verdict: verdictOf(binding),
      confirmed: binding?.confirmed === true || binding?.same === true,
      ...(there === undefined ? {} : { there }),
      remarks: binding?.remarks ?? [],
      narrowed: ranges.get(key)?.narrowed ?? [],
      widened: ranges.get(key)?.widened ?? [],
    };
  });
}

function verdictOf(binding: Binding | undefined): OperationVerdict {
  if (binding === undefined) {
    return "unknown";
  }
  if (binding.same === true) {
    return "same";
  }
  if (binding.missing === true) {
    return "missing";
  }
  if (binding.foundIn !== undefined) {
    return "composed";
  }
  return binding.path === undefined && binding.candidates !== undefined ? "ambiguous" : "renamed";
}
