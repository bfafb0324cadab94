import { allOperations, type Operation } from "../../contract";
import { ownDocuments, type ApiOperation } from "../documents";

/** An operation of the provider: as the contract declares it, and as its printed document has it. */
export interface OwnOperation {
  readonly operation: Operation;
  readonly printed: ApiOperation;
}

let all: readonly OwnOperation[] | undefined;

/** All operations of the provider, in the order of the contract. */
export function ownOperations(): readonly OwnOperation[] {
  all ??= withPrinted();
  return all;
}

function withPrinted(): readonly OwnOperation[] {
  const printed = new Map(
    ownDocuments().flatMap(({ name, operations }) => operations.map((it) => [`${name} ${it.id}`, it] as const)),
  );
  return allOperations.flatMap((operation) => {
    const found = printed.get(`${operation.service.name} ${operation.id}`);
    return found === undefined ? [] : [{ operation, printed: found }];
  });
}
