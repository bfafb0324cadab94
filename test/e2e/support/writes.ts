import { allOperations, isWrite } from "../../../provider/contract";

const writes = new Set(allOperations.filter((it) => isWrite(it) && it.id !== "login").map(({ key }) => key));

/** Those of the operations that change something, by their keys. */
export function writesAmong(operations: readonly string[]): string[] {
  return operations.filter((operation) => writes.has(operation));
}
