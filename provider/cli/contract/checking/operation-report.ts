import type { Binding, ContractFile } from "../../../binding/file/model";
import type { Ranges } from "../../../binding/pulling/ranges";
import { allOperations } from "../../../contract";
import type { OperationReport, OperationVerdict } from "./report-type";

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
  return binding.path === undefined && (binding.candidates ?? binding.chosen) !== undefined ? "ambiguous" : "renamed";
}
